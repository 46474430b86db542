// What readers know, and what is true → how far each sum may move from what it truly is.
import { evaluateForm, type Assignment, type Constraint, type LinearForm } from './system.js';

/** A sum, and how far it may fall and rise from what it truly is: `fall` is 0 or less, `rise` 0 or more. */
export interface Slack {
  readonly form: LinearForm;
  readonly fall: number;
  readonly rise: number;
}

/** By unknown, every sum that it stands in. */
export type SlackIndex = ReadonlyMap<string, readonly Slack[]>;

/** By list of relations, because each is asked about many times; neither a list nor what is true of it ever changes. */
const INDEXES = new WeakMap<readonly Constraint[], SlackIndex>();

/** The sums of a list of relations. Throws RangeError for an unknown of which the true number is not given. */
export function indexSlacks(relations: readonly Constraint[], truth: Assignment): SlackIndex {
  const known = INDEXES.get(relations);
  if (known) return known;
  const index = new Map<string, Slack[]>();
  for (const { form, least, most } of relations) {
    const is = evaluateForm(form, truth);
    const slack = { form, fall: least - is, rise: most - is };
    for (const { unknown } of form) {
      const list = index.get(unknown);
      if (list) list.push(slack);
      else index.set(unknown, [slack]);
    }
  }
  INDEXES.set(relations, index);
  return index;
}

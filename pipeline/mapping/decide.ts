// What a person chose for each heading or label → decisions, or what is wrong with the choice.
import { normaliseLabel } from '../contracts/codes.js';
import { normaliseHeading } from '../contracts/headings.js';
import type { MappingDecision } from '../contracts/mapping-file.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { MappingItem } from './list-items.js';

/** A choice: an item by its id, and what it means; null for the nearest. */
export interface MappingChoice {
  readonly item: MappingItem;
  readonly means: string | null;
}

/** Who decided, and when. */
export interface Decider {
  readonly on: Day;
  readonly by: string;
}

/**
 * Makes a decision of each choice. Throws `ProblemError` with every choice that cannot be: of what is not on the list, of
 * the nearest where nothing is near, and of a text that may be a child's own.
 */
export function makeDecisions(
  choices: readonly MappingChoice[],
  { on, by }: Decider,
): MappingDecision[] {
  const made = choices.map(({ item, means }) => {
    const target = means === null ? item.nearest[0] : findChoice(item, means);
    if (!item.writable) return describeBadChoice(item, ...UNWRITABLE);
    if (target === undefined) return describeUnknownTarget(item, means);
    return { ...item.subject, means: target, decided_on: on, decided_by: by } as MappingDecision;
  });
  const problems = made.filter((each): each is Problem => 'code' in each);
  if (problems.length > 0) throw new ProblemError(problems);
  return made.filter((each): each is MappingDecision => !('code' in each));
}

/** The name that a person means, however it is spelt. */
export function findChoice({ subject, choices }: MappingItem, text: string): string | undefined {
  const normalise = subject.kind === 'heading' ? normaliseHeading : normaliseLabel;
  const wanted = normalise(text);
  const exact = choices.find(({ name }) => normalise(name) === wanted);
  const spelt = choices.find(({ spellings }) =>
    spellings.some((each) => normalise(each) === wanted),
  );
  return (exact ?? spelt)?.name;
}

const UNWRITABLE = [
  'may be a name, a date, a postcode or a number of one person, and is not written down',
  'Put the cells right where the extract comes from, and export again. If you know it for a label, write the line into labels.csv in your service’s folder yourself.',
] as const;

function describeUnknownTarget(item: MappingItem, means: string | null): Problem {
  const { list, extract, kind } = item.subject;
  return means === null
    ? describeBadChoice(item, 'is like nothing that is known', 'Say what it means: ID=MEANING.')
    : describeBadChoice(
        item,
        kind === 'heading'
          ? `cannot mean ${means}: ${extract} has no such column that is still free`
          : `cannot mean ${means}: the list ${list} has no such label`,
        kind === 'heading'
          ? `Name a column of queries/contracts/${extract}.yaml.`
          : `Name a label of queries/codes/${list}.csv. If it is new, add it to codes/${list}.csv in your service’s folder.`,
      );
}

function describeBadChoice({ id, shown }: MappingItem, what: string, fix: string): Problem {
  const named = shown === null ? id : `${id} (${shown})`;
  return { kind: 'declaration', code: 'bad-choice', what: `${named} ${what}`, fix };
}

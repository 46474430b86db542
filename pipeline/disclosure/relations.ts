// What an edition that hides must know of each measure, and of how measures count the same people.
import type { Referring } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { OVERLAPS } from './breakdowns.js';
import type { Kind } from './threshold.js';

/** What the rule needs to know of a measure. */
export interface Sensitivity extends Referring {
  readonly kind: Kind;
  /** The measure of the children behind this one: what hides them hides this. */
  readonly hiddenWith: string | null;
  /** The measure of all the children that this one counts some of. */
  readonly partOf?: string | undefined;
  /** The count whose people or cases this one's denominator is drawn from. */
  readonly drawnFrom?: string | undefined;
  /** The groups of another measure that this one's numerator adds up. */
  readonly sumOf?: Groups | undefined;
  /** No person stands behind what it counts, so that none of its counts is small. */
  readonly ofNobody?: boolean | undefined;
}

/** The groups of one breakdown of a measure. */
interface Groups {
  readonly measure: string;
  readonly breakdown: string;
}

/** By measure. */
export type Sensitivities = ReadonlyMap<string, Sensitivity>;

/** Throws where a measure has none: then nothing says what may be shown of it. */
export function sensitivityOf(
  { measure }: Pick<Value, 'measure'>,
  sensitivities: Sensitivities,
): Sensitivity {
  const found = sensitivities.get(measure);
  if (!found) throw new RangeError(`no rule says what may be shown of the measure ${measure}`);
  return found;
}

/** The shares that are drawn from what a measure counts. */
export function drawnFrom(measure: string, sensitivities: Sensitivities): string[] {
  return [...sensitivities].flatMap(([id, rule]) => (rule.drawnFrom === measure ? [id] : []));
}

/**
 * Where those stand whom a value counts some of: the total that a need is part of, and each measure that this is part
 * of, past those that may be hidden between.
 */
export function wholesOf<Place extends Pick<Value, 'measure' | 'breakdown' | 'group'>>(
  value: Place,
  sensitivities: Sensitivities,
): Place[] {
  const wholes = OVERLAPS.includes(value.breakdown)
    ? [{ ...value, breakdown: 'total', group: 'all' }]
    : [];
  for (let { partOf } = sensitivityOf(value, sensitivities); partOf !== undefined;) {
    const whole = { ...value, measure: partOf };
    wholes.push(whole);
    ({ partOf } = sensitivityOf(whole, sensitivities));
  }
  return wholes;
}

// A group's relative rate → its excess over parity, in children and per 1,000.
import type { Estimate } from '../domain/value.js';
import type { Tally } from './rate-ratio.js';
import { relativeRate, type RelativeBase } from './relative-rate.js';

const NO_ESTIMATE: Estimate = { value: null, lower: null, upper: null };
/** With fewer of a group's children, how many are in excess cannot be said within limits: this project's own rule. */
const CHILDREN_FOR_LIMITS = 5;

/**
 * The group's excess over parity: its children less those expected at the reference group's rate; negative if there
 * were fewer. The limits come from those of the relative rate R, so that they include what is uncertain in the expected
 * number: above parity, the children times (1 − 1 ÷ R), never more than the children there were; below it, the expected
 * number times (R − 1), never fewer than none. They exclude 0 exactly when the interval of the relative rate excludes 1.
 * No limits for a group of fewer than 5 children; all null if there is no relative rate.
 * Source: Miettinen (1974), American Journal of Epidemiology 99: 325-332, cases attributed and prevented.
 */
export function excessOverParity(group: Tally, reference: Tally, base: RelativeBase): Estimate {
  const { value, lower, upper } = relativeRate(group, reference, base);
  if (value === null) return NO_ESTIMATE;
  const { events } = group;
  const expected = (group.base * reference.events) / reference.base;
  const excess = events - expected;
  if (lower === null || upper === null || events < CHILDREN_FOR_LIMITS)
    return { ...NO_ESTIMATE, value: excess };
  const convert = (ratio: number): number =>
    ratio > 1 ? events * (1 - 1 / ratio) : expected * (ratio - 1);
  return { value: excess, lower: convert(lower), upper: convert(upper) };
}

/** The group's rate less the reference group's, per 1,000 of the base, with its interval from the relative rate's limits. */
export function excessPerThousand(group: Tally, reference: Tally, base: RelativeBase): Estimate {
  const { value, lower, upper } = relativeRate(group, reference, base);
  if (value === null || lower === null || upper === null) return NO_ESTIMATE;
  const scale = (1000 * reference.events) / reference.base;
  return { value: scale * (value - 1), lower: scale * (lower - 1), upper: scale * (upper - 1) };
}

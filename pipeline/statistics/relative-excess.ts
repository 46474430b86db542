// A group's relative rate → its excess over parity, in children and per 1,000.
import type { Estimate } from '../domain/value.js';
import type { Tally } from './rate-ratio.js';
import { relativeRate } from './relative-rate.js';

const NO_ESTIMATE: Estimate = { value: null, lower: null, upper: null };

/**
 * The group's excess over parity: its children less those expected at the reference group's rate; negative if there
 * were fewer. The interval is the expected number times the exact limits of the relative rate less 1, so that it
 * excludes 0 exactly when the interval of the relative rate excludes 1. All null if there is no relative rate.
 */
export function excessOverParity(group: Tally, reference: Tally): Estimate {
  return scaleExcess(
    relativeRate(group, reference),
    (group.base * reference.events) / reference.base,
  );
}

/** The group's rate less the reference group's, per 1,000 of the base, with its interval from the same exact limits. */
export function excessPerThousand(group: Tally, reference: Tally): Estimate {
  return scaleExcess(relativeRate(group, reference), (1000 * reference.events) / reference.base);
}

function scaleExcess({ value, lower, upper }: Estimate, scale: number): Estimate {
  if (value === null || lower === null || upper === null) return NO_ESTIMATE;
  return { value: scale * (value - 1), lower: scale * (lower - 1), upper: scale * (upper - 1) };
}

// Disclosed counts of a group and its reference group → children above parity, difference, and bounds.
import type { Estimate } from '../domain/value.js';
import { unknownBounds, type Bounds } from '../statistics/bounds.js';
import { excessOverParity, excessPerThousand } from '../statistics/relative-excess.js';
import type { ShownResult } from './results.js';
import { readShown } from './results.js';
import {
  findCell,
  findReferenceCell,
  findUnknownCell,
  type GroupKey,
  type Stage,
} from './relative-stages.js';

/** Statistics calculated from the counts of a group and of its reference group. */
interface RelativeFacts {
  readonly excess: Estimate;
  readonly difference: Estimate;
  /** How far children of unknown group could move the rate; null if there are none. */
  readonly bounds: Bounds | null;
}

/** Calculates from disclosed counts only; null if either count is suppressed or has no base. */
export function findRelativeFacts(stage: Stage, groupKey: GroupKey): RelativeFacts | null {
  const group = readTally(readShown(findCell(stage, groupKey)));
  const reference = readTally(readShown(findReferenceCell(stage, groupKey)));
  if (!group || !reference) return null;
  const unknown = findUnknownCell(stage, groupKey);
  const base = stage.declaration.base ?? 'population';
  const unknownCounts = unknown?.numerator === null || unknown === null ? null : unknown;
  const tally = unknownCounts && {
    events: unknownCounts.numerator ?? 0,
    base: unknownCounts.denominator ?? 0,
  };
  const hasUnknown = tally !== null && tally.events + tally.base > 0;
  return {
    excess: excessOverParity(group, reference, base),
    difference: excessPerThousand(group, reference, base),
    bounds: hasUnknown ? unknownBounds(group, reference, tally, base) : null,
  };
}

function readTally(cell: ShownResult | null): { events: number; base: number } | null {
  if (!cell || cell.numerator === null || !cell.denominator) return null;
  return { events: cell.numerator, base: cell.denominator };
}

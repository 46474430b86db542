// What may be seen of a group and of the one it is set against → how many children are above parity, and the bounds.
import type { Estimate } from '../domain/value.js';
import { unknownBounds, type Bounds } from '../statistics/bounds.js';
import { aboveParity, perThousandApart } from '../statistics/relative-excess.js';
import type { Known } from './results.js';
import { known } from './results.js';
import { cellAt, referenceAt, unknownAt, type Named, type Stage } from './relative-stages.js';

/** What follows from the counts of a group and of its reference group; null where either may not be seen or has no base. */
export interface RelativeFacts {
  readonly above: Estimate;
  readonly apart: Estimate;
  /** Null where no child's group is unknown. */
  readonly bounds: Bounds | null;
}

/** Works out, from disclosed counts alone, what a hidden one would have to stay out of. */
export function factsAt(stage: Stage, named: Named): RelativeFacts | null {
  const group = tallyOf(known(cellAt(stage, named)));
  const reference = tallyOf(known(referenceAt(stage, named)));
  if (!group || !reference) return null;
  const unknown = unknownAt(stage, named);
  const base = stage.declaration.base ?? 'population';
  const missing = unknown?.numerator === null || unknown === null ? null : unknown;
  const tally = missing && { events: missing.numerator ?? 0, base: missing.denominator ?? 0 };
  const some = tally !== null && tally.events + tally.base > 0;
  return {
    above: aboveParity(group, reference),
    apart: perThousandApart(group, reference),
    bounds: some ? unknownBounds(group, reference, tally, base) : null,
  };
}

function tallyOf(cell: Known | null): { events: number; base: number } | null {
  if (!cell || cell.numerator === null || !cell.denominator) return null;
  return { events: cell.numerator, base: cell.denominator };
}

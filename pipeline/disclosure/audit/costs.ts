// A printed figure → what its readers lose if it is withheld: declared, and blind to its size.
import type { CountPlace } from './counts.js';

/** By breakdown. The total is what a board asks for first, and takes its groups with it; those not
 * recorded are asked for least. */
const BREAKDOWN_COSTS: Readonly<Record<string, number>> = {
  total: 40,
  ethnicity: 6,
  sex: 4,
  age_band: 4,
  not_recorded: 1,
  need_not_recorded: 1,
};
const OTHER_COST = 3;
/** A quarter takes all the quarters of its measure with it. */
const QUARTER_COST = 60;

/**
 * What it costs to withhold a figure. Among equals the name decides, by a number that is the same in every release and
 * has nothing to do with what is counted: a choice by size would tell the size.
 */
export function costFigure(
  { measure, breakdown, group }: Pick<CountPlace, 'measure' | 'breakdown' | 'group'>,
  isQuarter: boolean,
): number {
  const cost = isQuarter ? QUARTER_COST : (BREAKDOWN_COSTS[breakdown] ?? OTHER_COST);
  return cost * (1 + scatter(`${measure} ${breakdown} ${group}`) / 4);
}

/** A number from 0 up to 1 (FNV-1a), spread evenly over names. */
function scatter(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash / 0x1_0000_0000;
}

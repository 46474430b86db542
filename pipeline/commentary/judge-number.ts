// A number as written and the facts of a measure → whether it is one of them.
import type { Day } from '../domain/period.js';
import type { Known } from '../figures/results.js';
import type { NumberClaim } from './numbers.js';
import { changesOf, FEW, isSmall, type Facts, type Pair } from './facts.js';
import type { Finding } from './finding.js';

/** What `about` allows. */
const ROUGHLY = 0.05;
/** A share of fewer children than this is not written as a percentage anywhere in the pack. */
const FEWEST_FOR_PERCENT = 20;

/** Null where the number is one that the facts hold, rounded as it is written. */
export function judgeNumber(claim: NumberClaim, facts: Facts, hideBelow: number): Finding | null {
  const { unit } = facts.quotable;
  const dated = claim.year === null ? [] : cellsIn(claim.year, facts);
  if (dated.length > 0 && claim.place === null) return judgeDated(claim, dated, unit);
  if (claim.sign === 'percent') return judgePercent(claim, facts);
  if (claim.sign === 'points') return found(claim, pointsOf(facts));
  // The wrong unit is a finding of its own.
  if (claim.per !== null) return claim.per === unit ? found(claim, facts.values) : null;
  // A number that an edition would hide is never borne by it, whatever else it may equal.
  if (claim.value > 0 && claim.value < hideBelow && claim.decimals === 0) return NOT_THERE;
  if (claim.place !== null) return found(claim, facts.pairs.flatMap(valuesAt(claim.place)));
  const counted = claim.counted && unit !== 'count';
  return found(claim, counted ? facts.counts : [...facts.counts, ...facts.values]);
}

/** What is known of the year that ends on a day: of the groups spoken of where it is one of theirs. */
function cellsIn(ends: Day, { pairs, quotable }: Facts): Known[] {
  const both = pairs.flatMap(({ now, before }) => [now, before]);
  const years = quotable.reading.windows.map((cell) => (cell.status === 'shown' ? cell : null));
  const inYear = (cells: readonly (Known | null)[]): Known[] =>
    cells.filter((cell) => cell !== null).filter(({ window }) => window.ends === ends);
  const spoken = inYear(both);
  return spoken.length > 0 ? spoken : inYear(years);
}

/** A number said to be of one year must be of that year. */
function judgeDated(claim: NumberClaim, cells: readonly Known[], unit: string): Finding | null {
  const known = cells.flatMap(({ numerator, denominator, value, lower, upper }) =>
    [numerator, denominator, value, lower, upper].filter((each) => each !== null),
  );
  if (claim.sign === 'none') return found(claim, known);
  const shares = unit === 'proportion' ? cells.flatMap(({ value }) => value ?? []) : [];
  return found(
    claim,
    shares.map((share) => share * 100),
  );
}

const NOT_THERE: Finding = { code: 'wrong-value', why: 'has no such figure' };

function found(claim: NumberClaim, known: readonly number[]): Finding | null {
  return known.some((value) => isAs(claim, value)) ? null : NOT_THERE;
}

/** Whether a value, rounded as the number is written, is that number; halves may go either way. */
function isAs({ value, decimals, rough }: NumberClaim, known: number): boolean {
  const room = rough ? ROUGHLY * Math.abs(known) : 0;
  const unseen = 1e-9;
  return Math.abs(known - value) <= Math.max(room, 0.5 * 10 ** -decimals) + unseen;
}

function judgePercent(claim: NumberClaim, facts: Facts): Finding | null {
  const { unit } = facts.quotable;
  if (
    claim.place !== 'by' &&
    unit === 'proportion' &&
    facts.values.some((value) => isAs(claim, value * 100))
  )
    return facts.pairs.some(restsOnFew) ? FEW_CHILDREN : null;
  if (claim.place !== 'by' && facts.shares.some((share) => isAs(claim, share)))
    return facts.pairs.some(({ now }) => (now?.numerator ?? 0) < FEWEST_FOR_PERCENT)
      ? FEW_CHILDREN
      : null;
  if (facts.pairs.some(isSmall)) return FEW_CHILDREN;
  return found(
    claim,
    facts.pairs.flatMap(changesOf).map(({ from, to }) => (Math.abs(to - from) / from) * 100),
  );
}

const FEW_CHILDREN: Finding = {
  code: 'few-children',
  why: `counts too few for a percentage (fewer than ${FEW} events, or ${FEWEST_FOR_PERCENT} children)`,
};

function restsOnFew({ now }: Pair): boolean {
  return now?.denominator != null && now.denominator < FEWEST_FOR_PERCENT;
}

function pointsOf({ pairs, quotable }: Facts): number[] {
  if (quotable.unit !== 'proportion') return [];
  return pairs.flatMap(({ now, before }) =>
    now?.value != null && before?.value != null ? [Math.abs(now.value - before.value) * 100] : [],
  );
}

function valuesAt(place: 'to' | 'from' | 'by'): (pair: Pair) => number[] {
  return (pair) => {
    const { now, before } = pair;
    if (place === 'by') return changesOf(pair).map(({ from, to }) => Math.abs(to - from));
    const cell = place === 'to' ? now : before;
    return [cell?.numerator, cell?.value].filter((each) => typeof each === 'number');
  };
}

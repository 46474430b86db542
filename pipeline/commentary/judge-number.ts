// A number in a text and the facts of a measure → whether the facts contain it.
import { isSamePeriod, windowEnding, type Day } from '../domain/period.js';
import type { ShownResult } from '../figures/results.js';
import type { NumberClaim } from './numbers.js';
import {
  compareYears,
  MIN_EVENTS,
  hasFewEvents,
  type MeasureFacts,
  type YearPair,
} from './facts.js';
import type { ClaimFinding } from './finding.js';

/** Relative tolerance for a number said to be approximate. */
const APPROXIMATE_TOLERANCE = 0.05;
/** Shares of fewer children than this are never printed as a percentage in the pack. */
const MIN_CHILDREN_FOR_PERCENTAGE = 20;

/** Returns null if the facts contain the number, rounded as it is written. */
export function checkNumber(
  claim: NumberClaim,
  facts: MeasureFacts,
  hideBelow: number,
): ClaimFinding | null {
  const { unit } = facts.quotable;
  const dated = claim.year === null ? [] : selectYearCells(claim.year, facts);
  if (dated.length > 0 && claim.role === null) return checkDatedNumber(claim, dated, unit);
  if (claim.sign === 'percent') return checkPercentage(claim, facts);
  if (claim.sign === 'points') return requireMatch(claim, calculatePointChanges(facts));
  // A wrong unit is reported separately.
  if (claim.per !== null) return claim.per === unit ? requireMatch(claim, facts.values) : null;
  // A count below the suppression threshold is never supported, even if it equals another figure.
  if (claim.value > 0 && claim.value < hideBelow && claim.decimals === 0) return NO_SUCH_FIGURE;
  if (claim.role !== null)
    return requireMatch(claim, facts.pairs.flatMap(selectRoleValues(claim.role)));
  const counted = claim.counted && unit !== 'count';
  return requireMatch(claim, counted ? facts.counts : [...facts.counts, ...facts.values]);
}

/**
 * What is known of the year that ends on a day: of the groups spoken of where it is one of theirs. Where a measure has
 * both a year and a longer period that end that day, the longer one is not a year.
 */
function selectYearCells(ends: Day, { pairs, quotable }: MeasureFacts): ShownResult[] {
  const pairCells = pairs.flatMap(({ now, before }) => [now, before]);
  const windowCells = quotable.reading.windows.map((cell) =>
    cell.status === 'shown' ? cell : null,
  );
  const filterYear = (cells: readonly (ShownResult | null)[]): ShownResult[] => {
    const ending = cells
      .filter((cell) => cell !== null)
      .filter(({ window }) => window.ends === ends);
    const year = ending.filter(({ window }) => isSamePeriod(window, windowEnding(ends, 12)));
    return year.length > 0 ? year : ending;
  };
  const mentioned = filterYear(pairCells);
  return mentioned.length > 0 ? mentioned : filterYear(windowCells);
}

/** Checks a number against the one year that the text states. */
function checkDatedNumber(
  claim: NumberClaim,
  cells: readonly ShownResult[],
  unit: string,
): ClaimFinding | null {
  const known = cells.flatMap(({ numerator, denominator, value, lower, upper }) =>
    [numerator, denominator, value, lower, upper].filter((each) => each !== null),
  );
  if (claim.sign === 'none') return requireMatch(claim, known);
  const shares = unit === 'proportion' ? cells.flatMap(({ value }) => value ?? []) : [];
  return requireMatch(
    claim,
    shares.map((share) => share * 100),
  );
}

const NO_SUCH_FIGURE: ClaimFinding = { code: 'wrong-value', why: { phrase: 'why-no-figure' } };

function requireMatch(claim: NumberClaim, known: readonly number[]): ClaimFinding | null {
  return known.some((value) => matchesNumber(claim, value)) ? null : NO_SUCH_FIGURE;
}

/** Whether a value, rounded as the number is written, equals that number; halves may round either way. */
function matchesNumber({ value, decimals, isApproximate }: NumberClaim, known: number): boolean {
  const tolerance = isApproximate ? APPROXIMATE_TOLERANCE * Math.abs(known) : 0;
  const epsilon = 1e-9;
  return Math.abs(known - value) <= Math.max(tolerance, 0.5 / 10 ** decimals) + epsilon;
}

function checkPercentage(claim: NumberClaim, facts: MeasureFacts): ClaimFinding | null {
  const { unit } = facts.quotable;
  if (
    claim.role !== 'by' &&
    unit === 'proportion' &&
    facts.values.some((value) => matchesNumber(claim, value * 100))
  )
    return facts.pairs.some(hasSmallDenominator) ? TOO_FEW_CHILDREN : null;
  if (claim.role !== 'by' && facts.shares.some((share) => matchesNumber(claim, share)))
    return facts.pairs.some(({ now }) => (now?.numerator ?? 0) < MIN_CHILDREN_FOR_PERCENTAGE)
      ? TOO_FEW_CHILDREN
      : null;
  if (facts.pairs.some(hasFewEvents)) return TOO_FEW_CHILDREN;
  return requireMatch(
    claim,
    facts.pairs.flatMap(compareYears).map(({ from, to }) => (Math.abs(to - from) / from) * 100),
  );
}

const TOO_FEW_CHILDREN: ClaimFinding = {
  code: 'few-children',
  why: {
    phrase: 'why-few-children',
    facts: { events: String(MIN_EVENTS), children: String(MIN_CHILDREN_FOR_PERCENTAGE) },
  },
};

function hasSmallDenominator({ now }: YearPair): boolean {
  return now?.denominator != null && now.denominator < MIN_CHILDREN_FOR_PERCENTAGE;
}

function calculatePointChanges({ pairs, quotable }: MeasureFacts): number[] {
  if (quotable.unit !== 'proportion') return [];
  return pairs.flatMap(({ now, before }) =>
    now?.value != null && before?.value != null ? [Math.abs(now.value - before.value) * 100] : [],
  );
}

function selectRoleValues(role: 'to' | 'from' | 'by'): (pair: YearPair) => number[] {
  return (pair) => {
    const { now, before } = pair;
    if (role === 'by') return compareYears(pair).map(({ from, to }) => Math.abs(to - from));
    const cell = role === 'to' ? now : before;
    return [cell?.numerator, cell?.value].filter((each) => typeof each === 'number');
  };
}

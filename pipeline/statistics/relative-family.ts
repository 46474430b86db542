// Relative rates of one page, each tested separately → verdicts adjusted for multiple comparisons.
import { countWindowMonths } from '../domain/period.js';
import { findReferenceGroup, type HasReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { isFewInGroup } from './compare.js';
import { holm } from './multiple-tests.js';
import { rateRatioP, type Tally } from './rate-ratio.js';

interface Comparison {
  readonly value: Value;
  readonly group: Tally;
  readonly reference: Tally;
  readonly p: number;
}

const SIGNIFICANT_BELOW = 0.05;

/**
 * Withdraws `higher` and `lower` if the test is no longer significant at 5% after Holm's adjustment for every
 * comparison of the family. A family is all comparisons of the measures in `family` in windows of one length: those
 * that a page shows side by side. A withdrawn verdict becomes `too few to tell` or `no clear change`, by the rule for a
 * single comparison. Values of other measures, and intervals, are unchanged.
 */
export function adjustVerdicts(
  values: readonly Value[],
  family: ReadonlyMap<string, HasReferenceGroup>,
): Value[] {
  const comparisons = findComparisons(values, family);
  const lengths = new Set(comparisons.map(({ value }) => countWindowMonths(value.window)));
  const replaced = new Map<Value, Value>();
  for (const months of lengths) {
    const together = comparisons.filter(({ value }) => countWindowMonths(value.window) === months);
    const adjusted = holm(together.map(({ p }) => p));
    together.forEach((each, place) => {
      if ((adjusted[place] ?? 1) >= SIGNIFICANT_BELOW)
        replaced.set(each.value, withdrawVerdict(each));
    });
  }
  return values.map((value) => replaced.get(value) ?? value);
}

function withdrawVerdict({ value, group, reference }: Comparison): Value {
  if (value.verdict !== 'higher' && value.verdict !== 'lower') return value;
  const few = isFewInGroup(group, reference);
  return { ...value, verdict: few ? 'too few to tell' : 'no clear change' };
}

function findComparisons(
  values: readonly Value[],
  family: ReadonlyMap<string, HasReferenceGroup>,
): Comparison[] {
  const byKey = new Map(values.map((value) => [comparisonKey(value, value.group), value]));
  return values.flatMap((value) => {
    const declaration = family.get(value.measure);
    if (!declaration || value.origin !== 'own' || value.verdict === null) return [];
    const theirs = byKey.get(
      comparisonKey(value, findReferenceGroup(declaration, value.breakdown)),
    );
    const [group, reference] = [readTally(value), theirs && readTally(theirs)];
    if (!group || !reference) return [];
    return [{ value, group, reference, p: rateRatioP(group, reference) }];
  });
}

function comparisonKey({ measure, window, origin, breakdown }: Value, group: string): string {
  return JSON.stringify([measure, window.id, origin, breakdown, group]);
}

function readTally({ numerator, denominator }: Value): Tally | null {
  return numerator === null || !denominator ? null : { events: numerator, base: denominator };
}

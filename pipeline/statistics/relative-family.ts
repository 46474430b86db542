// Relative rates of one page, each tested for itself → verdicts that allow for how many comparisons were made.
import { monthsIn } from '../domain/period.js';
import { referenceOf, type Referring } from '../domain/reference.js';
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
 * Withdraws `higher` and `lower` where the test is no longer significant at 5% once Holm's method allows for every
 * comparison of the family. A family is all comparisons of the given measures in windows of one length: what a page
 * sets side by side. A withdrawn verdict becomes `too few to tell` or `no clear change`, by the rule of a single one.
 * Values of other measures, and intervals, are left as they are.
 */
export function allowForFamily(
  values: readonly Value[],
  family: ReadonlyMap<string, Referring>,
): Value[] {
  const comparisons = comparisonsIn(values, family);
  const lengths = new Set(comparisons.map(({ value }) => monthsIn(value.window)));
  const replaced = new Map<Value, Value>();
  for (const months of lengths) {
    const together = comparisons.filter(({ value }) => monthsIn(value.window) === months);
    const adjusted = holm(together.map(({ p }) => p));
    together.forEach((each, place) => {
      if ((adjusted[place] ?? 1) >= SIGNIFICANT_BELOW) replaced.set(each.value, withdrawn(each));
    });
  }
  return values.map((value) => replaced.get(value) ?? value);
}

function withdrawn({ value, group, reference }: Comparison): Value {
  if (value.verdict !== 'higher' && value.verdict !== 'lower') return value;
  const few = isFewInGroup(group, reference);
  return { ...value, verdict: few ? 'too few to tell' : 'no clear change' };
}

function comparisonsIn(
  values: readonly Value[],
  family: ReadonlyMap<string, Referring>,
): Comparison[] {
  const byPlace = new Map(values.map((value) => [placeOf(value, value.group), value]));
  return values.flatMap((value) => {
    const referring = family.get(value.measure);
    if (!referring || value.origin !== 'own' || value.verdict === null) return [];
    const theirs = byPlace.get(placeOf(value, referenceOf(referring, value.breakdown)));
    const [group, reference] = [tallyOf(value), theirs && tallyOf(theirs)];
    if (!group || !reference) return [];
    return [{ value, group, reference, p: rateRatioP(group, reference) }];
  });
}

function placeOf({ measure, window, origin, breakdown }: Value, group: string): string {
  return JSON.stringify([measure, window.id, origin, breakdown, group]);
}

function tallyOf({ numerator, denominator }: Value): Tally | null {
  return numerator === null || !denominator ? null : { events: numerator, base: denominator };
}

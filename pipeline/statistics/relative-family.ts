// Relative rates of one page, each tested separately → verdicts adjusted for multiple comparisons.
import { countWindowMonths } from '../domain/period.js';
import {
  chooseComparisonFamily,
  findReferenceGroup,
  type HasReferenceGroup,
} from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { holm } from './multiple-tests.js';
import type { Tally } from './rate-ratio.js';
import { testRelativeRate, type RelativeBase } from './relative-rate.js';

/** What a measure declares of its relative rates. */
interface RelativeRule extends HasReferenceGroup {
  readonly base?: RelativeBase | undefined;
}

interface Comparison {
  readonly value: Value;
  readonly p: number;
}

const SIGNIFICANT_BELOW = 0.05;

/**
 * Turns `higher` and `lower` into `possible` if the test is no longer significant at 5% after Holm's adjustment for every
 * comparison of the family. Ethnicity, sex and all other breakdowns are families of their own: each is all its
 * comparisons of the measures in `family` in windows of one length, which a page shows side by side. Values of other
 * measures, and intervals, are unchanged.
 */
export function adjustVerdicts(
  values: readonly Value[],
  family: ReadonlyMap<string, RelativeRule>,
): Value[] {
  const comparisons = findComparisons(values, family);
  const families = new Set(comparisons.map(nameFamily));
  const replaced = new Map<Value, Value>();
  for (const name of families) {
    const together = comparisons.filter((each) => nameFamily(each) === name);
    const adjusted = holm(together.map(({ p }) => p));
    together.forEach((each, place) => {
      if ((adjusted[place] ?? 1) >= SIGNIFICANT_BELOW)
        replaced.set(each.value, withdrawVerdict(each.value));
    });
  }
  return values.map((value) => replaced.get(value) ?? value);
}

function nameFamily({ value }: Comparison): string {
  return `${chooseComparisonFamily(value.breakdown)} ${countWindowMonths(value.window)}`;
}

function withdrawVerdict(value: Value): Value {
  const withdrawn = value.verdict === 'higher' || value.verdict === 'lower';
  return withdrawn ? { ...value, verdict: 'possible' } : value;
}

function findComparisons(
  values: readonly Value[],
  family: ReadonlyMap<string, RelativeRule>,
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
    const p = testRelativeRate(group, reference, declaration.base ?? 'population');
    return [{ value, p }];
  });
}

function comparisonKey({ measure, window, origin, breakdown }: Value, group: string): string {
  return JSON.stringify([measure, window.id, origin, breakdown, group]);
}

function readTally({ numerator, denominator }: Value): Tally | null {
  return numerator === null || !denominator ? null : { events: numerator, base: denominator };
}

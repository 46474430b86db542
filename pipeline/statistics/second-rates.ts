// Our own values and a second population of each group → the same with the rate on it, where one can be given.
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { Estimate, SecondRate, Value } from '../domain/value.js';
import { estimate } from './estimate.js';
import { explainMissing, findReference } from './missing.js';
import { relativeRate } from './relative-rate.js';

/** How many people a second source counts in a group, and whose population of which year it is. */
export interface SecondPopulation {
  readonly people: number;
  readonly source: string;
}

/** What a measure counted, and how a rate of it is given. */
export interface CountedRates {
  readonly declaration: Declaration;
  readonly counts: readonly Count[];
  readonly per: number;
  /** Whether what it counts happens independently: without that there is no interval. */
  readonly independent: boolean;
  readonly findSecond: (count: Count) => SecondPopulation | null;
}

/**
 * Adds to each known value its rate on a second population: by the rules of the first, so of no fewer than 100 people,
 * and a relative rate only where the same source counts the reference group. It is never tested: the same children on
 * another denominator are no second piece of evidence. A reference group itself has none, nor has what is not compared.
 */
export function addSecondRates(values: readonly Value[], rates: CountedRates): Value[] {
  const counts = rates.counts.map((count) => ({
    ...count,
    denominator: rates.findSecond(count)?.people ?? null,
  }));
  const onSecond = { ...rates, counts };
  return values.map((value) => {
    if (value.status !== 'known') return value;
    const count = counts.find(
      ({ windowId, breakdown, group }) =>
        windowId === value.window.id && breakdown === value.breakdown && group === value.group,
    );
    const second = count ? rateOnSecond(onSecond, count) : null;
    return second ? { ...value, second } : value;
  });
}

function rateOnSecond(rates: CountedRates, count: Count): SecondRate | null {
  const { denominator } = count;
  const population = rates.findSecond(count);
  if (denominator === null || population === null) return null;
  if (explainMissing(rates.declaration, rates.counts, count) !== null) return null;
  const rate = estimateRate(rates, { ...count, denominator });
  return rate && { ...rate, denominator, source: population.source };
}

function estimateRate(
  { declaration, counts, per, independent }: CountedRates,
  count: Count & { readonly denominator: number },
): Estimate | null {
  if (declaration.kind === 'rate') {
    const rate = estimate('rate', count.numerator, count.denominator, per);
    return independent ? rate : { ...rate, lower: null, upper: null };
  }
  const reference = findReference(declaration, counts, count);
  const isReference = reference?.group === count.group;
  if (reference === undefined || reference.denominator === null || isReference) return null;
  return relativeRate(
    { events: count.numerator, base: count.denominator },
    { events: reference.numerator, base: reference.denominator },
    'population',
  );
}

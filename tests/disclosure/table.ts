// Counts by group → the values of one measure and window, as counting and estimating would hand them over.
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';

export const THRESHOLD = 5;
export const WINDOW = windowEnding('2023-03-31', 12);

/** A count, or a numerator with its denominator. */
export type Counted = number | readonly [number, number];

/** Groups of one breakdown and what each counts. */
export type Breakdown = Readonly<Record<string, Counted>>;

/** One value of our own; a count unless told otherwise. */
export function valueOf(counted: Counted, place: Partial<Value> = {}): Value {
  const [numerator, denominator] = typeof counted === 'number' ? [counted, null] : counted;
  return {
    measure: 'children',
    window: WINDOW,
    areaKind: 'service',
    areaName: 'Sir Enghraifft',
    origin: 'own',
    breakdown: 'total',
    group: 'all',
    unit: 'count',
    source: null,
    numerator,
    denominator,
    value: denominator === null ? numerator : numerator / denominator,
    lower: numerator / 2,
    upper: numerator * 2,
    verdict: 'no clear change',
    status: 'known',
    ...place,
  };
}

/** The values of one measure: its total, and the groups of each breakdown. */
export function tableOf(
  total: Counted,
  breakdowns: Readonly<Record<string, Breakdown>>,
  place: Partial<Value> = {},
): Value[] {
  const groups = Object.entries(breakdowns).flatMap(([breakdown, counts]) =>
    Object.entries(counts).map(([group, counted]) =>
      valueOf(counted, { ...place, breakdown, group }),
    ),
  );
  return [valueOf(total, place), ...groups];
}

/** What the rule is told of measures, each of a kind and perhaps hidden with another. */
export function sensitivities(
  measures: Readonly<
    Record<string, DisclosureRelations['kind'] | readonly [DisclosureRelations['kind'], string]>
  >,
): Map<string, DisclosureRelations> {
  const told = Object.entries(measures).map(([measure, rule]): [string, DisclosureRelations] => {
    const [kind, hiddenWith] = typeof rule === 'string' ? [rule, null] : rule;
    return [measure, { kind, hiddenWith }];
  });
  return new Map(told);
}

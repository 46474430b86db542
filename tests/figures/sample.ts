// Invented results of invented measures → disclosed cells, for the tests of this folder.
import {
  discloseCell,
  withholdCell,
  type DisclosedCell,
} from '../../pipeline/disclosure/disclosed.js';
import { endOfMonth, windowEnding, type Window } from '../../pipeline/domain/period.js';
import type { Unit, Value } from '../../pipeline/domain/value.js';
import { chooseUnit, type Declaration } from '../../pipeline/measures/declaration.js';

/** A complete declaration of a rate of children, with the changes a test needs. */
export function declare(changes: Partial<Declaration> = {}): Declaration {
  return {
    id: 'first_time_entrants',
    title: { en: 'First-time entrants', cy: 'Newydd-ddyfodiaid tro cyntaf' },
    question: { en: 'Are fewer children entering?', cy: 'A oes llai o blant yn dod i mewn?' },
    definition: { en: 'Children whose first outcome.', cy: 'Plant y mae eu canlyniad cyntaf.' },
    kind: 'rate',
    per: 100000,
    counts: 'children',
    window: { length: '12 months', show: 13 },
    better: 'lower',
    breakdowns: ['ethnicity', 'sex'],
    comparators: ['previous_year'],
    chart: 'trend',
    section: 'entrants',
    order: 1,
    source: {
      rule: { en: 'Rule', cy: 'Rheol' },
      document: { en: 'A document', cy: 'Dogfen' },
      confirmed: true,
    },
    status: 'published',
    review: { written_by: 'A', checked_by: 'B', review_by: '2030-01-01' },
    ...changes,
  };
}

/** The windows of `count` quarters up to the one that ends on 31 March 2023, oldest first. */
export function windows(count: number, last = '2023-03-31', months = 3): Window[] {
  return Array.from({ length: count }, (_, n) =>
    windowEnding(endOfMonth(last, -months * (count - 1 - n)), 12),
  );
}

/** One value before disclosure; `changes` sets what matters to the test. */
export function value(declaration: Declaration, window: Window, changes: Partial<Value>): Value {
  const blank: Value = {
    measure: declaration.id,
    window,
    areaKind: 'service',
    areaName: 'Demonstration Youth Justice Service',
    origin: 'own',
    breakdown: 'total',
    group: 'all',
    unit: chooseUnit(declaration),
    source: null,
    numerator: null,
    denominator: null,
    value: null,
    lower: null,
    upper: null,
    verdict: null,
    status: 'known',
  };
  return Object.assign(blank, changes);
}

/** A shown value and interval of a count over a denominator; the interval is approximate, for drawing only. */
export function shown(
  declaration: Declaration,
  window: Window,
  numerator: number,
  denominator: number | null,
  changes: Partial<Value> = {},
): DisclosedCell {
  const per: Partial<Record<Unit, number>> = {
    'per 1,000': 1e3,
    'per 10,000': 1e4,
    'per 100,000': 1e5,
  };
  const scale = denominator === null ? 1 : (per[chooseUnit(declaration)] ?? 1) / denominator;
  const spread = 1.96 * Math.sqrt(numerator + 1);
  return discloseCell(
    value(declaration, window, {
      numerator,
      denominator,
      value: numerator * scale,
      lower: Math.max(0, numerator - spread) * scale,
      upper: (numerator + spread + 1) * scale,
      ...changes,
    }),
  );
}

/** A cell that is suppressed in this edition. */
export function hidden(
  declaration: Declaration,
  window: Window,
  changes: Partial<Value> = {},
): DisclosedCell {
  return withholdCell(value(declaration, window, changes), 'hidden');
}

// What was counted of one KPI in one quarter, for tests of what becomes of it.
import type { Value } from '../../pipeline/domain/value.js';

export const RETURN_QUARTER: Value = {
  measure: 'kpi1_accommodation',
  window: { id: '2022-23 Q4', starts: '2023-01-01', ends: '2023-03-31' },
  areaKind: 'service',
  areaName: 'Invented',
  origin: 'own',
  breakdown: 'total',
  group: 'all',
  unit: 'proportion',
  source: null,
  numerator: 18,
  denominator: 21,
  value: 18 / 21,
  lower: null,
  upper: null,
  verdict: null,
  status: 'known',
};

// Values, figures and measures for tests of the briefing: 28 of ours in the year to 31 March 2023.
import { discloseCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value, Verdict } from '../../pipeline/domain/value.js';
import type { BriefingMeasure } from '../../pipeline/pack/briefing.js';
import { declare } from './sample.js';

export const SECTION = { en: 'police', cy: 'yr heddlu' };

export function value(verdict: Verdict | null, over: Partial<Value> = {}): Value {
  return {
    ...{ measure: 'm', window: windowEnding('2023-03-31', 12), areaKind: 'service' },
    ...{ areaName: 'Ours', origin: 'own', breakdown: 'total', group: 'all', unit: 'count' },
    ...{ source: null, numerator: 28, denominator: 15000, value: 28, lower: 19, upper: 40 },
    ...{ verdict, status: 'known', ...over },
  };
}

export function figure(verdict: Verdict | null, over: Partial<Value> = {}): DisclosedCell {
  return discloseCell(value(verdict, over));
}

export function measure(id: string, disclosed: DisclosedCell[], over = {}): BriefingMeasure {
  return { declaration: declare(id, over), disclosed, asked: SECTION };
}

// An action's target: met, on course along the straight line from its start, or not, and what cannot be judged.
import { describe, expect, it } from 'vitest';
import { judgeOutlook } from '../../pipeline/commentary/outlook.js';
import {
  discloseCell,
  withholdCell,
  type DisclosedCell,
} from '../../pipeline/disclosure/disclosed.js';
import { parseQuarter, type Quarter } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';

const quarter = (label: string): Quarter => {
  const found = parseQuarter(label);
  if (!found) throw new RangeError(label);
  return found;
};
const OPENED = quarter('2020-21 Q4');
const DUE = quarter('2024-25 Q4');

function count(ends: string, number: number, lower = number, upper = number): DisclosedCell {
  return discloseCell({
    ...{ measure: 'm', areaKind: 'service', areaName: 's', origin: 'own', breakdown: 'total' },
    ...{ group: 'all', unit: 'count', source: null, status: 'known', verdict: null },
    ...{ numerator: number, denominator: null, value: number, lower, upper },
    window: { id: ends, starts: '2020-04-01', ends },
  } as unknown as Value);
}

const reading = (current: DisclosedCell) => {
  const start = count('2021-03-31', 40);
  return { reading: { current, previous: null, windows: [start, current] } };
};
/** From 40 in March 2021 to 20 in March 2025: the line stands at 30 in March 2023. */
const TARGET = { value: 20, isShare: false };
const judge = (current: DisclosedCell, due = DUE) =>
  judgeOutlook(reading(current), TARGET, OPENED, due);

describe('a target of 20, from 40, half of its time gone', () => {
  it.each([
    [20, 'met'],
    [12, 'met'],
    [30, 'on course'],
    [31, 'not on course'],
  ] as const)('is, at %i: %s', (number, outlook) => {
    expect(judge(count('2023-03-31', number))).toBe(outlook);
  });

  it('could be either where chance alone could put the figure on the line', () => {
    expect(judge(count('2023-03-31', 33, 24, 45))).toBe('could be either');
  });

  it('is not met once its quarter is over', () => {
    expect(judge(count('2023-03-31', 30), quarter('2022-23 Q4'))).toBe('not met');
  });
});

it('cannot be told of what is hidden, of another unit, or of a target that stood at the start', () => {
  const current = count('2023-03-31', 30);
  expect(judge(withholdCell(current, 'hidden'))).toBe('cannot tell');
  const share = { value: 0.2, isShare: true };
  expect(judgeOutlook(reading(current), share, OPENED, DUE)).toBe('cannot tell');
  const start = { value: 40, isShare: false };
  expect(judgeOutlook(reading(current), start, OPENED, DUE)).toBe('cannot tell');
});

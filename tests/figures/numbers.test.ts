import { describe, expect, it } from 'vitest';
import { choosePrecision, writeNumber } from '../../pipeline/figures/numbers.js';
import type { Unit } from '../../pipeline/domain/value.js';
import { spreadPositions, chooseTicks, wrapText } from '../../pipeline/figures/layout.js';
import { declare, shown, windows } from './sample.js';

function written(unit: Unit, value: number, denominator = 100): string {
  const [window] = windows(1);
  if (!window) throw new Error('a window');
  const cell = shown(declare(), window, 1, denominator, { value, unit });
  return writeNumber(value, choosePrecision(unit, [cell]));
}

describe('written numbers', () => {
  // Flintshire Youth Justice Plan 2023-26 cuts these off: it prints 1.9, 1.7 and 3%.
  it.each([
    ['288 offences of 147 children', 'mean', 288 / 147, 147, '2.0'],
    ['311 offences of 174 children', 'mean', 311 / 174, 174, '1.8'],
    ['16 of 311', 'proportion', 16 / 311, 311, '5%'],
    ['57 of 200, a half of a per cent', 'proportion', 57 / 200, 200, '29%'],
    ['a limit of 9.2 − 2.66 × 2.5, which is 2.55', 'mean', 9.2 - 2.66 * 2.5, 1, '2.6'],
  ] as const)('round %s', (_, unit, value, denominator, text) => {
    expect(written(unit, value, denominator)).toBe(text);
  });

  it.each([
    ['count', 1234, '1,234'],
    ['per 100,000', 186.729, '186.7'],
    ['per 100,000', 16767.64, '16,768'],
    ['per 1,000', 0.2668, '0.27'],
    ['relative rate', 2.3274, '2.33'],
    ['relative rate', 13.68, '13.7'],
    ['relative rate', 154.7, '155'],
    ['proportion', 0.675, '68%'],
  ] as const)('writes a value %s without false precision', (unit, value, text) => {
    expect(written(unit, value)).toBe(text);
  });

  it('have a decimal percentage only when the base is a thousand or more', () => {
    expect(written('proportion', 0.1234, 999)).toBe('12%');
    expect(written('proportion', 0.1234, 1000)).toBe('12.3%');
  });
});

describe('layout of a chart', () => {
  it('moves labels apart, keeps their order, and keeps them above the bottom', () => {
    expect(spreadPositions([50, 52, 10], 12, 100)).toEqual([50, 62, 10]);
    expect(spreadPositions([95, 96, 97], 12, 100)).toEqual([76, 88, 100]);
    expect(spreadPositions([], 12, 100)).toEqual([]);
  });

  it('divides an axis into round steps from zero, never smaller than one child', () => {
    expect(chooseTicks(475, 4).ticks).toEqual([0, 200, 400]);
    expect(chooseTicks(0.6, 4).ticks).toEqual([0, 0.2, 0.4, 0.6]);
    expect(chooseTicks(2, 4, 1).ticks).toEqual([0, 1, 2]);
  });

  it('wraps a label at spaces only', () => {
    const measure = (text: string): number => text.length;
    expect(wrapText('one two three', 7, 1, measure)).toEqual(['one two', 'three']);
    expect(wrapText('Rhosllannerchrugog', 7, 1, measure)).toEqual(['Rhosllannerchrugog']);
  });
});

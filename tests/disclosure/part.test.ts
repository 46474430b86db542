// Two figures, one of part of the other's children: those in the whole alone are never few.
import { describe, expect, it } from 'vitest';
import { disclose, type Sensitivity } from '../../pipeline/disclosure/disclose.js';
import { THRESHOLD, valueOf } from './table.js';

const RULES = new Map<string, Sensitivity>([
  ['whole', { kind: 'proportion', hiddenWith: null }],
  ['part', { kind: 'proportion', hiddenWith: null, partOf: 'whole' }],
]);

function seen(
  whole: readonly [number, number],
  part: readonly [number, number],
  hideBelow = THRESHOLD,
) {
  const values = [valueOf(whole, { measure: 'whole' }), valueOf(part, { measure: 'part' })];
  return disclose(values, RULES, hideBelow).map(({ status }) => status);
}

describe('a part beside its whole', () => {
  it.each([
    ['five more of each', [20, 60], [15, 50], 'shown'],
    ['none more who are counted', [20, 60], [20, 50], 'shown'],
    ['one more who is counted', [21, 60], [20, 50], 'hidden'],
    ['four more children', [20, 54], [15, 50], 'hidden'],
    ['three more of those not counted', [27, 60], [20, 50], 'hidden'],
    ['the very same children', [20, 60], [20, 60], 'shown'],
  ] as const)('with %s', (_, whole, part, status) => {
    expect(seen(whole, part)).toEqual(['shown', status]);
    expect(seen(whole, part, 0)).toEqual(['shown', 'shown']);
  });
});

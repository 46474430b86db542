// How many there are, beside shares of those of them who answered: those who did not are never few.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import type { Value } from '../../pipeline/domain/value.js';
import { discloseAudited } from './audited.js';
import { THRESHOLD, valueOf } from './table.js';

const RULES = new Map<string, DisclosureRelations>([
  ['returned', { kind: 'count', hiddenWith: null }],
  ['heard', { kind: 'proportion', hiddenWith: null, drawnFrom: 'returned' }],
  ['fair', { kind: 'proportion', hiddenWith: null, drawnFrom: 'returned' }],
]);

const told = (returned: number, heard: readonly [number, number]): Value[] => [
  valueOf(returned, { measure: 'returned' }),
  valueOf(heard, { measure: 'heard' }),
];

const seen = (returned: number, heard: readonly [number, number], hideBelow = THRESHOLD) =>
  discloseAudited(told(returned, heard), RULES, hideBelow).map(({ status }) => status);

describe('a count and a share drawn from it', () => {
  it.each([
    ['all answered', 40, [20, 40], 'shown'],
    ['one left it blank', 41, [20, 40], 'hidden'],
    ['four left it blank', 40, [20, 36], 'hidden'],
    ['five left it blank', 40, [20, 35], 'shown'],
    ['two answered twice', 40, [20, 42], 'hidden'],
  ] as const)('%s', (_, returned, heard, status) => {
    expect(seen(returned, heard).includes('hidden')).toBe(status === 'hidden');
    expect(seen(returned, heard, 0)).toEqual(['shown', 'shown']);
  });

  it('suppress nothing in another year', () => {
    const window = { id: '2022-03-31', starts: '2021-04-01', ends: '2022-03-31' };
    const values = [...told(40, [20, 36]), valueOf(40, { measure: 'returned', window })];
    expect(discloseAudited(values, RULES, THRESHOLD).at(-1)?.status).toBe('shown');
  });

  it('are suppressed in a later pack if few of the new questionnaires are blank', () => {
    const first = discloseAudited(told(40, [20, 30]), RULES, THRESHOLD);
    const later = discloseAudited(told(52, [25, 40]), RULES, THRESHOLD, [first]);
    expect(first.map(({ status }) => status)).toEqual(['shown', 'shown']);
    expect(later.map(({ status }) => status)).toContain('hidden');
  });

  it('reveal no small number of blanks, for any number of questions', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, fc.array(count, { minLength: 2, maxLength: 2 }), (returned, blanks) => {
        const answered = blanks.map((blank) => Math.max(returned - blank, 0));
        const [all, ...shares] = discloseAudited(
          [
            valueOf(returned, { measure: 'returned' }),
            valueOf([0, answered[0] ?? 0], { measure: 'heard' }),
            valueOf([0, answered[1] ?? 0], { measure: 'fair' }),
          ],
          RULES,
          THRESHOLD,
        );
        if (all?.status !== 'shown') return;
        for (const share of shares) {
          if (share.status !== 'shown') continue;
          const blank = (all.numerator ?? 0) - (share.denominator ?? 0);
          expect(blank > 0 && blank < THRESHOLD).toBe(false);
        }
      }),
    );
  });
});

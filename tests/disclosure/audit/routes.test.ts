// What an attacker found in public packs → the audit finds it, and finds nothing once the right figure is hidden too.
import { describe, expect, it } from 'vitest';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { expectClosed, figure, findExposures, TOTAL, type Relations } from './few-figures.js';

describe('routes by which an attacker found children', () => {
  it('those of a total who have none of one overlapping group, of orders or of needs', () => {
    const relations: Relations = { asked: { kind: 'proportion' } };
    const shown = [
      figure('asked', TOTAL, [30, 60]),
      figure('asked', 'order_type: Diversion', [25, 57]),
      figure('asked', 'order_type: Community', [20, 40]),
    ];
    expect(findExposures(relations, shown)).toEqual([
      expect.stringMatching(/Diversion.*: 3 to 3$/),
    ]);
    const needs = [figure('asked', TOTAL, [30, 60]), figure('asked', 'need: Housing', [27, 60])];
    expect(findExposures(relations, needs)).toEqual([expect.stringMatching(/Housing.*: 3 to 3$/)]);
  });

  it('those with several overlapping groups, by the groups less the total', () => {
    const relations: Relations = { asked: { kind: 'proportion' } };
    const build = (custody: string): RegisteredFigure[] => [
      figure('asked', TOTAL, [30, 60]),
      figure('asked', 'order_type: Diversion', [15, 32]),
      figure('asked', custody, [12, 30]),
    ];
    expect(findExposures(relations, build('order_type: Custody'))).toEqual([
      expect.stringMatching(/a cover: 2 to 2$/),
    ]);
    expect(findExposures(relations, build('~order_type: Custody'))).toEqual([]);
  });

  it('those of a whole who are not of a part of its part, and those not counted in either', () => {
    const relations: Relations = {
      whole: { kind: 'proportion' },
      part: { kind: 'proportion', partOf: 'whole' },
      least: { kind: 'proportion', partOf: 'part' },
    };
    const chain = [
      figure('whole', TOTAL, [20, 80]),
      figure('part', '~total: all', [19, 60]),
      figure('least', TOTAL, [18, 40]),
    ];
    expect(findExposures(relations, chain)).toContainEqual(
      expect.stringMatching(/least.* within whole numerator: 2 to 2$/),
    );
    const rest = [figure('whole', TOTAL, [27, 60]), figure('part', TOTAL, [20, 50])];
    expect(findExposures(relations, rest)).toEqual([
      expect.stringMatching(/the rest of the shares: 3 to 3$/),
    ]);
  });

  it('A: a draft, and the pack with one more child', () => {
    const relations: Relations = { worked: {} };
    const build = (more: number): RegisteredFigure[] => [
      figure('worked', TOTAL, 218 + more),
      figure('worked', 'sex: Female', 33 + more),
      figure('worked', 'sex: Male', 185),
      figure('worked', 'ethnicity: Other', 42),
      figure('worked', 'ethnicity: White', 176 + more),
    ];
    const found = findExposures(relations, build(0), build(1));
    for (const group of ['all', 'Female', 'White'])
      expect(found).toContainEqual(
        expect.stringMatching(new RegExp(`^change of .*"${group}"\\]: 1 to 1$`)),
      );
    expectClosed(relations, build(0), build(1));
  });

  it('B: a share beside the groups it is a group of', () => {
    const relations: Relations = {
      worked: {},
      share: {
        kind: 'proportion',
        sameAs: {
          numerator: {
            measure: 'worked',
            count: 'numerator',
            breakdown: 'looked_after',
            group: 'yes',
          },
          denominator: { measure: 'worked', count: 'numerator' },
        },
      },
    };
    const shown = [
      figure('worked', TOTAL, 218),
      figure('worked', 'looked_after: no', 183),
      figure('worked', '~looked_after: yes', 33),
      figure('worked', '~looked_after: not recorded', 2),
    ];
    const share = figure('share', TOTAL, [33, 218]);
    expect(findExposures(relations, [...shown, share])).toEqual([
      expect.stringContaining('not recorded'),
    ]);
    expect(findExposures(relations, [...shown, figure('share', '~total: all', [33, 218])])).toEqual(
      [],
    );
    expectClosed(relations, [...shown, share]);
  });

  it('B2: a share of those with an outcome beside their groups', () => {
    const relations: Relations = {
      formal: {},
      share: {
        kind: 'proportion',
        sameAs: {
          numerator: {
            measure: 'formal',
            count: 'numerator',
            breakdown: 'looked_after',
            group: 'yes',
          },
          denominator: { measure: 'formal', count: 'numerator' },
        },
      },
    };
    const shown = [
      figure('formal', '~total: all', 50),
      figure('formal', 'looked_after: yes', 6),
      figure('formal', 'looked_after: no', 42),
      figure('formal', '~looked_after: not recorded', 2),
      figure('share', TOTAL, [6, 50]),
    ];
    expect(findExposures(relations, shown)).toEqual([
      expect.stringMatching(/not recorded"\]: 2 to 2$/),
    ]);
    expectClosed(relations, shown);
  });
});

// Further routes by which an attacker found children in public packs → each found by the audit, and closed by its choice.
import { describe, expect, it } from 'vitest';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { expectClosed, figure, findExposures, TOTAL, type Relations } from './few-figures.js';

describe('routes by which an attacker found children', () => {
  it('C: two indicators of the same children, each hiding another group', () => {
    const relations: Relations = {
      kpi1: { kind: 'proportion' },
      kpi2: {
        kind: 'proportion',
        sameAs: { denominator: { measure: 'kpi1', count: 'denominator' } },
      },
    };
    const build = (male: string): RegisteredFigure[] => [
      figure('kpi1', TOTAL, [52, 100]),
      figure('kpi1', '~sex: Female', [10, 30]),
      figure('kpi1', male, [40, 67]),
      figure('kpi1', '~sex: Other', [2, 3]),
      figure('kpi2', TOTAL, [34, 100]),
      figure('kpi2', 'sex: Female', [20, 30]),
      figure('kpi2', '~sex: Male', [12, 67]),
      figure('kpi2', '~sex: Other', [2, 3]),
    ];
    expect(findExposures(relations, build('sex: Male'))).toContainEqual(
      '["kpi1","denominator","2022-04-01","2023-03-31","sex","Other"]: 3 to 3',
    );
    expect(findExposures(relations, build('~sex: Male'))).toEqual([]);
    expectClosed(relations, build('sex: Male'));
  });

  it('E: parts that cover a whole', () => {
    const tiers = ['pre_court', 'first_tier', 'community', 'custody'];
    const relations: Relations = {
      formal: { coveredBy: tiers.map((measure) => ({ measure, count: 'numerator' })) },
      ...Object.fromEntries(tiers.map((tier) => [tier, { partOf: 'formal' }])),
    };
    const build = (community: string): RegisteredFigure[] => [
      figure('formal', TOTAL, 43),
      figure('pre_court', TOTAL, 15),
      figure('first_tier', TOTAL, 15),
      figure('community', community, 10),
      figure('custody', '~total: all', 3),
    ];
    // Forty in the other tiers leave three at least: the count may be larger, and is not exposed.
    expect(findExposures(relations, build(TOTAL))).toEqual([]);
    const alone: Relations = { ...relations, custody: { partOf: 'serious' }, serious: {} };
    const serious = figure('serious', TOTAL, 4);
    expect(findExposures(alone, [...build(TOTAL), serious])).toContainEqual(
      expect.stringMatching(/^\["custody".*: 3 to 4$/),
    );
    expectClosed(alone, [...build(TOTAL), figure('serious', '~total: all', 4)]);
  });

  it('F: a share hidden, and its twin of the same cases shown', () => {
    const relations: Relations = {
      cases: {},
      appropriate: {
        kind: 'proportion',
        sameAs: {
          numerator: { measure: 'cases', count: 'numerator', breakdown: 'finding', group: 'Good' },
          denominator: { measure: 'cases', count: 'numerator' },
        },
      },
    };
    const build = (finding: string): RegisteredFigure[] => [
      figure('cases', TOTAL, 20),
      figure('cases', finding, 4),
      figure('cases', 'finding: Poor', 16),
      figure('appropriate', '~total: all', [4, 20]),
    ];
    expect(findExposures(relations, build('finding: Good'))).toContainEqual(
      expect.stringMatching(/"Good"\]: 4 to 4$/),
    );
    expectClosed(relations, build('~finding: Good'));
  });

  it('I: events less children', () => {
    const relations: Relations = {
      children: { within: [{ measure: 'events', count: 'numerator' }] },
      events: {},
    };
    const build = (events: string): RegisteredFigure[] => [
      figure('children', TOTAL, 17),
      figure('events', events, 18),
    ];
    expect(findExposures(relations, build(TOTAL))).toEqual([
      'children total all 2022-04-01 to 2023-03-31 within events numerator: 1 to 1',
    ]);
    expect(findExposures(relations, build('~total: all'))).toEqual([]);
    expectClosed(relations, build(TOTAL));
  });

  it('J: a whole and its part by other measures', () => {
    const relations: Relations = {
      worked: {},
      ended: { within: [{ measure: 'worked', count: 'numerator' }] },
    };
    const shown = [figure('worked', TOTAL, 24), figure('ended', TOTAL, 21)];
    expect(findExposures(relations, shown)).toEqual([expect.stringContaining(': 3 to 3')]);
    expectClosed(relations, shown);
  });

  it('K: one of seven added between two packs was not assessed', () => {
    const relations: Relations = {
      worked: {},
      assessed: { partOf: 'worked' },
    };
    const before = [figure('worked', TOTAL, 222), figure('assessed', TOTAL, 177)];
    const after = [figure('worked', TOTAL, 229), figure('assessed', TOTAL, 183)];
    const hidden = [figure('worked', TOTAL, 229), figure('assessed', '~total: all', 183)];
    expect(findExposures(relations, before, after)).toEqual([
      'change of assessed total all 2022-04-01 to 2023-03-31 within worked numerator: 1 to 1',
    ]);
    expect(findExposures(relations, before, hidden)).toEqual([]);
    expectClosed(relations, before, after);
  });

  it('H: a figure that stays as released, and its twin that does not', () => {
    const relations: Relations = {
      worked: {},
      share: {
        kind: 'proportion',
        sameAs: { denominator: { measure: 'worked', count: 'numerator' } },
      },
    };
    const before = [figure('worked', TOTAL, 218), figure('share', TOTAL, [40, 218])];
    const kept = {
      ...figure('worked', TOTAL, 219),
      printed: { numerator: 218, denominator: null },
    };
    expect(findExposures(relations, before, [kept, figure('share', TOTAL, [40, 219])])).toEqual([
      expect.stringMatching(/^change of .* the rest of the share: 1 to 1$/),
    ]);
    const both = {
      ...figure('share', TOTAL, [40, 219]),
      printed: { numerator: 40, denominator: 218 },
    };
    expect(findExposures(relations, before, [kept, both])).toEqual([]);
    expectClosed(relations, before, [kept, figure('share', TOTAL, [40, 219])]);
  });
});

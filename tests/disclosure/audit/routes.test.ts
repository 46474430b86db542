// What an attacker found in public packs → the audit finds it, and finds nothing once the right figure is hidden too.
import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem } from '../../../pipeline/disclosure/audit/audit.js';
import { protectRelease } from '../../../pipeline/disclosure/audit/protect.js';
import { describeReleases } from '../../../pipeline/disclosure/audit/release-system.js';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { loadSolver, type OpenModel } from '../../../pipeline/disclosure/audit/solver.js';
import type { DisclosureRelations } from '../../../pipeline/disclosure/relations.js';
import type { Counted } from '../table.js';

let openModel: OpenModel;
beforeAll(async () => {
  openModel = await loadSolver();
});

const STANDARD = { reaches: 5, possibleValues: 3 };
const YEAR = { starts: '2022-04-01', ends: '2023-03-31' };

/** A figure that the edition prints; a figure that it hides has a `~` before the name of its group. */
function figure(
  measure: string,
  place: string,
  counted: Counted,
  window: { readonly starts: string; readonly ends: string } = YEAR,
): RegisteredFigure {
  const isHidden = place.startsWith('~');
  const [breakdown = '', group = ''] = place.replace('~', '').split(': ');
  const [numerator, denominator] = typeof counted === 'number' ? [counted, null] : counted;
  const counts = { numerator, denominator };
  return { measure, ...window, breakdown, group, ...counts, printed: isHidden ? null : counts };
}

type Relations = Readonly<Record<string, Partial<DisclosureRelations>>>;

function find(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): string[] {
  const system = describeReleases(releases, completeRelations(relations), 5);
  expect(system.broken).toEqual([]);
  const { exposures } = auditSystem({ ...system, standard: STANDARD }, openModel);
  return exposures.map(({ name, least, most }) => `${name}: ${String(least)} to ${String(most)}`);
}

function completeRelations(relations: Relations): Map<string, DisclosureRelations> {
  const told = Object.entries(relations).map(([measure, own]) => {
    return [measure, { kind: 'count', hiddenWith: null, ...own }] as const;
  });
  return new Map(told);
}

/** What is still found of the last release once the product has chosen what more to withhold of it, and how much it prints. */
function findAfterChoice(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): { readonly found: readonly string[]; readonly printed: number } {
  const newest = releases.at(-1) ?? [];
  const { release, findings } = protectRelease(
    releases.slice(0, -1),
    (withheld) => {
      const hidden = new Set(withheld.map(nameFigure));
      const figures = newest.map((each) =>
        hidden.has(nameFigure(each)) ? { ...each, printed: null } : each,
      );
      return { release: figures, figures };
    },
    { relations: completeRelations(relations), hideBelow: 5, standard: STANDARD },
    openModel,
  );
  return {
    found: findings.exposures.map(({ name }) => name),
    printed: release.filter(({ printed }) => printed !== null).length,
  };
}

function nameFigure({ measure, starts, ends, breakdown, group }: RegisteredFigure): string {
  return [measure, starts, ends, breakdown, group].join(' ');
}

/** Closed by the choice, and not by printing nothing. */
function expectClosed(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): void {
  const { found, printed } = findAfterChoice(relations, ...releases);
  expect(found).toEqual([]);
  expect(printed).toBeGreaterThan(0);
}

const TOTAL = 'total: all';

describe('routes by which an attacker found children', () => {
  it('those of a total who have none of one overlapping group, of orders or of needs', () => {
    const relations: Relations = { asked: { kind: 'proportion' } };
    const shown = [
      figure('asked', TOTAL, [30, 60]),
      figure('asked', 'order_type: Diversion', [25, 57]),
      figure('asked', 'order_type: Community', [20, 40]),
    ];
    expect(find(relations, shown)).toEqual([expect.stringMatching(/Diversion.*: 3 to 3$/)]);
    const needs = [figure('asked', TOTAL, [30, 60]), figure('asked', 'need: Housing', [27, 60])];
    expect(find(relations, needs)).toEqual([expect.stringMatching(/Housing.*: 3 to 3$/)]);
  });

  it('those with several overlapping groups, by the groups less the total', () => {
    const relations: Relations = { asked: { kind: 'proportion' } };
    const build = (custody: string): RegisteredFigure[] => [
      figure('asked', TOTAL, [30, 60]),
      figure('asked', 'order_type: Diversion', [15, 32]),
      figure('asked', custody, [12, 30]),
    ];
    expect(find(relations, build('order_type: Custody'))).toEqual([
      expect.stringMatching(/a cover: 2 to 2$/),
    ]);
    expect(find(relations, build('~order_type: Custody'))).toEqual([]);
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
    expect(find(relations, chain)).toContainEqual(
      expect.stringMatching(/least.* within whole numerator: 2 to 2$/),
    );
    const rest = [figure('whole', TOTAL, [27, 60]), figure('part', TOTAL, [20, 50])];
    expect(find(relations, rest)).toEqual([
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
    const found = find(relations, build(0), build(1));
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
    expect(find(relations, [...shown, share])).toEqual([expect.stringContaining('not recorded')]);
    expect(find(relations, [...shown, figure('share', '~total: all', [33, 218])])).toEqual([]);
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
    expect(find(relations, shown)).toEqual([expect.stringMatching(/not recorded"\]: 2 to 2$/)]);
    expectClosed(relations, shown);
  });

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
    expect(find(relations, build('sex: Male'))).toContainEqual(
      '["kpi1","denominator","2022-04-01","2023-03-31","sex","Other"]: 3 to 3',
    );
    expect(find(relations, build('~sex: Male'))).toEqual([]);
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
    expect(find(relations, build(TOTAL))).toEqual([]);
    const alone: Relations = { ...relations, custody: { partOf: 'serious' }, serious: {} };
    const serious = figure('serious', TOTAL, 4);
    expect(find(alone, [...build(TOTAL), serious])).toContainEqual(
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
    expect(find(relations, build('finding: Good'))).toContainEqual(
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
    expect(find(relations, build(TOTAL))).toEqual([
      'children total all 2022-04-01 to 2023-03-31 within events numerator: 1 to 1',
    ]);
    expect(find(relations, build('~total: all'))).toEqual([]);
    expectClosed(relations, build(TOTAL));
  });

  it('J: a whole and its part by other measures', () => {
    const relations: Relations = {
      worked: {},
      ended: { within: [{ measure: 'worked', count: 'numerator' }] },
    };
    const shown = [figure('worked', TOTAL, 24), figure('ended', TOTAL, 21)];
    expect(find(relations, shown)).toEqual([expect.stringContaining(': 3 to 3')]);
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
    expect(find(relations, before, after)).toEqual([
      'change of assessed total all 2022-04-01 to 2023-03-31 within worked numerator: 1 to 1',
    ]);
    expect(find(relations, before, hidden)).toEqual([]);
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
    expect(find(relations, before, [kept, figure('share', TOTAL, [40, 219])])).toEqual([
      expect.stringMatching(/^change of .* the rest of the share: 1 to 1$/),
    ]);
    const both = {
      ...figure('share', TOTAL, [40, 219]),
      printed: { numerator: 40, denominator: 218 },
    };
    expect(find(relations, before, [kept, both])).toEqual([]);
    expectClosed(relations, before, [kept, figure('share', TOTAL, [40, 219])]);
  });
});

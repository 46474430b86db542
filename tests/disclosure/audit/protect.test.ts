// Releases that expose counts → which figures are withheld for it, and that this is enough, and says nothing of sizes.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  auditReleases,
  findInherited,
  protectRelease,
} from '../../../pipeline/disclosure/audit/protect.js';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { loadSolver, type OpenModel } from '../../../pipeline/disclosure/audit/solver.js';
import type { DisclosureRelations } from '../../../pipeline/disclosure/relations.js';

let openModel: OpenModel;
beforeAll(async () => {
  openModel = await loadSolver();
});

const RULE = { hideBelow: 5, standard: { reaches: 5, possibleValues: 3 } };
const relations = new Map<string, DisclosureRelations>([
  [
    'children',
    { kind: 'count', hiddenWith: null, within: [{ measure: 'events', count: 'numerator' }] },
  ],
  ['events', { kind: 'count', hiddenWith: null }],
]);

type Groups = Readonly<Record<string, number>>;

/** A measure's total and groups; the groups of fewer than five are withheld, and no others. */
function table(measure: string, groups: Groups): RegisteredFigure[] {
  const total = Object.values(groups).reduce((sum, count) => sum + count, 0);
  const cells = { all: total, ...groups };
  return Object.entries(cells).map(([group, numerator]) => {
    const breakdown = group === 'all' ? 'total' : 'ethnicity';
    const place = { measure, starts: '2022-04-01', ends: '2023-03-31', breakdown, group };
    const counts = { numerator, denominator: null };
    const isSmall = numerator > 0 && numerator < RULE.hideBelow;
    return { ...place, ...counts, printed: isSmall ? null : counts };
  });
}

/** Withholds what is chosen; gives the release, and what is still exposed. */
function withhold(
  earlier: readonly RegisteredFigure[][],
  newest: RegisteredFigure[],
): { release: RegisteredFigure[]; exposed: string[] } {
  const { release, findings } = protectRelease(
    earlier,
    (withheld) => {
      const hidden = new Set(withheld.map(nameFigure));
      const given = newest.map((each) =>
        hidden.has(nameFigure(each)) ? { ...each, printed: null } : each,
      );
      return { release: given, figures: given };
    },
    { ...RULE, relations },
    openModel,
  );
  return { release, exposed: findings.exposures.map(({ name }) => name) };
}

function nameFigure({ measure, group }: RegisteredFigure): string {
  return `${measure} ${group}`;
}

function listWithheld(release: readonly RegisteredFigure[]): string[] {
  return release.flatMap(({ measure, group, printed }) => (printed ? [] : [`${measure} ${group}`]));
}

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 30 }));
const groups = fc.record({ Asian: count, Black: count, Mixed: count, White: count });

describe('what is withheld until nothing is exposed', () => {
  it('is enough, in any table of children and their events', () => {
    fc.assert(
      fc.property(groups, groups, (children, more) => {
        const events = Object.fromEntries(
          Object.entries(children).map(([group, each]) => [
            group,
            each === 0 ? 0 : each + (more[group as keyof typeof more] % 4),
          ]),
        );
        const newest = [...table('children', children), ...table('events', events)];
        expect(withhold([], newest).exposed).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is another group and not the total, where one is enough', () => {
    const { release } = withhold([], table('children', { Asian: 3, Black: 20, White: 30 }));
    expect(listWithheld(release)).toHaveLength(2);
    expect(listWithheld(release)).not.toContain('children all');
  });

  it('P: is the same group whatever the small count is, so that none is told by which it is', () => {
    // Two others sum to 13 beside 9. The smallest first would be chosen beside a 4 alone: 9 of 13 is left by no other.
    const sizes = [1, 2, 3, 4].map((small) => ({ Asian: small, Black: 13 - small, White: 9 }));
    const smallestFirst = sizes.filter(({ Black, White }) => Black <= White);
    expect(smallestFirst).toEqual([{ Asian: 4, Black: 9, White: 9 }]);
    const [first, ...others] = sizes.map((each) =>
      listWithheld(withhold([], table('children', each)).release),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it('is the same group, whichever is larger', () => {
    const withheld = [
      { Asian: 3, Black: 9, Mixed: 40, White: 15 },
      { Asian: 2, Black: 40, Mixed: 9, White: 15 },
      { Asian: 4, Black: 15, Mixed: 40, White: 9 },
    ].map((each) => listWithheld(withhold([], table('children', each)).release));
    expect(withheld[1]).toEqual(withheld[0]);
    expect(withheld[2]).toEqual(withheld[0]);
  });

  it('is the same in whatever order the figures come', () => {
    const newest = [
      ...table('children', { Asian: 3, Black: 9, Mixed: 1, White: 15 }),
      ...table('events', { Asian: 5, Black: 11, Mixed: 1, White: 20 }),
    ];
    const forwards = listWithheld(withhold([], newest).release).sort();
    const backwards = listWithheld(withhold([], [...newest].reverse()).release).sort();
    expect(backwards).toEqual(forwards);
  });

  it('cannot take back what an earlier release printed, which is said', () => {
    const exposed = table('children', { Asian: 3, Black: 20, White: 30 });
    const { exposed: left } = withhold([exposed], exposed);
    expect(left).toEqual([
      '["children","numerator","2022-04-01","2023-03-31","ethnicity","Asian"]',
    ]);
    const audit = { ...RULE, relations, releases: [exposed, exposed] };
    const { exposures } = auditReleases(audit, openModel);
    expect([...findInherited(audit, exposures, openModel)]).toEqual(left);
  });

  it('holds a change by a few against the release before', () => {
    const before = table('children', { Asian: 9, Black: 20, White: 30 });
    const { release, exposed } = withhold(
      [before],
      table('children', { Asian: 10, Black: 20, White: 30 }),
    );
    expect(exposed).toEqual([]);
    expect(listWithheld(release).length).toBeGreaterThanOrEqual(2);
  });
});

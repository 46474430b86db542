// What was given under another name is held against what is given now.
import { describe, expect, it } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import type { LedgerEvent } from '../../pipeline/deliveries/events.js';
import { archiveRelease } from '../../pipeline/deliveries/release-archive.js';
import type { Release } from '../../pipeline/deliveries/release-document.js';
import type { ReleaseNames } from '../../pipeline/deliveries/release-names.js';
import {
  fingerprintSupplements,
  differsFromRelease,
} from '../../pipeline/disclosure/supplement-history.js';
import { releaseEdition } from '../../pipeline/disclosure/release-entries.js';
import { collectReleasedCells } from '../../pipeline/disclosure/released.js';
import type { Curve } from '../../pipeline/domain/curve.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import type { Value } from '../../pipeline/domain/value.js';
import {
  buildReleaseHistory,
  readEarlierPacks,
  type ReleaseHistory,
} from '../../pipeline/editions/previous-releases.js';
import { sensitivities, tableOf, THRESHOLD, valueOf, WINDOW } from '../disclosure/table.js';
import { packOf, said } from '../disclosure/two-packs.js';
import { emptyFolder } from './folder.js';
import { namesOf, packsBefore, QUARTER } from './packs-before.js';
import { readProblem } from '../problems/words.js';

const COUNTS = sensitivities(
  Object.fromEntries(['children', 'entrants', 'first', 'second'].map((id) => [id, 'count'])),
);

const TODAY: ReleaseNames = {
  editions: namesOf({ public: [] }),
  measures: namesOf({ children: [] }),
  groups: new Map([
    ['total', namesOf({ all: [] })],
    ['sex', namesOf({ Female: ['Girls'], Male: [] })],
  ]),
  breakdowns: new Set(['sex', 'area']),
};

/** What a pack gave of values that nothing was given of before. */
function given(values: readonly Value[], edition = 'public'): Release {
  return [releaseEdition(edition, collectReleasedCells(packOf(values, [], COUNTS)), [])];
}

function named(measure: string, count: number): Value {
  return valueOf(count, { measure });
}

function afterReleases(releases: readonly Release[], names = TODAY): ReleaseHistory {
  const store = emptyFolder();
  return packsBefore(
    store,
    releases.map((release) => archiveRelease(store, release)),
    names,
  );
}

function seen(values: readonly Value[], { earlier }: ReleaseHistory): string[] {
  return disclose(values, COUNTS, THRESHOLD, earlier).map(said);
}

function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems;
  }
}

describe('a measure that was renamed', () => {
  const renamed = { ...TODAY, measures: namesOf({ children: ['entrants'] }) };
  const before = given([named('entrants', 20)]);

  it('is held against what was given under its former name', () => {
    expect(seen([named('children', 22)], afterReleases([before], renamed))).toEqual(['kept 20']);
    expect(seen([named('children', 30)], afterReleases([before], renamed))).toEqual(['30']);
  });

  it('would tell of two children without', () => {
    const apart = { ...TODAY, measures: namesOf({ children: [], entrants: [] }) };
    expect(seen([named('children', 22)], afterReleases([before], apart))).toEqual(['22']);
  });

  it('stops the build until it says so', () => {
    const problems = problemsOf(() => afterReleases([before, before]));
    expect(problems).toMatchObject([{ kind: 'data', code: 'unknown-released-name' }]);
    expect(readProblem(problems[0])?.what).toContain('the measure entrants');
    expect(readProblem(problems[0])?.fix).toContain('formerly');
  });

  it('twice is held against both names, and lists both', () => {
    const packs = ['first', 'second'].map((name, at) => given([named(name, 20 + 10 * at)]));
    const both = { ...TODAY, measures: namesOf({ children: ['second', 'first'] }) };
    expect(seen([named('children', 22)], afterReleases(packs, both))).toEqual(['hidden']);
    const one = { ...TODAY, measures: namesOf({ children: ['second'] }) };
    expect(problemsOf(() => afterReleases(packs, one))).toHaveLength(1);
  });

  it('with another into one is held against each of the two that one pack gave', () => {
    const joined = { ...TODAY, measures: namesOf({ children: ['first', 'second'] }) };
    const pack = given([named('first', 20), named('second', 40)]);
    for (const [count, expected] of [
      [22, 'kept 20'],
      [42, 'hidden'],
      [30, '30'],
    ] as const) {
      const [shown] = seen([named('children', count)], afterReleases([pack], joined));
      expect({ count, shown }).toEqual({ count, shown: expected });
    }
  });

  it('stood beside its former self: what it gave by its own name comes last', () => {
    const pack = given([named('children', 21), named('entrants', 20)]);
    const { earlier } = afterReleases([pack], renamed);
    expect(earlier.map((each) => [...each.values()].map(({ numerator }) => numerator))).toEqual([
      [20],
      [21],
    ]);
  });

  it('is restated beside what it gave by its former name', () => {
    const store = emptyFolder();
    const made = archiveRelease(store, before);
    const pack = { quarter: '2022-23 Q3', as_at: '2023-01-31', editions: ['public'], made };
    const lines: LedgerEvent[] = [{ seq: 1, on: '2023-01-31', what: 'packed', ...pack }];
    const releases = readEarlierPacks(store, lines, QUARTER, '2023-05-01');
    const [history] = buildReleaseHistory(releases, renamed)('public');
    expect([...(history?.compared[0]?.cells ?? [])]).toMatchObject([
      ['["children","2022-04-01","2023-03-31","total","all"]', { numerator: 20 }],
    ]);
  });

  it('has its curve held against the one of its former name', () => {
    const curve = (measure: string, children: number): Curve => ({
      ...{ measure, window: WINDOW, children, happened: 10, daysAtRisk: 900 },
      ...{ rate: { value: 1, lower: 0, upper: 2 }, median: null, steps: [], ages: [] },
    });
    const asGiven = (each: Curve): Parameters<typeof fingerprintSupplements>[0][number] => ({
      ...each,
      status: 'shown',
      daily: false,
    });
    const supplements = fingerprintSupplements([asGiven(curve('entrants', 40))]).values();
    const release = [releaseEdition('public', new Map(), supplements)];
    const { supplements: released } = afterReleases([release], renamed);
    expect(differsFromRelease(asGiven(curve('children', 40)), released)).toBe(false);
    expect(differsFromRelease(asGiven(curve('children', 42)), released)).toBe(true);
    expect(problemsOf(() => afterReleases([release]))).toHaveLength(1);
  });
});

describe('a group that was renamed', () => {
  const sexes = (first: string, total: number, girls: number): Value[] =>
    tableOf(total, { sex: { [first]: girls, Male: 20 } });
  const before = given(sexes('Girls', 30, 10));

  it('is held against what was given under its former label', () => {
    const history = afterReleases([before]);
    // What else must be suppressed is left to the audit, which has no counts of the release before here.
    expect(seen(sexes('Female', 36, 12), history)).toEqual(['36', 'hidden', '20']);
    expect(seen(sexes('Female', 36, 16), history)).toEqual(['36', '16', '20']);
  });

  it('stops the build until it says so', () => {
    const groups = new Map([...TODAY.groups, ['sex', namesOf({ Female: [], Male: [] })]]);
    const problems = problemsOf(() => afterReleases([before], { ...TODAY, groups }));
    expect(problems).toMatchObject([{ kind: 'data', code: 'unknown-released-name' }]);
    expect(readProblem(problems[0])?.what).toContain('the group Girls of sex');
  });
});

describe('a name that is not of a list', () => {
  const of = (breakdown: string, group: string): Release =>
    given([valueOf(30, {}), valueOf(20, { breakdown, group })]);

  it('is any group of a breakdown that takes its groups from the records', () => {
    expect(afterReleases([of('area', 'W06000005')]).earlier).toHaveLength(1);
  });

  it('stops the build where the breakdown is not known', () => {
    const problems = problemsOf(() => afterReleases([of('district', 'W06000005')]));
    expect(
      problems.map((each) => [each.code, /the breakdown district/.test(readProblem(each).what)]),
    ).toEqual([['unknown-released-name', true]]);
  });

  it('stops the build where the edition is not known, and is held against it where it was renamed', () => {
    const release = given([named('children', 20)], 'open');
    expect(readProblem(problemsOf(() => afterReleases([release]))[0])?.what).toContain(
      'the edition open',
    );
    const renamed = { ...TODAY, editions: namesOf({ public: ['open'] }) };
    expect(seen([named('children', 22)], afterReleases([release], renamed))).toEqual(['kept 20']);
  });
});

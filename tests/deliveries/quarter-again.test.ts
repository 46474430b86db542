// A quarter built again: what the first build gave and the second gives otherwise is said, and the public edition keeps it.
import { describe, expect, it } from 'vitest';
import { curveOf, curvesOf, Q3, storeOfReleases, type Built } from './quarter-again.js';

const FIRST = { asAt: '2023-05-15' } as const;
const SECOND = { asAt: '2023-06-20' } as const;

const changes = ({ listed }: Built): unknown[] =>
  listed.map((row) => [row['pack'], row['as_at'], row['numerator_then'], row['numerator_now']]);

describe('28 first-time entrants, and then 31', () => {
  const build = storeOfReleases();
  const first = build({ entrants: 28 }, FIRST);
  const second = build({ entrants: 31 }, SECOND);

  it('is said in the list, on the page and in both languages', () => {
    expect(changes(second)).toEqual([['2022-23 Q4', '2023-05-15', 28, 31]]);
    expect(second.page('board')).toMatch(
      /was built before, with data known on 15.May.2023\. This pack replaces it\..* First-time entrants .*28 31 /,
    );
    expect(second.page('board', 'cy')).toMatch(
      /Lluniwyd pecyn y chwarter hwn o’r blaen.*15.Mai.2023.* 28 31 /,
    );
  });

  it('O: stays 28 in the public edition, which gives no difference and does not name what a late child touched', () => {
    expect([first.said('public'), second.said('public')]).toEqual(['28', 'kept 28']);
    expect(second.page('public')).toMatch(/changed by fewer than 5 .* stands as it was given/);
    // Yesterday's page named the measure, beside the day on which the child's extract came.
    expect(second.page('public')).not.toMatch(/First-time entrants/);
    // It says the same where nothing came, so that it does not tell that something did.
    const unchanged = storeOfReleases();
    unchanged({ entrants: 28 }, FIRST);
    expect(unchanged({ entrants: 28 }, SECOND).page('public')).toBe(second.page('public'));
    expect(second.page('public')).not.toMatch(/\b31\b/);
  });

  it('was no revision the first time, and the sentence says what is so', () => {
    expect(first.listed).toEqual([]);
    expect(first.page('board')).toMatch(
      /There is no earlier pack to compare with\. The service’s store holds no figures .* from data known on 15.May.2023 or sooner\./,
    );
  });

  it('says the same when it is built again with nothing changed, and the first still says what it said', () => {
    const again = build({ entrants: 31 }, SECOND);
    expect(changes(again)).toEqual(changes(second));
    for (const name of ['board', 'public']) {
      expect(again.page(name)).toBe(second.page(name));
      const look = build({ entrants: 28 }, FIRST);
      expect([look.said(name), look.page(name)]).toEqual([first.said(name), first.page(name)]);
    }
  });
});

describe('the audit of a quarter built again', () => {
  const audited = (built: Built): number | undefined => built.edition('public').audit?.releases;

  it('takes together all that its readers have: a build of the quarter before, on whatever day, and none of itself', () => {
    const build = storeOfReleases();
    expect(audited(build({ entrants: 28 }, FIRST))).toBe(1);
    expect(audited(build({ entrants: 28 }, FIRST))).toBe(1);
    expect(audited(build({ entrants: 31 }, FIRST))).toBe(2);
    expect(audited(build({ entrants: 36 }, SECOND))).toBe(3);
    expect(audited(build({ entrants: 36 }, SECOND))).toBe(3);
  });

  it('takes those of other quarters with it', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, { asAt: '2023-02-15', quarter: Q3 });
    expect(audited(build({ entrants: 31 }, FIRST))).toBe(2);
    expect(audited(build({ entrants: 36 }, SECOND))).toBe(3);
  });
});

describe('a quarter built again as at the same day', () => {
  it('of other extracts is a revision, and the public edition is held against the first', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, FIRST);
    const second = build({ entrants: 31 }, FIRST);
    expect(changes(second)).toEqual([['2022-23 Q4', '2023-05-15', 28, 31]]);
    expect(second.said('public')).toBe('kept 28');
    const again = build({ entrants: 31 }, FIRST);
    expect(again.page('board')).toBe(second.page('board'));
    expect(again.page('public')).toBe(second.page('public'));
  });

  it('of the same is none, however often', () => {
    const build = storeOfReleases();
    const first = build({ entrants: 28 }, FIRST);
    for (let times = 0; times < 3; times += 1) {
      const again = build({ entrants: 28 }, FIRST);
      expect([again.listed, again.page('board')]).toEqual([[], first.page('board')]);
      expect(again.said('public')).toBe('28');
    }
  });

  it('and revised back says so: 28, 31, 28', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, FIRST);
    build({ entrants: 31 }, FIRST);
    const back = build({ entrants: 28 }, FIRST);
    expect(changes(back)).toEqual([['2022-23 Q4', '2023-05-15', 31, 28]]);
    expect(back.page('board')).toMatch(/ 31 28 /);
    expect(changes(build({ entrants: 28 }, FIRST))).toEqual(changes(back));
  });
});

describe('a quarter revised', () => {
  it('and revised back on a later day is compared to the last of the two', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, FIRST);
    build({ entrants: 35 }, SECOND);
    const third = build({ entrants: 28 }, { asAt: '2023-07-20' });
    expect(changes(third)).toEqual([['2022-23 Q4', '2023-06-20', 35, 28]]);
    expect(third.said('public')).toBe('28');
  });

  it('from no data, or to none, gives a number on one side', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, FIRST);
    const none = build({ entrants: null }, SECOND);
    expect(changes(none)).toEqual([['2022-23 Q4', '2023-05-15', 28, null]]);
    expect(none.page('board')).toMatch(/28 not given/);
  });

  it('in the public edition alone is compared to what that edition gave', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, { ...FIRST, editions: ['public'] });
    const few = build({ entrants: 31 }, { ...SECOND, editions: ['public'] });
    expect([few.said('public'), few.listed]).toEqual(['kept 28', []]);
    const more = build({ entrants: 40 }, { asAt: '2023-07-20', editions: ['public'] });
    expect([more.said('public'), changes(more)]).toEqual([
      '40',
      [['2022-23 Q4', '2023-06-20', 28, 40]],
    ]);
    const board = build({ entrants: 40 }, { asAt: '2023-07-20', editions: ['board'] });
    expect(board.page('board')).toMatch(/There is no earlier pack to compare with/);
  });

  it('is compared to packs, never to a draft; a public draft still holds the public edition', () => {
    const build = storeOfReleases();
    build({ entrants: 28 }, { ...FIRST, draft: true, editions: ['public'] });
    const pack = build({ entrants: 31 }, SECOND);
    expect([pack.listed, pack.said('public')]).toEqual([[], 'kept 28']);
    expect(pack.page('board')).toMatch(/There is no earlier pack to compare with/);
  });

  it('is compared to what knew no more: a look back is not revised by what came later', () => {
    const build = storeOfReleases();
    build({ entrants: 31 }, SECOND);
    const back = build({ entrants: 28 }, FIRST);
    expect([back.listed, back.said('public')]).toEqual([[], 'kept 31']);
    expect(back.page('board')).toMatch(/from data known on 15.May.2023 or sooner/);
  });

  it('beside the last pack of an earlier quarter is compared to both', () => {
    const build = storeOfReleases();
    build({ entrants: 20 }, { asAt: '2023-02-15', quarter: Q3 });
    build({ entrants: 28 }, FIRST);
    const second = build({ entrants: 31 }, SECOND);
    expect(second.page('board')).toMatch(
      /was built before.* 28 31 .*the last pack of an earlier quarter, of 2022-23 Q3.* 20 31 /,
    );
  });

  it('in a curve alone: the figures stand, and the public edition hides the curve', () => {
    const build = storeOfReleases();
    const first = build({ entrants: 28, curve: curveOf(8) }, FIRST);
    expect(curvesOf(first.edition('public'))).toMatchObject([{ status: 'shown' }]);
    const second = build({ entrants: 28, curve: curveOf(9) }, FIRST);
    expect(curvesOf(second.edition('public'))).toMatchObject([{ status: 'hidden' }]);
    expect(curvesOf(second.edition('public'))).toHaveLength(1);
    expect([second.listed, second.said('public')]).toEqual([[], '28']);
    expect(second.page('public')).toMatch(/No figure that both give differs/);
  });
});

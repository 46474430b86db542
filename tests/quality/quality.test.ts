// What the data-quality page of an edition that hides may say of a small extract, and of a small count.
import { expect, test } from 'vitest';
import type { ExtractReceipt } from '../../pipeline/pack/input.js';
import { viewDataQuality } from '../../pipeline/render/data-quality.js';
import type { QualityFacts } from '../../pipeline/results/quality-facts.js';

const INCIDENTS: ExtractReceipt = {
  title: { en: 'Incidents', cy: 'Digwyddiadau' },
  files: ['incidents.csv'],
  received: 2,
  accepted: 2,
  setAside: 0,
  share: 1,
  from: '2022-05-01',
  to: '2022-06-01',
  reach: '2022-06-01',
  endsEarly: true,
  owed: null,
  touches: [],
};
const OUTCOMES: ExtractReceipt = {
  ...INCIDENTS,
  ...{ received: 1000, accepted: 990, setAside: 10, share: 0.99 },
};

const FACTS: QualityFacts = {
  coversFrom: null,
  unshown: [],
  extracts: [INCIDENTS, OUTCOMES],
  checks: [
    { what: { en: 'Sex', cy: 'Rhyw' }, about: null, count: 3, whole: 700 },
    { what: 'quality.found.ethnicity_local_labels', about: 'A label', count: 1, whole: 700 },
    { what: 'quality.found.old_codes', about: null, count: 13, whole: 700 },
  ],
};
const seenBy = (hideBelow: number): ReturnType<typeof viewDataQuality> =>
  viewDataQuality(FACTS, hideBelow, 'en', (key) => key);

test('an edition that hides tells no number of rows and no day of one, for two packs could be subtracted', () => {
  const unsaid = {
    received: null,
    accepted: null,
    setAside: null,
    from: null,
    to: null,
    reach: null,
  };
  const [few, many] = seenBy(5).extracts;
  expect(few).toMatchObject({ ...unsaid, share: 'hidden', endsEarly: true });
  expect(many).toMatchObject({ ...unsaid, share: 0.99 });
  expect(seenBy(0).extracts).toEqual(FACTS.extracts);
});

test('of what was found it tells the share, and not of a few; a line about one small label is not there at all', () => {
  expect(seenBy(5).checks).toEqual([
    { what: 'Sex', count: null, share: null },
    { what: 'quality.found.old_codes', count: null, share: 0.02 },
  ]);
  expect(seenBy(0).checks.map(({ count }) => count)).toEqual([3, 1, 13]);
});

/** The counts of 5 or more out of a whole, and of which as many are left, that a share could be of. */
function findCounts(
  share: number | null,
  whole: number,
  view: (count: number) => number | null,
): number[] {
  return Array.from({ length: whole + 1 }, (_, count) => count)
    .filter((count) => !(count > 0 && count < 5) && !(whole - count > 0 && whole - count < 5))
    .filter((count) => view(count) === share);
}

test('M: a share of 58 children that moves says of no one child, though no figure moves', () => {
  const see = (count: number, whole: number): number | null => {
    const checks = [{ what: 'found', about: null, count, whole }];
    return viewDataQuality({ ...FACTS, checks }, 5, 'en', (key) => key).checks[0]?.share ?? null;
  };
  // Yesterday's whole percents: 19% is eleven children and 17% ten.
  const yesterday = (count: number): number => Math.round((count / 58) * 100) / 100;
  expect([findCounts(0.19, 58, yesterday), findCounts(0.17, 58, yesterday)]).toEqual([[11], [10]]);
  expect([see(11, 58), see(10, 58)]).toEqual([0.2, 0.2]);
  // Three possible values are what the edition asks of every interval.
  for (const whole of [20, 30, 58, 100, 333, 700])
    for (let count = 5; count <= whole - 5; count += 1)
      expect(
        findCounts(see(count, whole), whole, (each) => see(each, whole)).length,
      ).toBeGreaterThanOrEqual(3);
  expect(see(9, 19)).toBeNull();
});

// reviews.csv: what a signed difference from a published figure must name, and what is said of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { selectCarriedEntries } from '../../pipeline/commentary/editions.js';
import { readRegisters } from '../../pipeline/commentary/registers.js';
import { findUnknownReviews, writeReviews } from '../../pipeline/commentary/reviews.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { PublishedFigure } from '../../pipeline/domain/published.js';
import { declare, shown } from '../figures/sample.js';
import { readProblem } from '../problems/words.js';
import { nameableMeasures, rowContext } from './sample.js';

const HEADS =
  'id,measures,window_end,published_in,verdict,ours,published,reason_en,reason_cy,name,role,decided_on';
const LINE =
  'R1,first_time_entrants,2023-03-31,The tool,accepted,28,30,Two moved.,Symudodd dau.,A Person,Officer,2023-05-02';
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function readReviews(...lines: readonly string[]): ReturnType<typeof readRegisters> {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-reviews-'));
  made.push(folder);
  writeFileSync(join(folder, 'reviews.csv'), `${[HEADS, ...lines].join('\n')}\n`);
  return readRegisters(folder, { measures: nameableMeasures(), editions: new Set() });
}

const DECLARED = declare({ kind: 'count' });
const window = { ...windowEnding('2023-03-31', 12), status: 'known' as const };
const base = {
  ...{ measure: 'first_time_entrants', breakdown: 'total', group: 'all', window, areaName: 'S' },
} as const;

function own(numerator: number): DisclosedCell {
  return { ...shown(DECLARED, window, numerator, null), ...base, origin: 'own' };
}

const theirs: DisclosedCell = {
  ...shown(DECLARED, window, 30, null),
  ...{ ...base, origin: 'published', source: 'The tool', areaKind: 'service' },
};

function write(cells: readonly DisclosedCell[], line = LINE): string[] {
  const [review] = readReviews(line).reviews;
  return writeReviews(review ? [review] : [], 'first_time_entrants', cells, rowContext('en', 0));
}

describe('a signed difference', () => {
  it('is said with both numbers, who signed it, when and why', () => {
    expect(write([own(28), theirs])).toEqual([
      'Local review, year to day 2023-03-31: 28 by our count, 30 in The tool. The difference was accepted by A Person, Officer, on day 2023-05-02: Two moved.',
    ]);
  });

  it('says that a figure is contested', () => {
    const [said] = write([own(28), theirs], LINE.replace('accepted', 'contested'));
    expect(said).toContain('The published figure is contested by A Person');
  });

  it('says where our count has changed since, and nothing where it is the same or not shown', () => {
    const later = 'Our count is 29 today, so the review is of an earlier one.';
    expect(write([own(29), theirs])[0]).toContain(later);
    expect(write([theirs])[0]).not.toContain('today');
  });

  it('is silent where the published figure is not in the pack', () => {
    expect(write([own(28)])).toEqual([]);
    expect(write([own(28), { ...theirs, source: 'Another' }])).toEqual([]);
  });

  it('is in no edition that hides', () => {
    const registers = readReviews(LINE);
    const count = (hide_below: number): number =>
      selectCarriedEntries(registers, { name: 'any', hide_below }).reviews.length;
    expect([count(0), count(5)]).toEqual([1, 0]);
  });

  it.each([
    ['two measures', 'first_time_entrants', 'first_time_entrants;children_worked_with'],
    ['an unknown measure', 'first_time_entrants', 'nothing'],
    ['a verdict that is none', 'accepted', 'agreed'],
    ['a number with a part', ',28,', ',2.8,'],
    ['nobody', 'A Person', ''],
  ])('is refused for %s', (_, from, to) => {
    expect(readReviews(LINE.replace(from, to)).problems).toHaveLength(1);
  });

  it('is refused where nobody published such a figure of the service', () => {
    const { reviews } = readReviews(LINE);
    const figure = {
      ...base,
      areaKind: 'service',
      source: 'The tool',
    } as unknown as PublishedFigure;
    const find = (published: PublishedFigure): string[] =>
      findUnknownReviews(reviews, [published]).map((each) => readProblem(each).what);
    expect(find(figure)).toEqual([]);
    const said =
      'Review R1 is of a figure that nobody published of this service: The tool, to 2023-03-31.';
    expect(find({ ...figure, areaKind: 'region' })).toEqual([said]);
    expect(find({ ...figure, source: 'Another' })).toEqual([said]);
  });
});

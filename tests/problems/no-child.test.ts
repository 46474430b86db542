// Real runs over spoilt extracts → no name, birthday, postcode or number of a child in any problem that they print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeProblem } from '../../pipeline/domain/problem-words.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { buildCase, removeCases } from '../first-contact/build-case.js';
import { BASE, csv, rewrite } from '../first-contact/rewrite.js';
import { PROBLEM_WORDS } from './words.js';

afterAll(removeCases);

const read = (extract: string): string[][] =>
  readFileSync(join(BASE, `${extract}.csv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
const [HEADINGS = [], ...CHILDREN] = read('children');
const TELLING = ['child_id', 'forename', 'surname', 'date_of_birth', 'postcode'];
/** The values that tell of each child: number, names, date of birth and postcode. */
const TOLD = CHILDREN.map((row) => TELLING.map((name) => row[HEADINGS.indexOf(name)] ?? ''));
const VALUES = [...new Set(TOLD.flat())].filter((value) => value !== '');

/** Everything that is said of problems, in both languages, with the places that are printed beside it. */
function listSaid(problems: readonly Problem[]): string[] {
  return problems.flatMap((problem) =>
    (['en', 'cy'] as const).map((language) => {
      const { what, fix } = describeProblem(problem, PROBLEM_WORDS[language]);
      return [problem.code, what, fix, problem.file, problem.column].join(' | ');
    }),
  );
}

function findTold(problems: readonly Problem[]): string[] {
  return listSaid(problems).filter((text) => VALUES.some((value) => text.includes(value)));
}

const SPOILT = ['children', 'outcomes'].flatMap((extract) =>
  (read(extract)[0] ?? []).map((column) => [extract, column] as const),
);

it('the children of the base tell something', () => {
  expect(VALUES.length).toBeGreaterThan(50);
  expect(SPOILT.length).toBeGreaterThan(15);
});

// Each column in turn holds what another should: a name for a code in one row, a postcode in the next.
it.each(SPOILT)(
  '%s with what tells of children in %s',
  async (extract, column) => {
    const tell = (_: string, at: number): string => TOLD[at]?.[at % TELLING.length] ?? '';
    const content = csv(rewrite(extract, { [column]: tell }));
    const { problems } = await buildCase({ files: { [`${extract}.csv`]: content } });
    expect(findTold(problems)).toEqual([]);
  },
  60_000,
);

it('a file without headings, and one whose heading is a child', async () => {
  for (const extract of ['children', 'outcomes']) {
    const [heading = [], ...rows] = read(extract);
    const without = await buildCase({ files: { [`${extract}.csv`]: csv(rows) } });
    expect(without.problems.length).toBeGreaterThan(0);
    expect(findTold(without.problems)).toEqual([]);
    const odd = csv([[...heading, TOLD[0]?.[2] ?? ''], ...rows.map((row) => [...row, 'x'])]);
    const named = await buildCase({ files: { [`${extract}.csv`]: odd } });
    expect(findTold(named.problems)).toEqual([]);
  }
}, 60_000);

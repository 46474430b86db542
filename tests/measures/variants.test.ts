// A folder that declares variants: whole measures of their own, or problems that name the file and the key.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readProblem } from '../problems/words.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { countMeasure, type Measure } from '../../pipeline/measures/count.js';
import { listMeasures, readMeasureFolders } from '../../pipeline/measures/folders.js';
import { findParameters } from '../../pipeline/measures/parameters.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';

const SHARED = `question: { en: Who came?, cy: Pwy ddaeth? }
definition: { en: Those who came., cy: Y rhai a ddaeth. }
kind: count
counts: partners
window: { length: 12 months }
better: higher
breakdowns: []
comparators: []
chart: row
section: governance
source:
  document: { en: A document, cy: Dogfen }
  confirmed: true
status: published
review: { written_by: '', checked_by: '', review_by: 2030-01-01 }
`;
const variant = (id: string, partner: string, order: number): string => `  ${id}:
    parameters: { partner: ${partner} }
    title: { en: ${partner} came, cy: Daeth ${partner} }
    window: { show: ${order} }
    order: ${order}
    source:
      rule: { en: By the day, cy: Yn ôl y diwrnod }
`;
const HEALTH = variant('came_health', 'Health', 1);
const POLICE = variant('came_police', 'Police', 2);
const WHOLE = `${SHARED}variants:\n${HEALTH}${POLICE}`;
const SQL = `select w.window_id, 'total' as breakdown, 'all' as group_code, -- not $this
  count(*) filter (where p.partner = $partner)::integer as numerator, null::integer as denominator
from windows as w cross join partners as p group by w.window_id`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boardpack-variants-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

function write(name: string, declared: string, sql = SQL): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'measure.yaml'), declared);
  writeFileSync(join(folder, name, 'measure.sql'), sql);
}

const read = (): Measure[] => readMeasureFolders(folder, new Set(['The draft.']));

/** `title is missing.` as `title: is missing`. */
const nameKey = (sentence: string): string =>
  sentence.replace(/^([a-z]\S*) /, '$1: ').replace(/\.$/, '');

/** Each problem as the name of its folder and what it says. */
function problems(): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(
      (problem) =>
        `${problem.file?.slice(folder.length + 1)} ${nameKey(readProblem(problem).what)}`,
    );
  }
}

describe('a folder with variants', () => {
  it('is one whole measure for each: what is shared, and what is its own', () => {
    write('came', WHOLE);
    const [health, police] = read();
    expect(health?.declaration).toMatchObject({
      id: 'came_health',
      title: { en: 'Health came' },
      kind: 'count',
      window: { length: '12 months', show: 1 },
      source: { rule: { en: 'By the day' }, document: { en: 'A document' }, confirmed: true },
    });
    expect([health?.folder, health?.parameters]).toEqual(['came', { partner: 'Health' }]);
    expect(police?.declaration).toMatchObject({ id: 'came_police', window: { show: 2 } });
    expect(listMeasures(folder)).toEqual([
      { id: 'came_health', folder: 'came' },
      { id: 'came_police', folder: 'came' },
    ]);
  });

  it('is still one measure of its name where nobody can read what it declares', () => {
    write('broken', 'title: [');
    expect(listMeasures(folder)).toEqual([{ id: 'broken', folder: 'broken' }]);
  });
});

describe('is refused, by file and key:', () => {
  const without = (line: RegExp): string => WHOLE.replace(line, '');
  it.each([
    ['an unknown key of all', `colour: red\n${WHOLE}`, /^The file has .*: colour$/],
    [
      'an unknown key of one',
      `${WHOLE}    colour: red\n`,
      /^variants\.came_police: has .*: colour$/,
    ],
    ['a missing text', without(/ {4}title: .*Police.*\n/), /^variants\.came_police\.title: /],
    [
      'a text in one language',
      WHOLE.replace(', cy: Daeth Health', ''),
      /^variants\.came_health\.title\.cy: /,
    ],
    [
      'a missing key of a part',
      without(/ {4}window: \{ show: 1 \}\n/),
      /^variants\.came_health\.window\.show: /,
    ],
    [
      'a key said for all and for one',
      `${WHOLE}    kind: count\n`,
      /^variants\.came_police\.kind: is said for every variant too/,
    ],
    [
      'a deep key said for all and for one',
      `${WHOLE}      confirmed: false\n`,
      /^variants\.came_police\.source\.confirmed: is said for every variant/,
    ],
    [
      'a parameter that is not given',
      without(/ {4}parameters: .*Health.*\n/),
      /^variants\.came_health\.parameters\.partner: is missing/,
    ],
    [
      'a parameter that no query asks for',
      WHOLE.replace('partner: Police }', 'partner: Police, day: 3 }'),
      /^variants\.came_police\.parameters\.day: is a parameter that no query/,
    ],
    [
      'a variant alone',
      `${SHARED}variants:\n${HEALTH}`,
      /^variants: must hold two variants or more/,
    ],
    [
      'a name that is none',
      WHOLE.replace('came_police', 'Came-Police'),
      /^variants\.Came-Police: /,
    ],
    ['a folder that names no variant', `${SHARED}variants:\n`, /^variants: /],
    [
      'a variant named twice',
      `${SHARED}variants:\n${HEALTH}${HEALTH}`,
      /^The file is not valid YAML: a key stands in it twice/,
    ],
    [
      'an unfinished text',
      WHOLE.replace('{ en: Police came', '{ en: The draft.'),
      /^variants\.came_police\.title\.en: is still/,
    ],
  ])('%s', (_, declared, expected) => {
    write('came', declared);
    const found = problems();
    expect(found).toHaveLength(1);
    expect(found[0]?.replace('came/measure.yaml ', '')).toMatch(expected);
  });

  it('a measure that two folders declare, in each', () => {
    write('came', WHOLE);
    write('went', WHOLE.replace('came_police', 'went_police'));
    write(
      'went_police',
      WHOLE.replace('came_health', 'x_health').replace('came_police', 'x_police'),
    );
    expect(problems()).toEqual([
      'came/measure.yaml variants.came_health: has the name of a measure in another folder',
      'went/measure.yaml variants.came_health: has the name of a measure in another folder',
    ]);
  });

  it('a parameter in a query whose folder has no variants', () => {
    write(
      'came_health',
      `${SHARED}title: { en: A, cy: B }\norder: 1\n`
        .replace('12 months', '12 months, show: 5')
        .replace('  confirmed', '  rule: { en: A, cy: B }\n  confirmed'),
    );
    expect(problems()).toEqual([
      'came_health/measure.yaml parameters.partner: is missing, and a query asks for it as $partner',
    ]);
  });
});

describe('a parameter', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openForBuilding(':memory:');
  });
  afterAll(() => {
    connection.close();
  });

  it('is found outside comments, texts and quoted names', () => {
    const sql = `select $one, '$two', "$three", $one -- $four\n /* $five */ , $six_7`;
    expect([...findParameters(sql)]).toEqual(['one', 'six_7']);
  });

  it('is bound as a value, and never read as SQL', async () => {
    const hostile = "Health' or true or partner = '";
    await connection.execute(
      "create or replace table partners as select * from (values ('Health'), ('Police')) as given(partner)",
    );
    write(
      'came',
      `${SHARED}variants:\n${HEALTH}${POLICE.replace('partner: Police }', `partner: "${hostile}" }`)}`,
    );
    const windows = [
      { id: 'w', starts: '2022-04-01', ends: '2023-03-31', status: 'known' as const },
    ];
    const counted = [];
    for (const measure of read()) counted.push(await countMeasure(connection, measure, windows));
    expect(counted.flat().map(({ numerator }) => numerator)).toEqual([1, 0]);
  });

  it('keeps its type: a whole number, a text, a truth', async () => {
    const parameters = { number: 2_000_000_000, text: '10', truth: true };
    const sql = 'select typeof($number), typeof($text), typeof($truth), $number + 1, $text, $truth';
    const [row] = await connection.query(sql, parameters);
    expect(row).toEqual(['INTEGER', 'VARCHAR', 'BOOLEAN', 2_000_000_001, '10', true]);
  });

  it('that nobody gave is an error of the query', async () => {
    await expect(connection.query('select $one, $two', { one: 1 })).rejects.toThrow();
  });
});

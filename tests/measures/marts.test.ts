// The page of the marts says what the queries give and what the contracts promise.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateMartsPage } from '../../pipeline/commands/catalogue.js';
import { writeMartsPage } from '../../pipeline/commands/marts-page.js';
import {
  describeMarts,
  type DescribedMarts,
  type MartColumn,
} from '../../pipeline/commands/mart-columns.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { theProject } from '../project.js';

/** What each variant of the problem means. */
const MEANINGS: Readonly<Record<string, string>> = {
  'column-without-meaning': 'has no meaning',
  'meaning-without-words': 'its words are not there',
  'meaning-without-column': 'is of no column of a mart',
};

const FOLDER = projectFolder();
let described: DescribedMarts;
beforeAll(async () => {
  described = await describeMarts(FOLDER);
});

const columnsOf = (mart: string): readonly MartColumn[] =>
  described.marts.find(({ name }) => name === mart)?.columns ?? [];

describe('the page of the marts', () => {
  it('is up to date: when this fails, run `npm run catalogue`', () => {
    expect(readFileSync(locateMartsPage(FOLDER), 'utf8')).toBe(writeMartsPage(described));
  });

  it('opens each with its grain and gives every column with its type', () => {
    expect(described.marts.length).toBeGreaterThan(40);
    for (const { opening, columns } of described.marts) {
      expect(opening[0]).toMatch(/^One row per /);
      expect(columns.length).toBeGreaterThan(1);
    }
    expect(columnsOf('arrests').find(({ name }) => name === 'linked')).toMatchObject({
      type: 'boolean',
      coded: null,
    });
  });

  it('gives the words of a column from its list, another column of a list, or its breakdown', () => {
    const words = (mart: string, column: string) =>
      columnsOf(mart).find(({ name }) => name === column)?.coded;
    expect(words('needs', 'present')).toEqual({
      list: 'presence',
      words: ['yes', 'no', 'not recorded'],
    });
    expect(words('remand_decisions', 'level')?.words).toEqual(['bail', 'community', 'custody']);
    expect(words('outcomes', 'age_band')).toEqual({
      list: null,
      words: ['under 10', '10–14', '15–17', '18 and over', 'not known'],
    });
  });
});

/** Marts that take the columns of an extract of another name. */
const TAKEN_FROM: Readonly<Record<string, string>> = {
  custody_episodes: 'custody',
  interventions_ended: 'interventions',
  kpi_endings: 'kpi_snapshots',
};
/** Columns whose words are groups made of the extract's labels. */
const GROUPED = ['ethnicity', 'sex', 'looked_after'];

describe('a meaning', () => {
  const extracts = new Map(theProject().contracts.map((each) => [each.extract, each]));
  const pairs = () =>
    described.marts.flatMap(({ name, columns }) =>
      columns
        .filter((column) => !GROUPED.includes(column.name))
        .flatMap((column) => {
          const contract = extracts.get(TAKEN_FROM[name] ?? name);
          const promised = contract?.columns.find((each) => each.name === column.name);
          return promised ? [{ where: `${name}.${column.name}`, column, promised }] : [];
        }),
    );

  it('names the list of codes that the contract of the extract does', () => {
    const coded = pairs().flatMap(({ where, column, promised }) =>
      promised.type === 'code' ? [[where, column.coded?.list, promised.codes]] : [],
    );
    expect(coded.length).toBeGreaterThan(30);
    expect(coded.filter(([, said, list]) => said !== list)).toEqual([]);
  });

  it('says when a column can be empty, and of no column that the extract must fill', () => {
    const filled = pairs().filter(({ promised }) => promised.type !== 'yes_no');
    const wrong = filled.filter(
      ({ column, promised }) => promised.required === /\bempty\b/.test(column.means),
    );
    expect(filled.length).toBeGreaterThan(100);
    expect(wrong.map(({ where, column }) => [where, column.means])).toEqual([]);
  });
});

describe('is refused, by file and key:', () => {
  let copy: string;
  let file: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'boardpack-marts-'));
    cpSync(join(FOLDER, 'queries'), join(copy, 'queries'), { recursive: true });
    file = join(copy, 'queries', 'marts', 'columns.yaml');
  });
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  it.each([
    [
      'a column without a meaning',
      /^ {4}linked: .*\n/m,
      '',
      'marts.arrests.linked: has no meaning',
    ],
    [
      'a meaning without a column',
      'linked:',
      'joined: B\n    linked:',
      'marts.arrests.joined: is of no column of a mart',
    ],
    [
      'a meaning of a mart that is not there',
      'marts:\n',
      'marts:\n  pets: { name: Its name }\n',
      'marts.pets.name: is of no column of a mart',
    ],
    [
      'a list that is not there',
      'codes: presence',
      'codes: absence',
      'marts.needs.present: its words are not there',
    ],
    [
      'a column that no list has',
      'codes: remand_decision.level',
      'codes: remand_decision.height',
      'marts.remand_decisions.level: its words are not there',
    ],
    [
      'a mart that follows none',
      '{ kpi_endings: kpi_snapshots',
      '{ arrests: pets, kpi_endings: kpi_snapshots',
      'follows.arrests: is of no column of a mart',
    ],
  ])('%s', async (_, from, to, expected) => {
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(from, to));
    const found = await describeMarts(copy).catch((error: unknown) => error);
    writeFileSync(file, before);
    expect(found).toBeInstanceOf(ProblemError);
    const { problems } = found as ProblemError;
    expect(`${expected.split(': ')[1]}`).toBe(MEANINGS[problems[0]?.variant ?? '']);
    expect(problems).toMatchObject([
      { kind: 'declaration', file, facts: { key: expected.split(':')[0] } },
    ]);
  });
});

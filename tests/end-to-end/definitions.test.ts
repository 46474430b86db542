// A store made before a definition changed: figures up to the change are the same to the byte, and the series breaks there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { readPages } from './read-pages.js';
import { boardpack, hashes, removeServices, type Service } from './service.js';
import { ownPack } from './shared.js';
import { countsNoPeople } from '../../pipeline/measures/declaration.js';
import { theProject } from '../project.js';

afterAll(removeServices);

test('six order types, and age at the offence, from October 2022: no figure before is counted again, and the page says so', async () => {
  const service = await ownPack('demonstration');
  const then = figures(service.out);
  const settings = load(readFileSync(service.settings, 'utf8')) as Record<string, unknown>;
  const definitions = {
    kpi_cohort: [{ use: 'six_orders', from: '2022-10-01' }],
    entrant_age: [{ use: 'at_offence', from: '2022-10-01' }],
  };
  writeFileSync(service.settings, dump({ ...settings, definitions }));
  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--edition', 'board'],
    ...['--settings', service.settings],
  );
  expect(ran.status).toBe(0);
  const now = figures(service.out);

  const before = (rows: readonly Row[]): string[] =>
    rows
      .filter((row) => isTouched(row) && String(row['window_end']) < '2022-10-01')
      .map((row) => JSON.stringify(row));
  expect(before(now)).toEqual(before(then));
  expect(before(now).length).toBeGreaterThan(500);
  const others = (rows: readonly Row[]): string[] =>
    rows.filter((row) => !isTouched(row)).map((row) => JSON.stringify(row));
  expect(others(now)).toEqual(others(then));

  const total = now.find(
    (row) =>
      row['measure'] === 'kpi1_accommodation' &&
      row['window_end'] === '2023-03-31' &&
      row['breakdown'] === 'total',
  );
  expect([total?.['numerator'], total?.['denominator'], total?.['verdict']]).toEqual([
    ...['89', '108', ''],
  ]);
  const page = readPages(join(service.out, '2022-23-q4', 'board'), 'en');
  const said = [
    'Every figure of a period that ends on 1 October 2022 or later',
    'by the most serious that ended',
    'age at the offence, Oct 2022',
  ];
  expect(said.filter((text) => !page.includes(text))).toEqual([]);
}, 240_000);

test('every rule by another option from April 2023: the pack as at an earlier day is the same to the byte', async () => {
  const service = await ownPack('demonstration');
  const then = hashes(service.out);
  const { rules } = theProject();
  const definitions = Object.fromEntries(
    rules.map(({ name, options, default: first }) => {
      const use = Object.keys(options).find((each) => each !== first);
      return [name, [{ use, from: '2023-04-01' }]];
    }),
  );
  expect(rules.length).toBeGreaterThan(10);
  await packBy(service, definitions);
  expect(hashes(service.out)).toEqual(then);
}, 240_000);

test('the quarter that the return counts: of children it is withheld from the public, of partners it is given', async () => {
  const service = await ownPack('demonstration');
  await packBy(service, { kpi_quarter: [{ use: 'beside', from: '2022-04-01' }] });
  const [board, open] = [listQuarters(service, 'board'), listQuarters(service, 'public')];
  expect([...open.keys()].sort()).toEqual([...board.keys()].sort());
  expect(board.size).toBeGreaterThan(20);
  expect([...board.values()].filter((cell) => !/^[\d,]+( of [\d,]+)?$/.test(cell))).toEqual([]);
  for (const [title, cell] of open) {
    const isOfPartners = title.includes('KPI\u00a08');
    expect([title, cell]).toEqual([title, isOfPartners ? board.get(title) : 'hidden']);
  }
  expect([...open.keys()].filter((title) => title.includes('KPI\u00a08')).length).toBeGreaterThan(
    1,
  );
  const notes = { board: countNotes(service, 'board'), public: countNotes(service, 'public') };
  const pages = theProject().measures.filter(
    ({ declaration: { definitions = {}, chart, nation = 'Wales' } }) =>
      'kpi_quarter' in definitions && chart !== 'row' && nation === 'Wales',
  );
  const given = pages.filter(({ declaration }) => countsNoPeople(declaration)).length;
  expect(pages.length).toBeGreaterThan(3);
  expect(notes).toEqual({ board: [pages.length, 0], public: [given, pages.length - given] });
}, 240_000);

/** Packs the demonstration again by these definitions. */
async function packBy({ settings }: Service, definitions: object): Promise<void> {
  const declared = load(readFileSync(settings, 'utf8')) as Record<string, unknown>;
  writeFileSync(settings, dump({ ...declared, definitions }));
  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--settings', settings],
  );
  expect({ status: ran.status, problems: ran.stderr }).toEqual({ status: 0, problems: '' });
}

/** The annex, where every measure has its place. */
function readPage({ out }: Service, edition: string): string {
  return readFileSync(join(out, '2022-23-q4', edition, 'annex.en.html'), 'utf8');
}

/** By the title of each line at a glance of a KPI, what stands under "Quarter alone". */
function listQuarters(service: Service, edition: string): Map<string, string> {
  const tables = readPage(service, edition).match(/<table[\s\S]*?<\/table>/g) ?? [];
  return new Map(tables.flatMap(readGlance));
}

/** The lines of a table with a column "Quarter alone" that are of a KPI, each with its cell there. */
function readGlance(table: string): (readonly [string, string])[] {
  const [heads = [], ...rows] = (table.match(/<tr[\s\S]*?<\/tr>/g) ?? []).map(readCells);
  const at = heads.indexOf('Quarter alone');
  if (at < 0) return [];
  return rows.flatMap((cells) => {
    const [title = '', cell = ''] = [cells[0], cells[at]];
    return title.includes('KPI') && cell !== '' ? [[title, cell] as const] : [];
  });
}

function readCells(row: string): string[] {
  return (row.match(/<t[hd][\s\S]*?<\/t[hd]>/g) ?? []).map((cell) =>
    cell
      .replace(/<[^>]*>/g, '')
      .replace(/[ \n]+/g, ' ')
      .trim(),
  );
}

/** How many pages give the quarter in a note, and how many say that it is not given. */
function countNotes(service: Service, edition: string): number[] {
  const page = readPage(service, edition);
  return [
    'In the quarter that the official return counts',
    'The quarter that the official return counts is not given here',
  ].map((text) => page.split(text).length - 1);
}

type Row = Readonly<Record<string, string>>;

function figures(out: string): Row[] {
  const file = join(out, '2022-23-q4', 'board', 'figures.csv');
  return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** KPIs 1 to 5 and 7 and first-time entrants, which the two rules touch. */
function isTouched({ measure = '' }: Row): boolean {
  return /^(kpi[123457]_|first_time_entrants$)/.test(measure);
}

// A store made before a definition changed: figures up to the change are the same to the byte, and the series breaks there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { boardpack, removeServices } from './service.js';
import { ownPack } from './shared.js';

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
  const page = readFileSync(join(service.out, '2022-23-q4', 'board', 'pack.en.html'), 'utf8');
  const said = [
    'Every figure of a period that ends on 1 October 2022 or later',
    'by the most serious that ended',
    'age at the offence, Oct 2022',
  ];
  expect(said.filter((text) => !page.includes(text))).toEqual([]);
}, 240_000);

type Row = Readonly<Record<string, string>>;

function figures(out: string): Row[] {
  const file = join(out, '2022-23-q4', 'board', 'figures.csv');
  return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** KPIs 1 to 5 and 7 and first-time entrants, which the two rules touch. */
function isTouched({ measure = '' }: Row): boolean {
  return /^(kpi[123457]_|first_time_entrants$)/.test(measure);
}

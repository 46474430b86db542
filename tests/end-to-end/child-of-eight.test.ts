// The demonstration with a child of eight: in the total, in the age group under 10, and findable in no public figure.
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardpack, PROJECT, removeServices, serviceLike } from './service.js';

interface Row {
  readonly measure: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly area_kind: string;
  readonly breakdown: string;
  readonly group: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly status: string;
}

const ROWS: Readonly<Record<string, string>> = {
  children: 'DYJ9999,Mabli,Gwernol,01/06/2014,Female,White British,Welsh,QX6 8FQ,W06000005,no,no,,',
  referrals: 'REF99999,DYJ9999,,Bureau,Police,10/12/2022,12/12/2022,Youth Caution,12/12/2022,,,,',
  outcomes: 'OUT99999,DYJ9999,10/01/2023,Youth Caution,,',
  interventions: 'INT99999,DYJ9999,OUT99999,Youth Caution,12/01/2023,12/04/2023,,',
};

let packs: string;
beforeAll(async () => {
  const service = serviceLike('reports/service.yaml');
  const extracts = join(service.folder, 'extracts');
  cpSync(join(PROJECT, 'data-samples', 'demonstration'), extracts, { recursive: true });
  for (const [extract, row] of Object.entries(ROWS))
    appendFileSync(join(extracts, `${extract}.csv`), `${row}\n`);
  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15'],
    ...['--settings', service.settings, '--extracts', extracts],
  );
  expect(ran.status).toBe(0);
  packs = join(service.out, '2022-23-q4');
}, 240_000);
afterAll(removeServices);

test('the child is in the age group under 10 of each measure they are in', () => {
  const latest = readAges('board').filter(
    ({ group, window_end: end }) => group === 'under 10' && end === '2023-03-31',
  );
  const counted = latest.filter(({ numerator }) => numerator === '1').map((row) => row.measure);
  expect(counted.sort()).toEqual([
    'bureau_children',
    'children_cautioned_or_sentenced',
    'children_worked_with',
  ]);
});

test('every breakdown by age adds up to its total', () => {
  const rows = readRows('board');
  const sums = new Map<string, [number, number]>();
  for (const row of rows.filter(({ breakdown }) => breakdown === 'age_band')) {
    const [numerator, denominator] = sums.get(nameTable(row)) ?? [0, 0];
    const added = [numerator + Number(row.numerator), denominator + Number(row.denominator)];
    sums.set(nameTable(row), added as [number, number]);
  }
  const totals = rows.filter((row) => row.breakdown === 'total' && sums.has(nameTable(row)));
  expect(totals.length).toBeGreaterThan(60);
  for (const total of totals) {
    const [numerator, denominator] = sums.get(nameTable(total)) ?? [];
    expect([nameTable(total), numerator]).toEqual([nameTable(total), Number(total.numerator)]);
    if (total.unit === 'proportion')
      expect([nameTable(total), denominator]).toEqual([
        nameTable(total),
        Number(total.denominator),
      ]);
  }
});

test('the public edition shows no count of one, and no table with one row hidden beside its total', () => {
  const rows = readAges('public');
  expect(rows.filter(({ numerator }) => numerator === '1')).toEqual([]);
  const totals = new Set(
    readRows('public')
      .filter((row) => row.breakdown === 'total' && row.status === 'shown')
      .map(nameTable),
  );
  const hidden = rows.filter(({ status }) => status === 'hidden').map(nameTable);
  const alone = hidden.filter(
    (table) => totals.has(table) && hidden.filter((other) => other === table).length === 1,
  );
  expect(hidden.length).toBeGreaterThan(0);
  expect(alone).toEqual([]);
});

function nameTable({ measure, window_start: start, window_end: end }: Row): string {
  return `${measure}, ${start} to ${end}`;
}

function readAges(edition: string): Row[] {
  return readRows(edition).filter(({ breakdown }) => breakdown === 'age_band');
}

function readRows(edition: string): Row[] {
  const text = readFileSync(join(packs, edition, 'figures.csv'), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data.filter(
    ({ area_kind: area }) => area === 'service',
  );
}

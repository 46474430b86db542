// The demonstration pack against figures that were really published: each one compared, each difference explained.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import type { FigureRow } from '../../pipeline/publish/figures-table.js';
import { openDemonstration, type Demonstration } from '../demonstration.js';

const comparison = z.strictObject({
  id: z.string(),
  at: z.tuple([
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.enum(['numerator', 'denominator', 'value']),
  ]),
  round: z.int().optional(),
  percent: z.boolean().optional(),
  children: z.int().optional(),
  ours: z.number().optional(),
  because: z.string().optional(),
});
type Comparison = z.infer<typeof comparison>;

const COMPARED = readDeclaration(join(import.meta.dirname, 'compared.yaml'), z.array(comparison));
const PUBLISHED = new Map(
  Papa.parse<{ id: string; published: string }>(
    readFileSync(join(import.meta.dirname, 'published_figures.csv'), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data.map((row) => [row.id, row.published]),
);
/** Quarters whose packs together show every window the plan prints. */
const QUARTERS = ['2022-23 Q4', '2020-21 Q2'];

let demonstration: Demonstration;
let rows: FigureRow[];
beforeAll(async () => {
  demonstration = await openDemonstration();
  const quarters: FigureRow[][] = [];
  for (const quarter of QUARTERS) quarters.push(await demonstration.rows(quarter, 0));
  rows = quarters.flat();
});

test('every published figure is compared', () => {
  const compared = new Set(COMPARED.map(({ id }) => id));
  expect([...PUBLISHED.keys()].filter((id) => !compared.has(id))).toEqual([]);
});

test.each(COMPARED)('$id', (each) => {
  const published = Number.parseFloat(PUBLISHED.get(each.id) ?? '');
  const ours = fromFigures(each);
  expect(ours).toBe(each.ours ?? published);
  // A difference that has gone must be taken off the list, and each one says why.
  if (each.ours !== undefined)
    expect([each.ours === published, typeof each.because]).toEqual([false, 'string']);
});

test.each(COMPARED.filter(({ children }) => children !== undefined))(
  '$id: the children behind the offences',
  (each) => {
    const [, window] = each.at;
    expect(found('weapon_children', window, 'total', 'all')?.numerator).toBe(each.children);
  },
);

test('F57: four children by our count, five by a count of outcome rows', async () => {
  expect(found('serious_violence_children', '2022-09-30', 'total', 'all')?.numerator).toBe(4);
  const [naive] = await demonstration.warehouse.query(`
    select count(*)::integer, count(distinct o.child_id)::integer
    from staging.outcomes as o
    join staging.outcome_offences as l using (outcome_id)
    join staging.offences as f using (offence_id)
    where o.formal and f.gravity >= 5 and o.child_id in (select child_id from marts.children)
      and f.category in ('Drugs', 'Robbery', 'Violence Against The Person')
      and o.outcome_date between date '2021-10-01' and date '2022-09-30'`);
  expect(naive).toEqual([7, 5]);
});

test('F66: the four sentences are of three children', () => {
  expect(found('children_sentenced_to_custody', '2023-03-31', 'total', 'all')?.numerator).toBe(3);
});

test('F51 to F56: the populations are those the plan printed', () => {
  const populations = ['White', 'Mixed', 'Other', 'Asian', 'Black'].map(
    (group) =>
      found('offending_population_by_ethnicity', '2023-03-31', 'ethnicity', group)?.denominator,
  );
  expect(populations).toEqual([14711, 147, 13, 102, 22]);
});

function found(measure: string, window: string, breakdown: string, group: string) {
  return rows.find(
    (row) =>
      row.measure === measure &&
      row.window_end === window &&
      row.area_kind === 'service' &&
      row.breakdown === breakdown &&
      row.group === group,
  );
}

function fromFigures({ id, at, round = 0, percent = false }: Comparison): number {
  const [measure, window, breakdown, group, column] = at;
  const figure = found(measure, window, breakdown, group)?.[column];
  if (typeof figure !== 'number') throw new Error(`${id}: no such figure in figures.csv`);
  if (percent) return Math.round(figure * 100);
  return Number(figure.toFixed(column === 'value' ? round : 0));
}

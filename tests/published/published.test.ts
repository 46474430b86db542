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
  at: z
    .tuple([
      z.string(),
      z.string(),
      z.string(),
      z.string(),
      z.enum(['numerator', 'denominator', 'value']),
    ])
    .optional(),
  query: z
    .enum([
      'worked_with_label',
      'serious_share',
      'serious_category',
      'outcomes_of_type',
      'children_on_programme',
      'victims_without_consent',
      'audits_rated',
    ])
    .optional(),
  of: z.string().optional(),
  round: z.int().optional(),
  percent: z.boolean().optional(),
  children: z.int().optional(),
  ours: z.number().optional(),
  because: z.string().optional(),
});
type Comparison = z.infer<typeof comparison>;
type Query = NonNullable<Comparison['query']>;

const COMPARED = readDeclaration(join(import.meta.dirname, 'compared.yaml'), z.array(comparison));
const PUBLISHED = new Map(
  Papa.parse<{ id: string; published: string }>(
    readFileSync(join(import.meta.dirname, 'published_figures.csv'), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data.map((row) => [row.id, row.published]),
);
/** Quarters whose packs together show every window the plan prints. */
const QUARTERS = ['2022-23 Q4', '2020-21 Q2'];

const QUERIES: Record<Query, (of: string) => string> = {
  worked_with_label: (of) => `
    select count(distinct c.child_id)::integer from marts.children as c
    join marts.interventions as i using (child_id)
    where c.ethnicity_label = '${of}' and i.start_date <= date '2023-03-31'
      and coalesce(i.end_date, date '9999-12-31') >= date '2022-04-01'`,
  serious_share: (of) => `
    select round(100.0 * count(distinct offence_id) filter (where gravity >= 5) / count(distinct offence_id))::integer
    from marts.offences_dealt_with join staging.offences using (offence_id)
    where outcome_date > date '${of}' - interval 1 year and outcome_date <= date '${of}'`,
  serious_category: (of) => `
    select count(distinct offence_id)::integer
    from marts.offences_dealt_with join staging.offences using (offence_id)
    where category = '${of}' and gravity >= 5 and outcome_date between date '2022-04-01' and date '2023-03-31'`,
  outcomes_of_type: (of) => `
    select count(*)::integer from marts.outcomes
    where outcome_type = '${of}' and outcome_date between date '2022-04-01' and date '2023-03-31'`,
  children_on_programme: (of) => `
    select count(distinct child_id)::integer from marts.interventions
    where programme = '${of}' and start_date between date '2022-04-01' and date '2023-03-31'`,
  victims_without_consent: (of) => `
    select count(*)::integer from marts.victims
    where not consented and identified_on > date '${of}' - interval 1 year and identified_on <= date '${of}'`,
  audits_rated: (of) => {
    const [stage = '', rating = ''] = of.split('/');
    return `
      select count(*)::integer from marts.audits
      where stage = '${stage}' and rating = '${rating}'
        and audited_on between date '2022-04-01' and date '2023-03-31'`;
  },
};

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

test.each(COMPARED)('$id', async (each) => {
  const published = Number.parseFloat(PUBLISHED.get(each.id) ?? '');
  const ours = each.at ? fromFigures(each) : await fromMarts(each);
  expect(ours).toBe(each.ours ?? published);
  // A difference that has gone must be taken off the list, and each one says why.
  if (each.ours !== undefined)
    expect([each.ours === published, typeof each.because]).toEqual([false, 'string']);
});

test.each(COMPARED.filter(({ children }) => children !== undefined))(
  '$id: the children behind the offences',
  (each) => {
    const [, window] = each.at ?? [];
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

function found(measure: string, window: string | undefined, breakdown: string, group: string) {
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
  const [measure, window, breakdown, group, column] = at ?? [];
  const figure = found(measure ?? '', window, breakdown ?? '', group ?? '')?.[column ?? 'value'];
  if (typeof figure !== 'number') throw new Error(`${id}: no such figure in figures.csv`);
  if (percent) return Math.round(figure * 100);
  return Number(figure.toFixed(column === 'value' ? round : 0));
}

async function fromMarts({ id, query, of }: Comparison): Promise<number> {
  if (!query || of === undefined) throw new Error(`${id}: neither a figure nor a query`);
  const [row] = await demonstration.warehouse.query(QUERIES[query](of));
  return Number(row?.[0]);
}

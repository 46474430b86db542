// Every column of the demonstration made blank, and every kind of record taken out, one by one: a measure that then counts none
// has no data, or is declared in true-zeros.yaml with the reason why none is true.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Contract } from '../../pipeline/contracts/contract.js';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { selectNation } from '../../pipeline/config/project.js';
import { readLinkageState } from '../../pipeline/load/record-linkage.js';
import { countMeasure, isEverRecorded, type Measure } from '../../pipeline/measures/count.js';
import { explainMissing } from '../../pipeline/statistics/missing.js';
import { createTables, listMarts } from '../../pipeline/warehouse/build.js';
import { readLineage } from '../../pipeline/warehouse/lineage.js';
import type { Query } from '../../pipeline/warehouse/queries.js';
import { quoteName, quoteText } from '../../pipeline/warehouse/sql.js';
import {
  openAnswerWarehouse,
  type AnsweredWarehouse,
} from '../../pipeline/warehouse/what-if-answers.js';
import { AS_AT } from '../demonstration.js';
import { sharedPack } from '../end-to-end/shared.js';
import { theProject } from '../project.js';

const trueZero = z.strictObject({
  measures: z.array(z.string()).min(1),
  without: z.string(),
  why: z.string(),
});
const TRUE_ZEROS = readDeclaration(
  join(import.meta.dirname, 'true-zeros.yaml'),
  z.array(trueZero).min(1),
);

const { contracts, folder } = theProject();
const QUERIES = join(folder, 'queries');
const WINDOW = { ...windowEnding('2023-03-31', 12), status: 'known' as const };
const lineage = readLineage(QUERIES);
const { linked, others } = listMarts(QUERIES);
const MARTS = [...others, ...linked];
/** Numbers that are counted by, groups that only break down, and places: none is what a measure asks about. */
const NOT_ASKED = ['child', 'id', 'person', 'mark', 'area'];

let warehouse: AnsweredWarehouse;
let measures: readonly Measure[];
const counted = new Set<string>();
const met = new Set<string>();

beforeAll(async () => {
  const settings = readSettings((await sharedPack('demonstration')).settings);
  measures = selectNation(theProject(), settings.nation).measures;
  const { birthdays } = readLinkageState(settings, QUERIES, AS_AT);
  const path = join(settings.deliveries, 'warehouse.duckdb');
  warehouse = await openAnswerWarehouse(path, { contracts, birthdays, queries: QUERIES });
  for (const { name } of MARTS.toReversed())
    await warehouse.execute(`drop view marts.${quoteName(name)}`);
  await createTables(warehouse, MARTS);
  for (const measure of measures)
    if (!(await isCountedAsNone(measure))) counted.add(measure.declaration.id);
}, 120_000);
afterAll(() => {
  warehouse.close();
});

/** Whether the pack would print that there are none; a measure without data is not one of those. */
async function isCountedAsNone(measure: Measure): Promise<boolean> {
  const counts = await countMeasure(warehouse, measure, [WINDOW]);
  const total = counts.find(({ breakdown }) => breakdown === 'total');
  if (total?.numerator !== 0) return false;
  const isShown =
    measure.declaration.kind === 'relative_rate'
      ? total.denominator !== 0
      : explainMissing(measure.declaration, counts, total) === null;
  return isShown && (await isEverRecorded(warehouse, measure));
}

/** What is not there, and the table without it. */
type Variant = readonly [name: string, sql: string];

async function listVariants({ extract, storedColumns }: Contract): Promise<Variant[]> {
  const table = `held.raw.${quoteName(extract)}`;
  const variants: Variant[] = [];
  for (const column of storedColumns) {
    const name = quoteName(column.name);
    if (NOT_ASKED.includes(column.type)) continue;
    if (!('required' in column && column.required)) {
      const blank = `select * replace (nullif(${name}, ${name}) as ${name}) from ${table}`;
      variants.push([`${extract}.${column.name}`, blank]);
      continue;
    }
    // A column that every record must fill says what kind of record it is.
    if (column.type !== 'code' || column.only_breaks_down) continue;
    const values = await warehouse.query(
      `select distinct ${name} from ${table} where ${name} is not null order by 1`,
    );
    for (const [value] of values)
      variants.push([
        `${extract}.${column.name} ${value}`,
        `select * from ${table} where ${name} is distinct from ${quoteText(String(value))}`,
      ]);
  }
  return variants;
}

async function replaceTable(
  extract: string,
  sql: string,
  affected: readonly Query[],
): Promise<void> {
  await warehouse.execute(`create or replace view raw.${quoteName(extract)} as ${sql}`);
  await createTables(warehouse, affected);
}

function isTrueZero(measure: string, without: string): boolean {
  const found = TRUE_ZEROS.find(
    (each) => each.without === without && each.measures.includes(measure),
  );
  if (found) met.add(`${measure} without ${without}`);
  return found !== undefined;
}

describe('a measure whose records say nothing of what it asks', () => {
  it.each(contracts)('has no data, by $extract', async (contract) => {
    const { extract } = contract;
    const asking = measures.filter(
      ({ declaration: { id }, sql }) => counted.has(id) && lineage(sql).has(extract),
    );
    const affected = MARTS.filter(({ sql }) => lineage(sql).has(extract));
    const none: string[] = [];
    if (asking.length > 0)
      for (const [name, sql] of await listVariants(contract)) {
        await replaceTable(extract, sql, affected);
        for (const measure of asking) {
          const { id } = measure.declaration;
          if ((await isCountedAsNone(measure)) && !isTrueZero(id, name))
            none.push(`${id} without ${name}`);
        }
      }
    await replaceTable(extract, `select * from held.raw.${quoteName(extract)}`, affected);
    expect(none).toEqual([]);
  });

  it('is declared as a true zero only where it is one', () => {
    const declared = TRUE_ZEROS.flatMap((each) =>
      each.measures.map((measure) => `${measure} without ${each.without}`),
    );
    expect(declared.filter((each) => !met.has(each))).toEqual([]);
  });
});

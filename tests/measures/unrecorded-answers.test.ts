// Blank answers of the demonstration filled, column by column: every measure that they move declares it, or counts them.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { selectNation } from '../../pipeline/config/project.js';
import { readLinkageState } from '../../pipeline/load/record-linkage.js';
import { countMeasure, type Count } from '../../pipeline/measures/count.js';
import { readLineage } from '../../pipeline/warehouse/lineage.js';
import {
  openAnswerWarehouse,
  type AnsweredWarehouse,
} from '../../pipeline/warehouse/what-if-answers.js';
import { AS_AT } from '../demonstration.js';
import { sharedPack } from '../end-to-end/shared.js';
import { theProject } from '../project.js';

const { contracts, folder, measures: all } = theProject();
const QUERIES = join(folder, 'queries');
const WINDOW = { ...windowEnding('2023-03-31', 12), status: 'known' as const };
const COLUMNS = contracts.flatMap(({ extract, columns }) =>
  columns.filter(({ type }) => type === 'yes_no').map(({ name: column }) => ({ extract, column })),
);

let warehouse: AnsweredWarehouse;
let measures: typeof all;
const asCounted = new Map<string, Count[]>();
const lineage = readLineage(QUERIES);

beforeAll(async () => {
  const settings = readSettings((await sharedPack('demonstration')).settings);
  measures = selectNation(theProject(), settings.nation).measures;
  const { birthdays } = readLinkageState(settings, QUERIES, AS_AT);
  const path = join(settings.deliveries, 'warehouse.duckdb');
  warehouse = await openAnswerWarehouse(path, { contracts, birthdays, queries: QUERIES });
}, 120_000);
afterAll(() => {
  warehouse.close();
});

async function count(measure: (typeof all)[number]): Promise<Count[]> {
  return countMeasure(warehouse, measure, [WINDOW]);
}

function headline(counts: readonly Count[]): string {
  const total = counts.find(({ breakdown }) => breakdown === 'total');
  return `${total?.numerator} of ${total?.denominator}`;
}

describe('blank answers', () => {
  it.each(COLUMNS)(
    'of $extract.$column move only measures that say so',
    async ({ extract, column }) => {
      const moved: string[] = [];
      for (const measure of measures.filter(({ sql }) => lineage(sql).has(extract))) {
        const { id, unrecorded } = measure.declaration;
        const counts = asCounted.get(id) ?? (await count(measure));
        asCounted.set(id, counts);
        const counted = counts.some(({ breakdown }) => breakdown.endsWith('not_recorded'));
        if (counted || (unrecorded?.extract === extract && unrecorded.column === column)) continue;
        const before = headline(counts);
        const filled = await warehouse.fillBlanks({ extract, column }, () => count(measure));
        if (headline(filled) !== before) moved.push(`${id}: ${before}, filled ${headline(filled)}`);
      }
      expect(moved).toEqual([]);
    },
    120_000,
  );

  it('are blank again afterwards', async () => {
    const measure = measures.find(({ declaration }) => declaration.id === 'first_time_entrants');
    if (!measure) throw new Error('no first-time entrants');
    const column = { extract: 'children', column: 'prior_formal_outcome_elsewhere' };
    const before = headline(await count(measure));
    const filled = await warehouse.fillBlanks(column, () => count(measure));
    expect([before, headline(filled), headline(await count(measure))]).toEqual([
      '28 of 14995',
      '23 of 14995',
      '28 of 14995',
    ]);
  });
});

describe('a declared column of blank answers', () => {
  const declared = all.filter(({ declaration }) => declaration.unrecorded !== undefined);

  it('is a yes-or-no column of an extract that the measure is counted from', () => {
    expect(declared.length).toBeGreaterThan(10);
    for (const { declaration, sql } of declared) {
      expect(COLUMNS).toContainEqual(declaration.unrecorded);
      expect([...lineage(sql)]).toContain(declaration.unrecorded?.extract);
    }
  });
});

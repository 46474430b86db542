// What a measure's query may give, and what is refused as a fault of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import { countMeasure, type Measure } from '../../pipeline/measures/count.js';
import type { MeasuredWindow } from '../../pipeline/measures/windows.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';

let connection: Connection;
beforeAll(async () => {
  connection = await openForBuilding(':memory:');
});
afterAll(() => {
  connection.close();
});

const known = (ends: string): MeasuredWindow => ({ ...windowEnding(ends, 12), status: 'known' });
const WINDOWS: MeasuredWindow[] = [
  { ...known('2021-03-31'), status: 'no data' },
  known('2022-03-31'),
  known('2023-03-31'),
  { ...known('2024-03-31'), status: 'immature' },
];

async function counted(sql: string, windows = WINDOWS): ReturnType<typeof countMeasure> {
  const measure = { declaration: { id: 'a_measure' }, sql } as Measure;
  return countMeasure(connection, measure, windows);
}

const TOTAL = "select window_id, 'total' as breakdown, 'all' as group_code";

describe('counting a measure', () => {
  it('queries once for all known windows, with their first and last days', async () => {
    const counts = await counted(
      `${TOTAL}, datediff('day', starts, ends)::integer as numerator, null::integer as denominator from windows order by ends`,
    );
    expect(counts).toEqual([
      {
        windowId: '2022-03-31',
        breakdown: 'total',
        group: 'all',
        numerator: 364,
        denominator: null,
      },
      {
        windowId: '2023-03-31',
        breakdown: 'total',
        group: 'all',
        numerator: 364,
        denominator: null,
      },
    ]);
  });

  it('runs no query if no window is known', async () => {
    expect(await counted('this is no query', WINDOWS.slice(3))).toEqual([]);
  });

  it('reads columns by name, and accepts a query that ends in a comment', async () => {
    const [first] = await counted(
      "select 3 as denominator, 2 as numerator, 'all' as group_code, 'total' as breakdown, window_id from windows -- the end",
    );
    expect(first).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it.each([
    [
      'a headline missing',
      `${TOTAL}, 1 as numerator, 1 as denominator from windows where starts > '2022-01-01'`,
      /no headline/,
    ],
    [
      'a group twice',
      `${TOTAL}, 1 as numerator, 1 as denominator from windows, range(2)`,
      /given twice/,
    ],
    [
      'a fraction',
      `${TOTAL}, 1.5::double as numerator, 1 as denominator from windows`,
      /whole numbers/,
    ],
    [
      'less than nothing',
      `${TOTAL}, -1 as numerator, 1 as denominator from windows`,
      /whole numbers/,
    ],
    [
      'no numerator',
      `${TOTAL}, null::integer as numerator, 1 as denominator from windows`,
      /whole numbers/,
    ],
    [
      'a count that is not cast',
      `${TOTAL}, count(*) as numerator, 1 as denominator from windows group by all`,
      /cast it/,
    ],
    [
      'a day for a window',
      `select ends as window_id, 'total' as breakdown, 'all' as group_code, 1 as numerator, 1 as denominator from windows`,
      /cast it/,
    ],
    [
      'no group',
      `select window_id, 'total' as breakdown, null::varchar as group_code, 1 as numerator, 1 as denominator from windows`,
      /must be text/,
    ],
    ['a column missing', `${TOTAL}, 1 as numerator from windows`, /denominator/],
  ])('refuses %s', async (_, sql, message) => {
    await expect(counted(sql)).rejects.toThrow(message);
  });
});

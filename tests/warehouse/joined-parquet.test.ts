// Two Parquet files made one, as the database reads them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { appendParquet } from '../../pipeline/warehouse/joined-parquet.js';
import { storing } from '../../pipeline/warehouse/parts.js';
import { emptyFolder } from '../deliveries/folder.js';

let database: Connection;
beforeAll(async () => {
  database = await openForBuilding(':memory:');
});
afterAll(() => {
  database.close();
});

/** Enough rows for several row groups, dictionaries, filters, and a column without any value. */
function rows(from: number, to: number): string {
  return `select 'O' || i as id, 'kind ' || i % 7 as kind, date '2020-01-01' + (i % 900)::integer as day,
    i % 3 = 0 as yes, i / 4 as share, null::varchar as none, i::integer as "#line" from range(${from}, ${to}) as given(i)`;
}

async function bothOf(first: string, second: string): Promise<string> {
  const folder = emptyFolder();
  const [parquet, more] = [join(folder, 'one.parquet'), join(folder, 'more.parquet')];
  await database.tell(storing(first, parquet));
  await database.tell(storing(second, more));
  appendParquet(parquet, more);
  expect(existsSync(more)).toBe(false);
  return parquet;
}

async function count(sql: string): Promise<number> {
  const [row] = await database.ask(`select count(*)::integer ${sql}`);
  return Number(row?.[0]);
}

describe('one Parquet file put below another', () => {
  it.each([
    [300_000, 500_000],
    [5, 6],
    [0, 10],
    [10, 10],
    [0, 0],
  ])('has the rows up to %i, then those up to %i, in their order', async (middle, end) => {
    const parquet = await bothOf(rows(0, middle), rows(middle, end));
    const read = `read_parquet('${parquet}', file_row_number = true)`;
    expect(await count(`from ${read}`)).toBe(end);
    expect(await count(`from ${read} where "#line" = file_row_number`)).toBe(end);
    const without = `select * exclude (file_row_number) from ${read}`;
    expect(await count(`from ((${without}) except all (${rows(0, end)}))`)).toBe(0);
  });

  it('is searched by its filters and statistics as any other', async () => {
    const read = `read_parquet('${await bothOf(rows(0, 300_000), rows(300_000, 500_000))}')`;
    expect(await count(`from ${read} where kind = 'kind 3'`)).toBe(71_429);
    expect(await count(`from ${read} where kind = 'kind 8'`)).toBe(0);
    expect(await count(`from ${read} where "#line" >= 299_990 and "#line" < 300_010`)).toBe(20);
    expect(await count(`from ${read} where id = 'O400000'`)).toBe(1);
  });

  it('may be put below again', async () => {
    const parquet = await bothOf(rows(0, 200_000), rows(200_000, 300_000));
    const more = `${parquet}.more`;
    await database.tell(storing(rows(300_000, 310_000), more));
    appendParquet(parquet, more);
    const read = `read_parquet('${parquet}', file_row_number = true)`;
    expect(await count(`from ${read} where "#line" = file_row_number`)).toBe(310_000);
    expect(await count(`from parquet_metadata('${parquet}') where row_group_num_rows > 0`)).toBe(
      28,
    );
  });

  it('must have the same columns, and be whole', async () => {
    await expect(bothOf(rows(0, 5), 'select 1 as id')).rejects.toThrow('two lists of columns');
    const folder = emptyFolder();
    const [parquet, more] = [join(folder, 'one.parquet'), join(folder, 'more.parquet')];
    for (const path of [parquet, more]) await database.tell(storing(rows(0, 5), path));
    const before = readFileSync(parquet);
    writeFileSync(more, readFileSync(more).subarray(0, -3));
    expect(() => {
      appendParquet(parquet, more);
    }).toThrow(RangeError);
    expect(readFileSync(parquet).equals(before)).toBe(true);
  });
});

// Any text goes through a spool and the database and comes back unchanged.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpool } from '../../pipeline/deliveries/spool.js';
import {
  openForBuilding,
  type Connection,
  type Field,
} from '../../pipeline/warehouse/connection.js';
import { problemsFromError } from '../../pipeline/domain/problem-from-error.js';
import { quoteText } from '../../pipeline/warehouse/sql.js';
import { contractFrom } from '../contracts/sample.js';
import { emptyFolder } from './folder.js';
import { storeRows } from './stored.js';

const NOTES = contractFrom('notes', {
  key: 'note_id',
  columns: {
    note_id: { type: 'id', required: true },
    first: { type: 'text' },
    second: { type: 'text' },
    seen_on: { type: 'date' },
    kept: { type: 'yes_no' },
    minutes: { type: 'whole', least: 0, most: 2_147_483_647 },
  },
});

let connection: Connection;
beforeAll(async () => {
  connection = await openForBuilding(':memory:');
});
afterAll(() => {
  connection.close();
});

/** Rows as read back from the Parquet file that their spool became. */
async function throughDatabase(rows: readonly (readonly (string | null)[])[]): Promise<Field[][]> {
  const folder = emptyFolder();
  const parquet = join(folder, 'notes.parquet');
  expect(await storeRows(connection, NOTES, rows, parquet)).toBe(rows.length);
  return connection.query(
    `select note_id, first, second, seen_on::varchar, kept, minutes from read_parquet(${quoteText(parquet)})`,
  );
}

const awkward = fc.constantFrom(
  ...[
    'NULL',
    'null',
    '\\N',
    'NA',
    '""',
    '"',
    '\t',
    '\n',
    '\r\n',
    '\r',
    ' a ',
    "'",
    '\\',
    '\\t',
    '#',
    ',',
  ],
  ...[
    'true',
    '1',
    '2023-01-01',
    '\u0000',
    '\u00a0',
    '\ufeff',
    '\u2028',
    'ŵŷâêîôû',
    '👩‍👧',
    'nan',
    '-',
  ],
);
/** As a contract lets it through: something, and no space at its ends. */
const text = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((joined) => joined !== '');
const nullable = fc.option(text);

describe('a spool', () => {
  it('round-trips any text, and distinguishes an empty text from null', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, nullable, nullable), { maxLength: 12 }),
        async (rows) => {
          const given = rows.map((row, at) => [`${at}${row[0]}`, row[1], row[2], null, null, null]);
          expect(await throughDatabase(given)).toEqual(given);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps days, booleans and whole numbers', async () => {
    const rows = [
      ['1', null, null, '1900-01-01', 'true', '0'],
      ['2', null, null, '2199-12-31', 'false', '2147483647'],
    ];
    expect(await throughDatabase(rows)).toEqual([
      ['1', null, null, '1900-01-01', true, 0],
      ['2', null, null, '2199-12-31', false, 2_147_483_647],
    ]);
  });

  it('loses no row among many, nor at buffer boundaries', async () => {
    const rows = [...Array(30_000).keys()].map((at) => [
      `N${at}`,
      at % 3 ? 'Ynys Môn "un"\t'.repeat(at % 7) || null : null,
      null,
      null,
      null,
      String(at),
    ]);
    const back = await throughDatabase(rows);
    expect(back.map(([id, first, , , , minutes]) => [id, first, minutes])).toEqual(
      rows.map(([id, first], at) => [id, first, at]),
    );
  });

  it('causes no temporary file of the database when memory is short', async () => {
    const small = await openForBuilding(':memory:');
    await small.execute("set memory_limit = '40MB'");
    const folder = process.cwd();
    const before = readdirSync(folder);
    const tooMuch = small.execute(
      "create table much as select range || repeat('x', 40) as text from range(5_000_000) order by 1",
    );
    await expect(tooMuch).rejects.toThrow('there is too little memory');
    const [problem] = problemsFromError(await tooMuch.catch((error: unknown) => error));
    expect(problem).toMatchObject({ kind: 'computer' });
    expect(readdirSync(folder)).toEqual(before);
    expect(await small.query('select count(*)::integer from duckdb_temporary_files()')).toEqual([
      [0],
    ]);
    small.close();
  });

  it('keeps a text as long as the longest record that can be read', async () => {
    const long = 'ŵ"'.repeat(500_000);
    const [row] = await throughDatabase([['1', long, null, null, null, null]]);
    expect(row?.[1] === long).toBe(true);
  });

  it('is readable by its owner only', () => {
    const spool = openSpool(join(emptyFolder(), 'notes.tsv'));
    spool.close();
    expect(statSync(spool.path).mode & 0o777).toBe(0o600);
  });
});

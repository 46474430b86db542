// One file of an extract, read as a large one and as any other: what came of it either way.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { takeIn } from '../../pipeline/ingest/ingest.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { emptyFolder, listing } from '../deliveries/folder.js';
import { contractFrom, PLACES, TODAY } from './sample.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: { child_id: { type: 'child', required: true }, note: { type: 'text' } },
});
const VISITS = contractFrom('visits', {
  key: 'visit_id',
  tolerance: 1_000_000,
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
    seen_on: { type: 'date' },
    place: { type: 'code', codes: 'place' },
    note: { type: 'text' },
  },
});

let opened: Promise<Connection> | null = null;

/** One database for every file of tests that asks here: it ends with their process. */
function shared(): Promise<Connection> {
  return (opened ??= openForBuilding(':memory:'));
}

/** The extract that visits refer to. */
const THREE = 'child_id,note\nC1,\nC2,\nC3,\n';

const KEY = 'a key of forty characters for the tests.';

/** How a large file is read: how many bytes at once, under which key. */
export interface Lines {
  readonly block?: number;
  readonly key?: string;
}

export interface Came {
  readonly receipt: Receipt;
  /** The hash of the delivery that its accepted rows would be; null when it stopped. */
  readonly delivery: string | null;
  /** Its path. */
  readonly parquet: string | null;
  /** The files that its rows went through. */
  readonly spools: readonly string[];
  /** Every other file that was left on the way, with its bytes. */
  readonly left: readonly (readonly [string, Buffer])[];
}

export async function take(bytes: Buffer, large: number, lines: Lines = {}): Promise<Came> {
  const folder = emptyFolder();
  const children = { extract: 'children', path: join(folder, 'c.csv'), name: 'children.csv' };
  const visits = { extract: 'visits', path: join(folder, 'v.csv'), name: 'visits.csv' };
  writeFileSync(children.path, THREE);
  writeFileSync(visits.path, bytes);
  const { receipts, parquets } = await takeIn([CHILDREN, VISITS], [children, visits], {
    codes: new Map([['place', PLACES]]),
    today: TODAY,
    key: KEY,
    tolerance: {},
    database: await shared(),
    room: folder,
    large,
    ...lines,
    progress: () => undefined,
  });
  const parquet = parquets.get('visits');
  const [, receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  return {
    receipt,
    parquet: parquet ?? null,
    delivery:
      parquet === undefined
        ? null
        : createHash('sha256').update(readFileSync(parquet)).digest('hex'),
    left: listing(folder)
      .filter((name) => !name.endsWith('.csv'))
      .map((name) => [name, readFileSync(join(folder, name))] as const),
    spools: listing(folder).filter((name) => /^visits-.*accepted/.test(name)),
  };
}

/** What came of a file read in one, after making sure that in parts the same comes of it. */
export async function sameEitherWay(text: string | Buffer, lines: Lines = {}): Promise<Came> {
  const bytes = Buffer.from(text);
  const asAny = await take(bytes, Number.POSITIVE_INFINITY, lines);
  // Not the children: they are the same each time.
  const asLarge = await take(bytes, THREE.length, lines);
  expect(asLarge.receipt).toEqual(asAny.receipt);
  expect(asLarge.parquet === null).toBe(asAny.parquet === null);
  if (asLarge.parquet !== null && asAny.parquet !== null)
    expect(await countOther(asLarge.parquet, asAny.parquet)).toBe(0);
  return asLarge;
}

/** How many rows are in one of two deliveries and not in the other, by their lines and all that is kept. */
async function countOther(one: string, other: string): Promise<number> {
  const without = (from: string, of: string): string =>
    `(from read_parquet('${from}') except all from read_parquet('${of}'))`;
  const [row] = await (
    await shared()
  ).ask(
    `select count(*)::integer from (from ${without(one, other)} union all from ${without(other, one)})`,
  );
  return Number(row?.[0]);
}

export const HEADING = 'visit_id,child_id,seen_on,place,note';

/** Long enough, at some 40 characters a row, for three parts. */
export function visits(rows: number, lineOf: (at: number) => string | null = () => null): string[] {
  return Array.from({ length: rows }, (_, at) => {
    return lineOf(at) ?? `V${at},C${1 + (at % 3)},01/02/2023,Home,gwelwyd gartref ŵŷ`;
  });
}

export function file(rows: readonly string[], lineBreak = '\n'): string {
  return [HEADING, ...rows].join(lineBreak) + lineBreak;
}

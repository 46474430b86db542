// Files of visits to three children: what came of one, and what is kept of each row.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { ingestExtracts } from '../../pipeline/ingest/ingest.js';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import { CellError, unwrapCell } from '../../pipeline/contracts/parsed-cell.js';
import { hashFile } from '../../pipeline/deliveries/store.js';
import { createPseudonymiser } from '../../pipeline/identity/pseudonym.js';
import {
  openForBuilding,
  type Connection,
  type Field,
} from '../../pipeline/warehouse/connection.js';
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

export interface Came {
  readonly receipt: Receipt;
  /** The hash of the delivery that its accepted rows would be; null when it stopped. */
  readonly delivery: string | null;
  /** The accepted rows, each the line it stood in and then its kept cells, all as text. */
  readonly rows: readonly (readonly Field[])[];
  /** Every other file that was left on the way, with its bytes. */
  readonly left: readonly (readonly [string, Buffer])[];
}

/** Takes a file of visits in, beside one of three children. */
export async function take(visits: Buffer | string): Promise<Came> {
  const folder = emptyFolder();
  const files = [
    { extract: 'children', path: join(folder, 'c.csv'), name: 'children.csv' },
    { extract: 'visits', path: join(folder, 'v.csv'), name: 'visits.csv' },
  ];
  writeFileSync(join(folder, 'c.csv'), THREE);
  writeFileSync(join(folder, 'v.csv'), visits);
  const database = await shared();
  const { receipts, parquets } = await ingestExtracts([CHILDREN, VISITS], files, {
    ...{ codes: new Map([['place', PLACES]]), today: TODAY, key: KEY, tolerance: {} },
    ...{ database, stagingFolder: folder, progress: () => undefined },
  });
  const parquet = parquets.get('visits');
  const [, receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  const left = listing(folder).filter((name) => !name.endsWith('.csv'));
  return {
    receipt,
    delivery: parquet === undefined ? null : await hashFile(parquet),
    rows: parquet === undefined ? [] : await database.query(rowsIn(parquet)),
    left: left.map((name) => [name, readFileSync(join(folder, name))] as const),
  };
}

function rowsIn(parquet: string): string {
  return `select "#line", visit_id, child_id, seen_on::varchar, place, note from read_parquet('${parquet}')`;
}

/** What is kept of a row of visits that is accepted, as `Came` has it, each cell read by itself; null where one is refused. */
export function keptOf(cells: readonly string[], line: number): Field[] | null {
  const context = {
    ...{ codes: new Map([['place', PLACES]]), today: TODAY },
    pseudonymise: createPseudonymiser(KEY),
  };
  const kept = VISITS.storedColumns.map((column, at) =>
    unwrapCell(createCellReader(column, context)(cells[at] ?? '')),
  );
  const sound = kept.flatMap((cell) => (cell instanceof CellError ? [] : [cell]));
  return sound.length === kept.length ? [line, ...sound] : null;
}

export const HEADING = 'visit_id,child_id,seen_on,place,note';

/** Rows of some 40 characters: 6000 of them are several blocks of a file. */
export function visits(rows: number, lineOf: (at: number) => string | null = () => null): string[] {
  return Array.from({ length: rows }, (_, at) => {
    return lineOf(at) ?? `V${at},C${1 + (at % 3)},01/02/2023,Home,gwelwyd gartref ŵŷ`;
  });
}

export function file(rows: readonly string[], lineBreak = '\n'): string {
  return [HEADING, ...rows].join(lineBreak) + lineBreak;
}

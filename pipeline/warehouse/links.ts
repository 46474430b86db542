// The checked rows of an extract → what only all of them together show: references to nothing, and keys met twice.
import type { LinkFaults } from '../contracts/check.js';
import type { RowErrorCode, ErrorPlace, ErrorGroup } from '../contracts/faults.js';
import type { Connection, Field } from './connection.js';
import type { ExtractRows } from './extract-rows.js';
import { literal, name } from './sql.js';

/** The accepted rows of another extract that references may point at, as Parquet, and the column that they point at. */
export interface Parent {
  readonly parquet: string;
  readonly key: string;
}

/**
 * Sets aside, of the accepted rows, those that point at a record not among their parent's, and then each row whose
 * key an earlier one has. A reference is also looked up for rows already set aside, so that all that is wrong with
 * them is said at once. A reference to an extract without a parent here cannot be judged, and is left alone. Of the
 * faults of one kind in a file, `most` are placed and all are counted. `accepted` is how many rows are accepted so far.
 */
export async function linkRows(
  rows: ExtractRows,
  accepted: number,
  parents: ReadonlyMap<string, Parent>,
  most: number,
): Promise<LinkFaults> {
  const orphans = await setOrphansAside(rows, parents, most);
  const duplicates = await setDuplicatesAside(rows, accepted, most);
  const faults = [...orphans, ...duplicates];
  return { faults, setAside: faults.length === 0 ? 0 : accepted - (await rows.count()) };
}

async function setOrphansAside(
  rows: ExtractRows,
  parents: ReadonlyMap<string, Parent>,
  most: number,
): Promise<ErrorGroup[]> {
  const references = rows.contract.storedColumns.flatMap((column) => {
    const parent = column.references === undefined ? undefined : parents.get(column.references);
    return parent ? [{ column: column.name, isOrphan: orphanTest(column.name, parent) }] : [];
  });
  const found: ErrorGroup[] = [];
  const orphans: string[] = [];
  for (const { column, isOrphan } of references) {
    const all = [rows.accepted, rows.setAside].filter((each) => each !== null);
    const places = all.map(
      (given) => `select "#file", "#line", null from ${given} as given where ${isOrphan}`,
    );
    // Mostly there is none, and that is answered sooner than where they are.
    if (!(await isAny(rows.connection, places))) continue;
    const kind = { code: 'orphan-reference', column } as const;
    found.push(...(await faultsAt(rows.connection, kind, places.join(' union all '), most)));
    orphans.push(`select "#file", "#line" from ${rows.accepted} as given where ${isOrphan}`);
  }
  // Only now, because one row may be told of two references.
  if (orphans.length > 0) await rows.reject(orphans.join(' union '));
  return found;
}

function orphanTest(column: string, { parquet, key }: Parent): string {
  const there = `select 1 from read_parquet(${literal(parquet)}) as parents where parents.${name(key)} = given.${name(column)}`;
  return `given.${name(column)} is not null and not exists (${there})`;
}

/** How many keys are compared at once: memory holds so many, however many rows there are. */
const KEYS = 2_000_000;

/** Two rows without a value in a column of the key are alike in it. */
async function setDuplicatesAside(
  rows: ExtractRows,
  keys: number,
  most: number,
): Promise<ErrorGroup[]> {
  const { connection, contract } = rows;
  const key = contract.key.map(name).join(', ');
  const hashes = hashesIn(rows, key, keys);
  // Mostly no two are alike, and to count them is sooner done than to gather those that are.
  const twice = hashes.map((each) => `select 1 from ${each} having count(*) > count(distinct own)`);
  if (!(await isAny(connection, twice))) return [];
  const alike = `partition by ${key} order by "#file", "#line"`;
  await connection.tell('create or replace temp table hashes_alike (hash ubigint)');
  for (const each of hashes)
    await connection.tell(
      `insert into hashes_alike select own from ${each} group by own having count(*) > 1`,
    );
  await connection.tell(
    `create or replace temp table duplicates as
     select "#file", "#line", first_value("#line") over (${alike}) as first
     from ${rows.accepted} where hash(${key}) in (from hashes_alike)
     qualify row_number() over (${alike}) > 1`,
  );
  const kind = { code: 'duplicate-id', column: contract.key[0] ?? '' } as const;
  const found = await faultsAt(connection, kind, 'select * from duplicates', most);
  if (found.length > 0) await rows.reject('select "#file", "#line" from duplicates');
  return found;
}

/** The hashes of so many keys: a relation for each share of them that memory holds. */
function hashesIn(rows: ExtractRows, key: string, keys: number): string[] {
  const shares = Math.ceil(keys / KEYS);
  return Array.from({ length: shares }, (_, share) => {
    const only = shares > 1 ? `where own % ${shares} = ${share}` : '';
    return `(select hash(${key}) as own from ${rows.accepted} ${only})`;
  });
}

async function isAny(connection: Connection, queries: readonly string[]): Promise<boolean> {
  for (const query of queries) {
    const [row] = await connection.ask(`select exists (${query})`);
    if (row?.[0] === true) return true;
  }
  return false;
}

/** Faults of one kind by file, from a query that gives the file, line and first line of every one. */
async function faultsAt(
  connection: Connection,
  kind: { readonly code: RowErrorCode; readonly column: string },
  places: string,
  most: number,
): Promise<ErrorGroup[]> {
  const rows = await connection.ask(
    `select file, line, first, (count(*) over (partition by file))::integer
     from (${places}) as places (file, line, first)
     qualify row_number() over (partition by file order by line) <= ${most}
     order by file, line`,
  );
  const files = [...new Set(rows.map(([file]) => Number(file)))];
  return files.map((file) => {
    const own = rows.filter(([of]) => of === file);
    const count = Number(own[0]?.[3]);
    return { ...kind, file, count, places: own.map(([, line, first]) => placeOf(line, first)) };
  });
}

function placeOf(line: Field | undefined, first: Field | undefined): ErrorPlace {
  return typeof first === 'number' ? { line: Number(line), first } : { line: Number(line) };
}

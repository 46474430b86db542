// The checked rows of an extract → what only all of them together show: references to nothing, and keys met twice.
import type { LinkFaults } from '../contracts/check.js';
import type { RowErrorCode, ErrorPlace, ErrorGroup } from '../contracts/faults.js';
import type { Connection, Field } from './connection.js';
import type { ExtractRows } from './extract-rows.js';
import { quoteText, quoteName } from './sql.js';

/** The accepted rows of another extract that references may point at, as Parquet, and the column that they point at. */
export interface ParentRows {
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
  parents: ReadonlyMap<string, ParentRows>,
  maxPlaces: number,
): Promise<LinkFaults> {
  const orphans = await rejectOrphans(rows, parents, maxPlaces);
  const duplicates = await rejectDuplicates(rows, accepted, maxPlaces);
  const faults = [...orphans, ...duplicates];
  return { faults, setAside: faults.length === 0 ? 0 : accepted - (await rows.count()) };
}

async function rejectOrphans(
  rows: ExtractRows,
  parents: ReadonlyMap<string, ParentRows>,
  maxPlaces: number,
): Promise<ErrorGroup[]> {
  const references = rows.contract.storedColumns.flatMap((column) => {
    const parent = column.references === undefined ? undefined : parents.get(column.references);
    return parent ? [{ column: column.name, isOrphan: buildOrphanTest(column.name, parent) }] : [];
  });
  const found: ErrorGroup[] = [];
  const orphans: string[] = [];
  for (const { column, isOrphan } of references) {
    const all = [rows.accepted, rows.setAside].filter((each) => each !== null);
    const places = all.map(
      (given) => `select "#file", "#line", null from ${given} as given where ${isOrphan}`,
    );
    // Mostly there is none, and that is answered sooner than where they are.
    if (!(await hasRows(rows.connection, places))) continue;
    const kind = { code: 'orphan-reference', column } as const;
    found.push(...(await findFaults(rows.connection, kind, places.join(' union all '), maxPlaces)));
    orphans.push(`select "#file", "#line" from ${rows.accepted} as given where ${isOrphan}`);
  }
  // Only now, because one row may be told of two references.
  if (orphans.length > 0) await rows.reject(orphans.join(' union '));
  return found;
}

function buildOrphanTest(column: string, { parquet, key }: ParentRows): string {
  const there = `select 1 from read_parquet(${quoteText(parquet)}) as parents where parents.${quoteName(key)} = given.${quoteName(column)}`;
  return `given.${quoteName(column)} is not null and not exists (${there})`;
}

/** How many keys are compared at once: memory holds so many, however many rows there are. */
const MAX_KEYS = 2_000_000;

/** Two rows without a value in a column of the key are alike in it. */
async function rejectDuplicates(
  rows: ExtractRows,
  keys: number,
  maxPlaces: number,
): Promise<ErrorGroup[]> {
  const { connection, contract } = rows;
  const key = contract.key.map(quoteName).join(', ');
  const hashes = buildHashRelations(rows, key, keys);
  // Mostly no two are alike, and to count them is sooner done than to gather those that are.
  const twice = hashes.map((each) => `select 1 from ${each} having count(*) > count(distinct own)`);
  if (!(await hasRows(connection, twice))) return [];
  const alike = `partition by ${key} order by "#file", "#line"`;
  await connection.execute('create or replace temp table hashes_alike (hash ubigint)');
  for (const each of hashes)
    await connection.execute(
      `insert into hashes_alike select own from ${each} group by own having count(*) > 1`,
    );
  await connection.execute(
    `create or replace temp table duplicates as
     select "#file", "#line", first_value("#line") over (${alike}) as first
     from ${rows.accepted} where hash(${key}) in (from hashes_alike)
     qualify row_number() over (${alike}) > 1`,
  );
  const kind = { code: 'duplicate-id', column: contract.key[0] ?? '' } as const;
  const found = await findFaults(connection, kind, 'select * from duplicates', maxPlaces);
  if (found.length > 0) await rows.reject('select "#file", "#line" from duplicates');
  return found;
}

/** The hashes of so many keys: a relation for each share of them that memory holds. */
function buildHashRelations(rows: ExtractRows, key: string, keys: number): string[] {
  const shares = Math.ceil(keys / MAX_KEYS);
  return Array.from({ length: shares }, (_, share) => {
    const only = shares > 1 ? `where own % ${shares} = ${share}` : '';
    return `(select hash(${key}) as own from ${rows.accepted} ${only})`;
  });
}

async function hasRows(connection: Connection, queries: readonly string[]): Promise<boolean> {
  for (const query of queries) {
    const [row] = await connection.query(`select exists (${query})`);
    if (row?.[0] === true) return true;
  }
  return false;
}

/** Faults of one kind by file, from a query that gives the file, line and first line of every one. */
async function findFaults(
  connection: Connection,
  kind: { readonly code: RowErrorCode; readonly column: string },
  places: string,
  maxPlaces: number,
): Promise<ErrorGroup[]> {
  const rows = await connection.query(
    `select file, line, first, (count(*) over (partition by file))::integer
     from (${places}) as places (file, line, first)
     qualify row_number() over (partition by file order by line) <= ${maxPlaces}
     order by file, line`,
  );
  const files = [...new Set(rows.map(([file]) => Number(file)))];
  return files.map((file) => {
    const own = rows.filter(([group]) => group === file);
    const count = Number(own[0]?.[3]);
    return { ...kind, file, count, places: own.map(([, line, first]) => readPlace(line, first)) };
  });
}

function readPlace(line: Field | undefined, first: Field | undefined): ErrorPlace {
  return typeof first === 'number' ? { line: Number(line), first } : { line: Number(line) };
}

// The spooled rows of an extract → what only all of them together show: references to nothing, and keys met twice.
import type { Contract } from '../contracts/contract.js';
import type { FaultCode, FaultPlace, Faults } from '../contracts/faults.js';
import type { Connection, Field } from './connection.js';
import { ACCEPTED, countAccepted, SET_ASIDE } from './spooled.js';
import { literal, name } from './sql.js';

/** The accepted rows of another extract that references may point at, as Parquet, and the column that they point at. */
export interface Parent {
  readonly parquet: string;
  readonly key: string;
}

/** What was found, and how many rows that were accepted are set aside for it. */
export interface Links {
  readonly faults: readonly Faults[];
  readonly setAside: number;
}

/**
 * Sets aside, of the accepted rows, those that point at a record not among their parent's, and then each row whose
 * key an earlier one has. A reference is also looked up for rows already set aside, so that all that is wrong with
 * them is said at once. A reference to an extract without a parent here cannot be judged, and is left alone. Of the
 * faults of one kind in a file, `most` are placed and all are counted.
 */
export async function linkRows(
  connection: Connection,
  contract: Contract,
  parents: ReadonlyMap<string, Parent>,
  most: number,
): Promise<Links> {
  const before = await countAccepted(connection);
  const orphans = await setOrphansAside(connection, contract, parents, most);
  const duplicates = await setDuplicatesAside(connection, contract, most);
  const setAside = before - (await countAccepted(connection));
  return { faults: [...orphans, ...duplicates], setAside };
}

async function setOrphansAside(
  connection: Connection,
  { kept }: Contract,
  parents: ReadonlyMap<string, Parent>,
  most: number,
): Promise<Faults[]> {
  const references = kept.flatMap((column) => {
    const parent = column.references === undefined ? undefined : parents.get(column.references);
    return parent ? [{ column: column.name, isOrphan: orphanTest(column.name, parent) }] : [];
  });
  const found: Faults[] = [];
  for (const { column, isOrphan } of references) {
    const places = [ACCEPTED, SET_ASIDE].map(
      (table) => `select "#file", "#line", null from ${table} as given where ${isOrphan}`,
    );
    const kind = { code: 'orphan-reference', column } as const;
    found.push(...(await faultsAt(connection, kind, places.join(' union all '), most)));
  }
  // Only now, because one row may be told of two references.
  if (found.length > 0)
    for (const { isOrphan } of references)
      await connection.tell(`delete from ${ACCEPTED} as given where ${isOrphan}`);
  return found;
}

function orphanTest(column: string, { parquet, key }: Parent): string {
  const there = `select 1 from read_parquet(${literal(parquet)}) as parents where parents.${name(key)} = given.${name(column)}`;
  return `given.${name(column)} is not null and not exists (${there})`;
}

/** Two rows without a value in a column of the key are alike in it. */
async function setDuplicatesAside(
  connection: Connection,
  { key }: Contract,
  most: number,
): Promise<Faults[]> {
  if (await allDiffer(connection, key)) return [];
  const alike = `partition by ${key.map(name).join(', ')} order by "#file", "#line"`;
  await connection.tell(
    `create or replace temp table duplicates as
     select rowid as place, "#file", "#line", first_value("#line") over (${alike}) as first
     from ${ACCEPTED} qualify row_number() over (${alike}) > 1`,
  );
  const places = 'select "#file", "#line", first from duplicates';
  const kind = { code: 'duplicate-id', column: key[0] ?? '' } as const;
  const found = await faultsAt(connection, kind, places, most);
  if (found.length > 0)
    await connection.tell(`delete from ${ACCEPTED} where rowid in (select place from duplicates)`);
  return found;
}

/** Whether the keys of all accepted rows differ: they do if their hashes do, of which there are then as many as rows. */
async function allDiffer(connection: Connection, key: readonly string[]): Promise<boolean> {
  const [row] = await connection.ask(
    `select count(*) = count(distinct hash(${key.map(name).join(', ')})) from ${ACCEPTED}`,
  );
  return row?.[0] === true;
}

/** Faults of one kind by file, from a query that gives the file, line and first line of every one. */
async function faultsAt(
  connection: Connection,
  kind: { readonly code: FaultCode; readonly column: string },
  places: string,
  most: number,
): Promise<Faults[]> {
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

function placeOf(line: Field | undefined, first: Field | undefined): FaultPlace {
  return typeof first === 'number' ? { line: Number(line), first } : { line: Number(line) };
}

// The records of a case system that came after others → joined to theirs: what both hold is there once, and the overlap is recorded.
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { linkChildren } from './join-children.js';
import {
  laterTable,
  markNumbers,
  PAIRED,
  setChildNumbers,
  setReferences,
  type JoinSides,
} from './join-numbers.js';
import { findTies, pairRows } from './join-pairs.js';
import { recordOverlap } from './join-counts.js';
import { createRawTable, fillRawTable, rawTable } from './raw.js';
import { quoteText, quoteName } from './sql.js';

/** A case system that a service came to use after others, and its deliveries by extract, oldest first. */
export interface LaterSystem {
  /** Stands before the numbers of its records, so that none is taken for one of another system. */
  readonly mark: string;
  readonly parquets: ReadonlyMap<string, readonly string[]>;
  /** Of a spreadsheet kept beside a case system, that one's mark; empty for the first. */
  readonly parentMark?: string;
}

/**
 * Makes the tables that say how systems were joined: `raw.system_children(system, child_id, earlier, how)`, one row per
 * child of a later system, and `raw.system_records(system, extract, record, earlier, child_id, happened, how, beside)`,
 * one per record that both could hold.
 */
export async function createJoinTables(connection: Connection): Promise<void> {
  await connection.execute(
    'create table raw.system_children (system varchar, child_id varchar, earlier varchar, how varchar)',
  );
  await connection.execute(
    'create table raw.system_records (system varchar, extract varchar, record varchar, earlier varchar, child_id varchar, happened date, how varchar, beside varchar)',
  );
}

/**
 * Joins a system's records to those that the raw tables hold of the systems before it. Children are the same where the
 * system says under which number it had them before; records where their contract's `same` columns, or their keys, are
 * alike, each with one other at most. Of what is the same the later system's word stands, but for texts it leaves blank.
 * Nothing that only one of them holds is left out.
 */
export async function joinSystem(
  connection: Connection,
  contracts: readonly Contract[],
  { mark, parquets, parentMark }: LaterSystem,
): Promise<void> {
  const lists = await connection.query(
    "select table_name from information_schema.columns where table_schema = 'codes' and column_name = 'means'",
  );
  const dated = new Set(lists.map(([list]) => String(list)));
  const received = contracts.filter(({ extract }) => parquets.has(extract));
  const linked = linkedChildren(contracts, received, mark);
  const all = received.map((contract) => ({
    contract,
    mark,
    later: laterTable(contract),
    earlier: rawTable(contract),
    dated,
    linked,
  }));
  for (const { contract, later } of all) {
    await createRawTable(connection, contract, later);
    await fillRawTable(connection, contract, parquets.get(contract.extract) ?? [], later);
  }
  await markNumbers(connection, all, parentMark);
  for (const sides of all.filter(({ contract }) => holdsChildren(contract))) {
    await linkChildren(connection, sides);
    await mergeRows(connection, sides);
  }
  await setChildNumbers(connection, all);
  for (const sides of all.filter(({ contract }) => !holdsChildren(contract))) {
    await pairRows(connection, sides, findTies(sides, all));
    await setReferences(connection, sides, contracts);
    await recordOverlap(connection, sides);
    await mergeRows(connection, sides);
  }
  for (const { later } of all) await connection.execute(`drop table ${later}`);
  await connection.execute(`drop table if exists ${PAIRED}`);
}

/** A query of the children before whom a system knows: who are linked or, where it has none of its own, all. */
function linkedChildren(
  contracts: readonly Contract[],
  received: readonly Contract[],
  mark: string,
): string {
  const children = contracts.find(holdsChildren);
  if (children && !received.includes(children))
    return `select ${quoteName(children.key[0] ?? '')} from ${rawTable(children)}`;
  return `select earlier from raw.system_children where system = ${quoteText(mark)} and earlier is not null`;
}

/** Whether its rows are the children themselves. */
function holdsChildren({ key, storedColumns: kept }: Contract): boolean {
  return kept.some(({ name: column, type }) => type === 'child' && key.join() === column);
}

/** Every row of either side once. A date that the later system leaves blank is not filled in: it may mean *not yet*. */
async function mergeRows(
  connection: Connection,
  { contract, earlier: table, later: fresh }: JoinSides,
): Promise<void> {
  const isKept = holdsChildren(contract) ? new Set(contract.key) : new Set<string>();
  const values = contract.storedColumns.map(({ name: column, type }) => {
    const [later, earlier] = [`later.${quoteName(column)}`, `earlier.${quoteName(column)}`];
    if (isKept.has(column)) return `coalesce(${earlier}, ${later})`;
    return type === 'date' ? later : `coalesce(${later}, ${earlier})`;
  });
  const columns = contract.storedColumns.map((column) => quoteName(column.name)).join(', ');
  await connection.execute(
    `create temp table merged as
     select ${columns} from ${table} where rowid not in (select earlier_row from ${PAIRED})
     union all
     select ${values.join(', ')} from ${fresh} as later
     left join ${PAIRED} as p on p.later_row = later.rowid
     left join ${table} as earlier on earlier.rowid = p.earlier_row`,
  );
  await connection.execute(`delete from ${table}`);
  await connection.execute(`insert into ${table} (${columns}) select * from merged`);
  await connection.execute('drop table merged');
}

/** What a join came to for one extract: of children how many are linked, of records how many both systems hold. */
export interface JoinCounts {
  readonly both: number;
  /** Of children both systems know, on days both have records of: held by one of them alone. */
  readonly earlier_only: number;
  readonly later_only: number;
  /** Of children who are linked to none of the earlier system: they and their records may be there twice. */
  readonly not_linked: number;
}

/** What joining a system came to, by extract. */
export async function countJoined(
  connection: Connection,
  mark: string,
): Promise<ReadonlyMap<string, JoinCounts>> {
  const rows = await connection.query(
    `select extract, how, count(*)::integer from (
       select extract, how from raw.system_records where system = ${quoteText(mark)}
       union all
       select 'children', if(earlier is null, 'child not linked', 'both') from raw.system_children where system = ${quoteText(mark)}
     ) group by all`,
  );
  const found = new Map<string, JoinCounts>();
  for (const [extract] of rows) {
    const count = (how: string): number =>
      Number(rows.find(([group, is]) => group === extract && is === how)?.[2] ?? 0);
    found.set(String(extract), {
      both: count('both'),
      earlier_only: count('earlier only'),
      later_only: count('later only'),
      not_linked: count('child not linked'),
    });
  }
  return found;
}

/** Children of a system who have records on days that the systems before have records of, and those linked to none there. */
export interface SharedHistory {
  readonly children: number;
  readonly notLinked: number;
}

/** Counts them, by records of which a service hears on their day: a child's first offence is before its first contact. */
export async function countSharedHistory(
  connection: Connection,
  contracts: readonly Contract[],
  mark: string,
): Promise<SharedHistory> {
  const heard = contracts.filter((contract) => !contract.heard_of_later);
  const [row = []] = await connection.query(
    `select count(distinct child_id)::integer, (count(distinct child_id) filter (where how = 'child not linked'))::integer
     from raw.system_records where system = ${quoteText(mark)} and how <> 'earlier only'
       and extract in (${heard.map(({ extract }) => quoteText(extract)).join(', ')})`,
  );
  const [children = 0, notLinked = 0] = row.map(Number);
  return { children, notLinked };
}

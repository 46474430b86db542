// An extract's new rows and those known before → how many are new, corrected and gone, matched by their keys.
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { createRawTable, fillRawTable, matchKeys } from './raw.js';
import { quoteText, quoteName } from './sql.js';

/** What rows that came change in those known before. `newest` is the last day of an event in them; null without one. */
export interface RowChanges {
  readonly before: number;
  readonly added: number;
  readonly corrected: number;
  /** Rows known before that are not among those that came; they are gone only where a full extract came. */
  readonly withdrawn: number;
  readonly newestBefore: string | null;
  readonly newest: string | null;
}

/**
 * Compares a Parquet file with the deliveries that are known, oldest first, column by column of the contract as it is
 * now: a column that one side lacks is empty there. Rows are matched by the contract's key.
 */
export async function compareRows(
  connection: Connection,
  contract: Contract,
  parquet: string,
  known: readonly string[],
): Promise<RowChanges> {
  if (known.length === 0) return allNew(await countParquetRows(connection, parquet));
  const tables = [
    [KNOWN, known],
    [FRESH, [parquet]],
  ] as const;
  for (const [table, parquets] of tables) {
    await connection.execute(`drop table if exists ${table}`);
    await createRawTable(connection, contract, table);
    await fillRawTable(connection, contract, parquets, table);
  }
  const [counts = []] = await connection.query(buildComparison(contract));
  const [before, added, corrected, withdrawn] = counts.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const [newestBefore, newest] = [
    await findNewestDay(connection, contract, KNOWN),
    await findNewestDay(connection, contract, FRESH),
  ];
  for (const [table] of tables) await connection.execute(`drop table ${table}`);
  return { before, added, corrected, withdrawn, newestBefore, newest };
}

function allNew(added: number): RowChanges {
  return { before: 0, added, corrected: 0, withdrawn: 0, newestBefore: null, newest: null };
}

async function countParquetRows(connection: Connection, parquet: string): Promise<number> {
  const [row] = await connection.query(
    `select count(*)::integer from read_parquet(${quoteText(parquet)})`,
  );
  return Number(row?.[0]);
}

const KNOWN = 'known_rows';
const FRESH = 'fresh_rows';

/** Every row of either side once, by its key. */
function buildComparison(contract: Contract): string {
  const { storedColumns: kept } = contract;
  const row = (side: string): string =>
    `struct_pack(${kept.map((column) => `${quoteName(column.name)} := ${side}.${quoteName(column.name)}`).join(', ')})`;
  const same = matchKeys(contract, 'known', 'fresh');
  return `select count(was)::integer,
      count(*) filter (was is null)::integer,
      count(*) filter (was is not null and now is not null and was is distinct from now)::integer,
      count(*) filter (now is null)::integer
    from (select case when known.rowid is not null then ${row('known')} end as was,
                 case when fresh.rowid is not null then ${row('fresh')} end as now
          from ${KNOWN} as known full join ${FRESH} as fresh on ${same})`;
}

/** The last day of what has happened: days that may lie ahead are not asked. */
async function findNewestDay(
  connection: Connection,
  { storedColumns: kept }: Contract,
  table: string,
): Promise<string | null> {
  const days = kept.filter((column) => column.type === 'date' && !column.future && !column.planned);
  if (days.length === 0) return null;
  const newest = days.map((column) => `max(${quoteName(column.name)})`).join(', ');
  const [row] = await connection.query(`select greatest(${newest})::varchar from ${table}`);
  return (row?.[0] ?? null) as string | null;
}

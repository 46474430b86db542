// Rows of an extract from two case systems → which of them are one record.
import type { Connection } from './connection.js';
import { dayColumn, PAIRED, type JoinSides } from './join-numbers.js';
import { quoteName } from './sql.js';

/** What an extract's records are tied to by another extract that has nothing but two numbers a row. */
interface Ties {
  /** The rows that tie, and what they tie to, on each side. */
  readonly rows: JoinSides;
  readonly target: JoinSides;
  /** The column of the rows that has the record's number, and the one that has the other's. */
  readonly own: string;
  readonly other: string;
}

/** The ties of an extract: of offences, to the outcomes that dealt with them. */
export function findTies({ contract }: JoinSides, all: readonly JoinSides[]): Ties | null {
  for (const rows of all) {
    const { key, storedColumns: kept } = rows.contract;
    const references = key.map((column) => kept.find((each) => each.name === column)?.references);
    const at = references.indexOf(contract.extract);
    const target = all.find((each) => each.contract.extract === references[1 - at]);
    if (key.length === 2 && at >= 0 && target)
      return { rows, target, own: key[at] ?? '', other: key[1 - at] ?? '' };
  }
  return null;
}

/**
 * Finds the pairs: first among rows alike in all they say and in what they are tied to, then in all they say, then in
 * what makes them the same.
 */
export async function pairRows(
  connection: Connection,
  sides: JoinSides,
  ties: Ties | null,
): Promise<void> {
  await connection.execute(
    `create or replace temp table ${PAIRED} (earlier_row bigint, later_row bigint)`,
  );
  const { key, same, storedColumns: kept } = sides.contract;
  if (same.length === 0 && key.length > 1) await addPairs(connection, sides, key, null, false);
  if (same.length === 0) return;
  const recordColumns = kept
    .filter(({ type }) => !['id', 'text', 'mark'].includes(type))
    .map((each) => each.name);
  const all = [...new Set([...same, ...recordColumns])];
  if (ties) await addPairs(connection, sides, all, ties, true);
  await addPairs(connection, sides, all, ties, false);
  await addPairs(connection, sides, same, ties, false);
}

/**
 * Of rows alike on both sides the first is the first's, the second the second's: as many are left as the fuller side
 * has. Those tied to nothing come first: what an outcome is yet to come for is what a later system is given.
 */
async function addPairs(
  connection: Connection,
  sides: JoinSides,
  columns: readonly string[],
  ties: Ties | null,
  isTied: boolean,
): Promise<void> {
  const { contract, earlier, later } = sides;
  const own = columns.map(quoteName);
  const key = contract.key.map(quoteName).join(', ');
  const side = (which: 'earlier' | 'later', table: string): string => {
    const tied = ties
      ? describeTies(ties, which, `${table}.${quoteName(contract.key[0] ?? '')}`)
      : "''";
    const said = [...new Set([...columns, ...contract.key])].map(
      (column) => `${formatMeaning(sides, table, column)} as ${quoteName(column)}`,
    );
    return `select *, row_number() over (partition by ${[...own, ...(isTied ? ['tied'] : [])].join(', ')} order by tied, ${key}) as nth
      from (select rowid as row, ${said.join(', ')}, ${tied} as tied
            from ${table} where rowid not in (select ${which}_row from ${PAIRED}))`;
  };
  const alike = own.map((column) => `e.${column} is not distinct from l.${column}`);
  const ons = [...alike, 'e.nth = l.nth', ...(isTied ? ['e.tied = l.tied'] : [])];
  await connection.execute(
    `insert into ${PAIRED} select e.row, l.row
     from (${side('earlier', earlier)}) as e join (${side('later', later)}) as l on ${ons.join(' and ')}`,
  );
}

/** What a cell means: an old label that is used for a new thing is that thing, whatever the other system calls it. */
function formatMeaning({ contract, dated }: JoinSides, table: string, column: string): string {
  const cell = `${table}.${quoteName(column)}`;
  const day = dayColumn(contract);
  const of = contract.storedColumns.find((each) => each.name === column);
  if (of?.type !== 'code' || !dated.has(of.codes) || day === undefined) return cell;
  const on = `${table}.${quoteName(day)}`;
  return `coalesce((select m.means from codes.${quoteName(of.codes)} as m where m.label = ${cell}
    and ${on} >= coalesce(m.valid_from, date '0001-01-01') and ${on} <= coalesce(m.valid_to, date '9999-12-31')), ${cell})`;
}

/** What a record is tied to, as one text: the day and kind of each outcome, in order; empty for none. */
function describeTies(
  { rows, target, own, other }: Ties,
  which: 'earlier' | 'later',
  key: string,
): string {
  const columns = target.contract.same.map((column) => `t.${quoteName(column)}`).join(', ');
  const number = quoteName(target.contract.key[0] ?? '');
  return `coalesce((select string_agg(concat_ws(' ', ${columns}), '; ' order by concat_ws(' ', ${columns}))
    from ${rows[which]} as r join ${target[which]} as t on t.${number} = r.${quoteName(other)} where r.${quoteName(own)} = ${key}), '')`;
}

// The pairs of an extract's rows → raw.system_records: what both systems hold, and what of their common days only one does.
import type { Connection } from './connection.js';
import { dayColumn, PAIRED, type JoinSides } from './join-numbers.js';
import { quoteText, quoteName } from './sql.js';

/** In days: records of one child this close may be the same record in other words. */
const NEAR = 3;

/** Records which records are in both systems and, on days that both cover, which are in one alone. */
export async function recordOverlap(connection: Connection, sides: JoinSides): Promise<void> {
  const { contract, mark, earlier, later, linked } = sides;
  const child = contract.storedColumns.find(({ type }) => type === 'child');
  const day = dayColumn(contract);
  const source = `${quoteText(mark)}, ${quoteText(contract.extract)}`;
  const listColumns = (side: string): string =>
    [
      `concat_ws(' ', ${contract.key.map((column) => `${side}.${quoteName(column)}`).join(', ')})`,
      child ? `${side}.${quoteName(child.name)}` : 'null',
      day ? `${side}.${quoteName(day)}` : 'null::date',
    ].join(', ');
  await connection.execute(
    `insert into raw.system_records (system, extract, record, child_id, happened, earlier, how)
     select ${source}, ${listColumns('l')}, concat_ws(' ', ${contract.key.map((column) => `e.${quoteName(column)}`).join(', ')}), 'both' from ${PAIRED}
     join ${earlier} as e on e.rowid = earlier_row join ${later} as l on l.rowid = later_row`,
  );
  if (!day) return;
  const formatDays = (table: string): string =>
    `between (select min(${quoteName(day)}) from ${table}) and (select max(${quoteName(day)}) from ${table})`;
  const isLinked = (side: string): string =>
    child ? `${side}.${quoteName(child.name)} in (${linked})` : 'true';
  await connection.execute(
    `insert into raw.system_records (system, extract, earlier, child_id, happened, how)
     select ${source}, ${listColumns('e')}, 'earlier only' from ${earlier} as e
     where e.rowid not in (select earlier_row from ${PAIRED}) and e.${quoteName(day)} ${formatDays(later)} and ${isLinked('e')}`,
  );
  await connection.execute(
    `insert into raw.system_records (system, extract, record, child_id, happened, how)
     select ${source}, ${listColumns('l')}, if(${isLinked('l')}, 'later only', 'child not linked') from ${later} as l
     where l.rowid not in (select later_row from ${PAIRED}) and l.${quoteName(day)} ${formatDays(earlier)}`,
  );
  await connection.execute(
    `update raw.system_records as r set beside = (
       select min(o.earlier) from raw.system_records as o
       where o.system = r.system and o.extract = r.extract and o.how = 'earlier only' and o.child_id = r.child_id
         and abs(date_diff('day', o.happened, r.happened)) <= ${NEAR})
     where r.system = ${quoteText(mark)} and r.extract = ${quoteText(contract.extract)} and r.how = 'later only'`,
  );
}

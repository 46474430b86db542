// The pairs of an extract's rows → raw.system_records: what both systems hold, and what of their common days only one does.
import type { Connection } from './connection.js';
import { dayColumn, PAIRED, type Sides } from './join-numbers.js';
import { literal, name } from './sql.js';

/** In days: how near two records of one child stand that may be one, told in other words. */
const NEAR = 3;

/** Tells the records of an extract that are in both systems or, on days of which both have any, in one alone. */
export async function tellRecords(connection: Connection, sides: Sides): Promise<void> {
  const { contract, mark, earlier, later, linked } = sides;
  const child = contract.storedColumns.find(({ type }) => type === 'child');
  const day = dayColumn(contract);
  const said = `${literal(mark)}, ${literal(contract.extract)}`;
  const of = (side: string): string =>
    [
      `concat_ws(' ', ${contract.key.map((column) => `${side}.${name(column)}`).join(', ')})`,
      child ? `${side}.${name(child.name)}` : 'null',
      day ? `${side}.${name(day)}` : 'null::date',
    ].join(', ');
  await connection.tell(
    `insert into raw.system_records (system, extract, record, child_id, happened, earlier, how)
     select ${said}, ${of('l')}, concat_ws(' ', ${contract.key.map((column) => `e.${name(column)}`).join(', ')}), 'both' from ${PAIRED}
     join ${earlier} as e on e.rowid = earlier_row join ${later} as l on l.rowid = later_row`,
  );
  if (!day) return;
  const within = (table: string): string =>
    `between (select min(${name(day)}) from ${table}) and (select max(${name(day)}) from ${table})`;
  const isLinked = (side: string): string =>
    child ? `${side}.${name(child.name)} in (${linked})` : 'true';
  await connection.tell(
    `insert into raw.system_records (system, extract, earlier, child_id, happened, how)
     select ${said}, ${of('e')}, 'earlier only' from ${earlier} as e
     where e.rowid not in (select earlier_row from ${PAIRED}) and e.${name(day)} ${within(later)} and ${isLinked('e')}`,
  );
  await connection.tell(
    `insert into raw.system_records (system, extract, record, child_id, happened, how)
     select ${said}, ${of('l')}, if(${isLinked('l')}, 'later only', 'child not linked') from ${later} as l
     where l.rowid not in (select later_row from ${PAIRED}) and l.${name(day)} ${within(earlier)}`,
  );
  await connection.tell(
    `update raw.system_records as r set beside = (
       select min(o.earlier) from raw.system_records as o
       where o.system = r.system and o.extract = r.extract and o.how = 'earlier only' and o.child_id = r.child_id
         and abs(date_diff('day', o.happened, r.happened)) <= ${NEAR})
     where r.system = ${literal(mark)} and r.extract = ${literal(contract.extract)} and r.how = 'later only'`,
  );
}

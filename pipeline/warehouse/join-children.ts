// Children of a later case system → which child of an earlier one each of them is, by the number it had there.
import type { Connection } from './connection.js';
import { PAIRED, type JoinSides } from './join-numbers.js';
import { quoteText, quoteName } from './sql.js';

/**
 * Fills `raw.system_children` and the pairs of rows. A child is linked when the number it had before, or failing that
 * its own where the two systems share theirs, is that of one child before, and of no other child of its own system.
 */
export async function linkChildren(
  connection: Connection,
  { contract, mark, later, earlier }: JoinSides,
): Promise<void> {
  const child = quoteName(contract.key[0] ?? '');
  const column = contract.storedColumns.find((each) => each.type === 'child' && each.former);
  const former = column ? `l.${quoteName(column.name)}` : 'null';
  const before = `coalesce(${former}, l.${child})`;
  // A number of a system that was itself joined stands for the child that it was linked to then.
  const joined = `(select min(s.earlier) from raw.system_children as s where s.child_id = ${before})`;
  const known = `select l.${child} as child_id, ${former} as former, coalesce(${joined}, ${before}) as number from ${later} as l`;
  await connection.execute(
    `insert into raw.system_children
     select ${quoteText(mark)}, child_id, if(how = 'linked', number, null), how from (
       select k.child_id, k.number, case
           when e.${child} is null and k.former is null then 'no earlier number'
           when e.${child} is null then 'earlier number unknown'
           when count(*) over (partition by k.number) > 1 then 'earlier number twice'
           else 'linked' end as how
       from (${known}) as k left join ${earlier} as e on e.${child} = k.number)`,
  );
  await connection.execute(
    `create or replace temp table ${PAIRED} as
     select e.rowid as earlier_row, l.rowid as later_row from raw.system_children as s
     join ${earlier} as e on e.${child} = s.earlier join ${later} as l on l.${child} = s.child_id
     where s.system = ${quoteText(mark)}`,
  );
}

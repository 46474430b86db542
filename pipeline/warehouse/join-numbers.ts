// The numbers in a later case system's rows → those that its records and children have among the records of all systems.
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { rawTable } from './raw.js';
import { quoteText, quoteName } from './sql.js';

/** Pairs of rows that are one record: `earlier_row` and `later_row`. */
export const PAIRED = 'paired_rows';

/** The rows of one extract, in tables by their SQL names: those of the systems before, and those of the later one. */
export interface JoinSides {
  readonly contract: Contract;
  readonly mark: string;
  readonly earlier: string;
  readonly later: string;
  /** Code lists in which an old label may mean a new thing. */
  readonly dated: ReadonlySet<string>;
  /** A query of the children before whom the later system knows. */
  readonly linked: string;
}

/** The column of the day on which a record's event fell; none where it has no day of its own. */
export function dayColumn({ storedColumns: kept }: Contract): string | undefined {
  return kept.find(({ type, required }) => type === 'date' && required)?.name;
}

/** The table of a later system's rows. */
export function laterTable({ extract }: Contract): string {
  return quoteName(`later_${extract}`);
}

/**
 * Puts the system's mark before the number of every record of its, so that none is taken for another system's. What a
 * spreadsheet kept beside a system refers to, and does not hold itself, is a record of that system's.
 */
export async function markNumbers(
  connection: Connection,
  all: readonly JoinSides[],
  parentMark: string | undefined,
): Promise<void> {
  const held = new Set(all.map(({ contract }) => contract.extract));
  for (const { contract, mark, later } of all) {
    const marked = contract.storedColumns
      .filter(({ type }) => type === 'id')
      .map(({ name: column, references }) => {
        const isOwn = references === undefined || held.has(references);
        const prefixMark = isOwn ? mark : (parentMark ?? mark);
        const before = prefixMark === '' ? '' : `${prefixMark}:`;
        return `${quoteName(column)} = ${quoteText(before)} || ${quoteName(column)}`;
      });
    if (marked.length > 0) await connection.execute(`update ${later} set ${marked.join(', ')}`);
  }
}

/** Gives each child that was linked the number it has among the earlier systems' children. */
export async function setChildNumbers(
  connection: Connection,
  all: readonly JoinSides[],
): Promise<void> {
  for (const { contract, later } of all)
    for (const { name: column } of contract.storedColumns.filter(isOfRecord(contract)))
      await connection.execute(
        `update ${later} set ${quoteName(column)} = s.earlier from raw.system_children as s
         where s.child_id = ${later}.${quoteName(column)} and s.earlier is not null`,
      );
}

/** A child's number in a record of its, not among the children themselves. */
function isOfRecord({ key }: Contract): (column: Contract['storedColumns'][number]) => boolean {
  return ({ name: column, type }) => type === 'child' && key.join() !== column;
}

/** What referred to a record that the later system holds too refers to that one from now on. */
export async function setReferences(
  connection: Connection,
  { contract, earlier, later }: JoinSides,
  contracts: readonly Contract[],
): Promise<void> {
  const key = quoteName(contract.key[0] ?? '');
  const moved = `select e.${key} as was, l.${key} as is_now from ${PAIRED}
    join ${earlier} as e on e.rowid = earlier_row join ${later} as l on l.rowid = later_row`;
  for (const other of contracts)
    for (const { name: column, type, references } of other.storedColumns)
      if (type === 'id' && references === contract.extract)
        await connection.execute(
          `update ${rawTable(other)} as o set ${quoteName(column)} = m.is_now from (${moved}) as m where m.was = o.${quoteName(column)}`,
        );
}

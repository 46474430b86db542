// A contract → the database's types of the columns that a delivery keeps.
import type { ContractColumn, Contract } from '../contracts/contract.js';

const TYPES: Record<ContractColumn['type'], string> = {
  id: 'varchar',
  child: 'varchar',
  person: 'varchar',
  personal: 'varchar',
  mark: 'varchar',
  text: 'varchar',
  area: 'varchar',
  code: 'varchar',
  date: 'date',
  yes_no: 'boolean',
  whole: 'integer',
  number: 'double',
};

/** The kept columns in their order, each with its type. */
export function columnTypes({ storedColumns: kept }: Contract): [string, string][] {
  return kept.map((column) => [column.name, isMarked(column) ? 'varchar' : TYPES[column.type]]);
}

/** Whether a mark may stand in place of a number. */
function isMarked(column: ContractColumn): boolean {
  return 'marks' in column && column.marks;
}

// Faults and the marts → the records with each fault.
import type { Marts } from '../measures/count.js';
import type { Fault } from './fault.js';

/** The records found with one fault. */
export interface FaultRecords {
  readonly fault: Fault;
  /** Number of records checked. */
  readonly checked: number;
  /** Each faulty record by its number in the case system; null if no number was stored. */
  readonly records: readonly (string | null)[];
}

/** Finds the records with every fault, in the order of the faults. */
export async function findFaults(marts: Marts, faults: readonly Fault[]): Promise<FaultRecords[]> {
  const found: FaultRecords[] = [];
  for (const fault of faults) found.push(await findFaultRecords(marts, fault));
  return found;
}

/**
 * Finds the records with one fault. Its query must state for every record whether it is faulty; otherwise this throws.
 */
export async function findFaultRecords(marts: Marts, fault: Fault): Promise<FaultRecords> {
  const rows = await marts.query(
    `select record, at_fault from (${fault.sql}\n) order by record nulls last`,
  );
  const records = rows.flatMap(([record, atFault]) => {
    if (typeof atFault !== 'boolean')
      throw new TypeError(`${fault.id}: at_fault must be yes or no`);
    return atFault ? [record === null ? null : String(record)] : [];
  });
  return { fault, checked: rows.length, records };
}

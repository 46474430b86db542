// Faults and the marts → the records that have each.
import type { Marts } from '../measures/count.js';
import type { Fault } from './fault.js';

/** What looking for a fault found. */
export interface FaultRecords {
  readonly fault: Fault;
  /** How many records were looked at. */
  readonly checked: number;
  /** Each record at fault by its number in the case system; null where nothing by which it could be found was kept. */
  readonly records: readonly (string | null)[];
}

/** Looks for every fault, in their order. */
export async function findFaults(marts: Marts, faults: readonly Fault[]): Promise<FaultRecords[]> {
  const found: FaultRecords[] = [];
  for (const fault of faults) found.push(await findFaultRecords(marts, fault));
  return found;
}

/** Looks for one fault. Its query must say of every record whether it is at fault; anything else throws. */
export async function findFaultRecords(marts: Marts, fault: Fault): Promise<FaultRecords> {
  const rows = await marts.ask(
    `select record, at_fault from (${fault.sql}\n) order by record nulls last`,
  );
  const records = rows.flatMap(([record, atFault]) => {
    if (typeof atFault !== 'boolean')
      throw new TypeError(`${fault.id}: at_fault must be yes or no`);
    return atFault ? [record === null ? null : String(record)] : [];
  });
  return { fault, checked: rows.length, records };
}

/** The share of the records looked at that are at fault, 0 to 1. */
export function calculateFaultShare({ checked, records }: FaultRecords): number {
  return checked === 0 ? 0 : records.length / checked;
}

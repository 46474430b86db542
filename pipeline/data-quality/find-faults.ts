// Faults and the marts → the records that have each.
import type { Marts } from '../measures/count.js';
import type { Fault } from './fault.js';

/** What looking for a fault found. */
export interface Found {
  readonly fault: Fault;
  /** How many records were looked at. */
  readonly whole: number;
  /** Each record at fault by its number in the case system; null where nothing by which it could be found was kept. */
  readonly records: readonly (string | null)[];
}

/** Looks for every fault, in their order. */
export async function lookForFaults(marts: Marts, faults: readonly Fault[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const fault of faults) found.push(await lookFor(marts, fault));
  return found;
}

/** Looks for one fault. Its query must say of every record whether it is at fault; anything else throws. */
export async function lookFor(marts: Marts, fault: Fault): Promise<Found> {
  const rows = await marts.ask(
    `select record, at_fault from (${fault.sql}\n) order by record nulls last`,
  );
  const records = rows.flatMap(([record, atFault]) => {
    if (typeof atFault !== 'boolean')
      throw new TypeError(`${fault.id}: at_fault must be yes or no`);
    return atFault ? [record === null ? null : String(record)] : [];
  });
  return { fault, whole: rows.length, records };
}

/** The share of the records looked at that are at fault, 0 to 1. */
export function shareOf({ whole, records }: Found): number {
  return whole === 0 ? 0 : records.length / whole;
}

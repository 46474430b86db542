// A year's ending → its days, and numbers of records spread over them.
import type { Day } from '../../../pipeline/domain/period.js';
import { dayWithin, workday } from '../days.js';
import type { Random } from '../random.js';

/** A financial year by the year it ends in. */
export interface FinancialYear {
  readonly ending: number;
  readonly starts: Day;
  readonly ends: Day;
}

/** `2023` → April 2022 to March 2023. */
export function financialYear(ending: number): FinancialYear {
  return { ending, starts: `${ending - 1}-04-01`, ends: `${ending}-03-31` };
}

/** A working day of the year, neither its first nor its last week, so that moving off a weekend keeps it inside. */
export function dayOf({ starts, ends }: FinancialYear, random: Random): Day {
  return workday(dayWithin(starts.replace('-01', '-08'), ends.replace('-31', '-24'), random));
}

/** One record made for each of a number. */
export function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_none, place) => make(place));
}

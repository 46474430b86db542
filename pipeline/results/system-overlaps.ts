// Records that only one of two case systems holds → systems.csv, for the information officer to look at.
import { systemName, type System } from '../domain/system.js';
import { readSystemRecords, type Lookup } from '../warehouse/lookups.js';
import type { CsvRow } from '../publish/csv.js';

/** The columns of the list, in order. It names records and no child. */
export const OVERLAP_COLUMNS = [
  ...['system', 'extract', 'day', 'held_by', 'record', 'earlier_record', 'may_be_the_same_as'],
] as const;

/** The list; null where a service has one case system. */
export async function findSystemOverlaps(
  lookup: Lookup,
  systems: readonly System[],
): Promise<CsvRow[] | null> {
  if (systems.length < 2) return null;
  const rows = await readSystemRecords(lookup);
  return rows.map(([mark, extract, how, record, earlier, candidate, day]) => ({
    system: systemName(systems, String(mark)),
    ...{ extract: String(extract), day: day as string | null },
    held_by: String(how),
    record: removeSystemMark(record, mark),
    earlier_record: earlier as string | null,
    may_be_the_same_as: candidate as string | null,
  }));
}

/** The number as the system itself has it. */
function removeSystemMark(record: unknown, mark: unknown): string | null {
  return typeof record === 'string' ? record.replaceAll(`${String(mark)}:`, '') : null;
}

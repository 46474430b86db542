// What was received and ever recorded → why a measure has no data at all, and its windows then.
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { readLinkNote, type FigureNote, type LinkNote } from '../domain/figure-note.js';
import { isEverRecorded, type Marts, type Measure } from '../measures/count.js';
import type { MeasuredWindow } from '../measures/windows.js';
import type { Project } from '../config/project.js';

/** The extracts that are declared and never came. */
export function findAbsentExtracts(
  { contracts }: Pick<Project, 'contracts'>,
  known: KnownDeliveries,
): Set<string> {
  return new Set(contracts.map(({ extract }) => extract).filter((extract) => !known.has(extract)));
}

/** Why a measure of these extracts has no data in any window; null if it has. `links` is what is said of its links. */
export async function findMissingReason(
  marts: Marts,
  measure: Measure,
  extracts: ReadonlySet<string>,
  absent: ReadonlySet<string>,
  links: LinkNote | null,
): Promise<FigureNote | null> {
  if ([...extracts].some((extract) => absent.has(extract))) return 'extract not received';
  if (!(await isEverRecorded(marts, measure))) return 'never recorded';
  return links !== null && readLinkNote(links)?.says === 'few' ? links : null;
}

/** The windows without data, for a reason; as they are where there is none. */
export function markMissing(
  windows: readonly MeasuredWindow[],
  missing: FigureNote | null,
): readonly MeasuredWindow[] {
  if (missing === null) return windows;
  return windows.map((window) => ({ ...window, status: 'no data', missing }));
}

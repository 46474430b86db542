// The ledger and an open warehouse → how far each extract that came reaches, for the windows of one quarter.
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { readLedgerEvents, type KnownDeliveries } from '../deliveries/ledger.js';
import { addDays, type Day, type Quarter } from '../domain/period.js';
import type { Connection } from '../warehouse/connection.js';
import { readCoverage, readExtents, listRecordedDays, createLookup } from '../warehouse/lookups.js';
import { findPartnerStarts } from './coverage.js';
import { findReach, findReceiptDays, type ExtractReach } from './extract-reach.js';

/** The days that the records cover: of all, of each extract, and the first of each partner's. */
interface Covered {
  readonly covers: { readonly from: Day; readonly to: Day };
  readonly reaches: readonly ExtractReach[];
  readonly begins: ReadonlyMap<string, Day>;
}

/** The days that the records cover as a quarter sees them: as the settings say, or else as the records do. */
export async function findCovered(
  connection: Connection,
  project: Project,
  settings: Settings,
  known: KnownDeliveries,
  at: { readonly quarter: Quarter; readonly asAt: Day },
): Promise<Covered> {
  const lookup = createLookup(connection, project.folder);
  const found = (await readCoverage(lookup)) ?? { from: addDays(at.asAt, 1), to: at.asAt };
  return {
    covers: { from: settings.covers_from ?? found.from, to: settings.covers_to ?? found.to },
    reaches: await findReaches(connection, project, settings, known, at),
    begins: findPartnerStarts(project.contracts, await readExtents(lookup)),
  };
}

/**
 * How far each extract reaches. Where the settings say how far the records reach, no extract is judged by its habit, and
 * still none reaches past its receipt.
 */
async function findReaches(
  connection: Connection,
  { folder, contracts }: Project,
  settings: Settings,
  known: KnownDeliveries,
  { quarter, asAt }: { readonly quarter: Quarter; readonly asAt: Day },
): Promise<ExtractReach[]> {
  const lines = readLedgerEvents(settings.deliveries);
  const receipts = findReceiptDays(known, lines, settings, asAt);
  const reaches: ExtractReach[] = [];
  for (const { extract, kind, reach: columns } of contracts) {
    const received = receipts.get(extract);
    if (kind !== 'case' || received === undefined) continue;
    const isJudged = columns.length > 0 && settings.covers_to === undefined;
    const asked = { extract, columns, until: received };
    const recorded = isJudged ? await listRecordedDays(connection, folder, asked) : [];
    reaches.push({ extract, ...findReach({ received, recorded }, quarter) });
  }
  return reaches;
}

// boardpack receive: takes in the extracts, and builds nothing.
import { readLedger, type LedgerEntry } from '../deliveries/ledger.js';
import { isBlocking, type Problem } from '../domain/problem.js';
import { findAndOfferFiles } from '../ingest/find-files.js';
import { holdStoreLock } from '../locks/lock.js';
import {
  projectFolder,
  readIngestDeclarations,
  type IngestDeclarations,
} from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { checkReceived } from '../load/check-received.js';
import { listParquetFiles } from '../load/load-plan.js';
import { openForBuilding } from '../warehouse/connection.js';
import { receiveExtracts } from '../ingest/receive.js';
import type { Arguments } from './arguments.js';
import { newestJoins } from './join-lines.js';
import { printJoins, printDeliveryDiffs, printReceipts, type Terminal } from './print.js';
import { checkConfirmed, findServiceFolder, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/** Takes the extracts of a service into its store; prints a line for each, and what it changed there. */
export async function receive(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readIngestDeclarations(projectFolder(), findServiceFolder(options));
  const settings = readRunSettings(options, project);
  const found = await findAndOfferFiles(project.contracts, settings, options.extracts);
  const now = today();
  const asOf = { asAt: now, today: now };
  const confirmed = checkConfirmed(options, project);
  const received = await holdStoreLock(settings.deliveries, () =>
    receiveExtracts(project, settings, found, { asOf, confirmed, mends: true }, terminal.progress),
  );
  terminal.progress('');
  printReceipts(terminal, received.receipts);
  printDeliveryDiffs(terminal, received.diffs);
  const joins = newestJoins(readLedger(settings.deliveries));
  if (received.diffs.length > 0) printJoins(terminal, joins, settings.systems);
  const stops = await checkStored(project, settings, received.known);
  return [...received.problems, ...stops.map(noteForPack)];
}

/** What would stop a pack from being counted from everything that is known now. */
async function checkStored(
  project: IngestDeclarations,
  settings: Settings,
  known: ReadonlyMap<string, readonly LedgerEntry[]>,
): Promise<Problem[]> {
  const database = await openForBuilding(':memory:');
  try {
    const files = listParquetFiles([...known.values()].flat(), settings.deliveries);
    return await checkReceived(database, project, settings, files);
  } finally {
    database.close();
  }
}

/** What is stored may be half of what is to come: what would stop a pack is reported, and stops nothing yet. */
function noteForPack(problem: Problem): Problem {
  if (!isBlocking(problem)) return problem;
  return { ...problem, kind: 'note', stopsPack: true };
}

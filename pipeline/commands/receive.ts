// boardpack receive: takes in the extracts, and builds nothing.
import { readLedger } from '../deliveries/ledger.js';
import type { Problem } from '../domain/problem.js';
import { findAllFiles } from '../ingest/find-files.js';
import { holdStoreLock } from '../locks/lock.js';
import { readIngestDeclarations } from '../config/project.js';
import { receiveExtracts } from '../ingest/receive.js';
import type { Arguments } from './arguments.js';
import { newestJoins } from './join-lines.js';
import { printJoins, printDeliveryDiffs, printReceipts, type Terminal } from './print.js';
import { checkConfirmed, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/** Takes the extracts of a service into its store; prints a line for each, and what it changed there. */
export async function receive(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readIngestDeclarations();
  const settings = readRunSettings(options, project);
  const found = findAllFiles(project.contracts, settings, options.extracts);
  const now = today();
  const asOf = { asAt: now, today: now };
  const confirmed = checkConfirmed(options, project);
  const received = await holdStoreLock(settings.deliveries, () =>
    receiveExtracts(project, settings, found, { asOf, confirmed }, terminal.progress),
  );
  terminal.progress('');
  printReceipts(terminal, received.receipts);
  printDeliveryDiffs(terminal, received.diffs);
  const joins = newestJoins(readLedger(settings.deliveries));
  if (received.diffs.length > 0) printJoins(terminal, joins, settings.systems);
  return received.problems;
}

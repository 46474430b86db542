// boardpack check: reads and checks every extract, and changes nothing.
import type { Problem } from '../domain/problem.js';
import { checkService } from '../ingest/check-service.js';
import { findAndOfferFiles } from '../ingest/find-files.js';
import { projectFolder, readIngestDeclarations } from '../config/project.js';
import type { Arguments } from './arguments.js';
import { printJoins, printReceipts, type Terminal } from './print.js';
import { findServiceFolder, readRunSettings } from './service-settings.js';
import { today } from './clock.js';

/**
 * Checks the extracts of a service; prints a line for each, and gives every problem, with those for which no pack could
 * be counted from them.
 */
export async function check(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readIngestDeclarations(projectFolder(), findServiceFolder(options));
  const settings = readRunSettings(options, project);
  const found = await findAndOfferFiles(project.contracts, settings, options.extracts);
  const checked = await checkService(project, settings, found, today(), terminal.progress);
  terminal.progress('');
  printReceipts(terminal, checked.receipts);
  printJoins(terminal, checked.joins, settings.systems);
  return checked.problems;
}

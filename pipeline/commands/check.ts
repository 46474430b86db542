// boardpack check: reads and checks every extract, and changes nothing.
import type { Problem } from '../domain/problem.js';
import { checkAllExtracts } from '../ingest/dry-run.js';
import { checkReceived } from '../load/check-received.js';
import { checkUnlinkedChildren } from '../load/load-plan.js';
import { codesFolder, projectFolder, readIngestDeclarations } from '../config/project.js';
import { readSources } from '../ingest/source-systems.js';
import { findAndOfferFiles } from '../ingest/find-files.js';
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
  const {
    receipts,
    joins,
    found: stops,
  } = await checkAllExtracts(
    project.contracts,
    found.files,
    {
      codes: project.codes,
      ownCodes: project.ownCodes,
      today: today(),
      tolerance: settings.tolerance,
      sources: readSources(project, settings, settings.received_on ?? today()),
      progress: terminal.progress,
    },
    codesFolder(project),
    (database, files) => checkReceived(database, project, settings, files),
  );
  const unlinked = checkUnlinkedChildren(joins, project.contracts, settings);
  terminal.progress('');
  printReceipts(terminal, receipts);
  printJoins(terminal, joins, settings.systems);
  return [
    ...found.problems,
    ...receipts.flatMap(({ problems }) => problems),
    ...unlinked,
    ...stops,
  ];
}

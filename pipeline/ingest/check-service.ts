// A service's found files → everything that `check` says of them, by hand or on a schedule. Nothing is stored.
import { codesFolder, type IngestDeclarations } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import type { Problem } from '../domain/problem.js';
import { checkReceived } from '../load/check-received.js';
import { checkSameChildren, findLossTolerance } from '../load/same-children.js';
import { checkUnlinkedChildren, type SystemJoin } from '../load/load-plan.js';
import { readLedger } from '../deliveries/ledger.js';
import { countLosses, putCauseFirst } from './lost-records.js';
import { checkAllExtracts } from './dry-run.js';
import type { FoundExtracts } from '../extracts/find.js';
import { listReceiptProblems } from './never-sent.js';
import type { Receipt } from './receipt.js';
import { readSources } from './source-systems.js';

interface CheckedService {
  readonly receipts: readonly Receipt[];
  /** How the records of the case systems overlap. */
  readonly joins: readonly SystemJoin[];
  /** What was found in the folder, in each extract, and in all of them together. */
  readonly problems: readonly Problem[];
}

/** Checks the found extracts as a pack of `today` would take them in, with the problems that would stop it. */
export async function checkService(
  project: IngestDeclarations,
  settings: Settings,
  found: FoundExtracts,
  today: string,
  progress: (line: string) => void,
): Promise<CheckedService> {
  const { contracts, codes, ownCodes } = project;
  const checked = await checkAllExtracts(
    contracts,
    found.files,
    {
      ...{ codes, ownCodes, today, progress },
      tolerance: settings.tolerance,
      sources: readSources(project, settings, settings.received_on ?? today),
    },
    codesFolder(project),
    async (database, files, identities) => [
      ...(await checkSameChildren(database, project, settings, { files, identities })),
      ...(await checkReceived(database, project, settings, files)),
    ],
  );
  const { receipts, joins } = checked;
  const ledger = readLedger(settings.deliveries);
  const problems = [
    ...found.problems,
    ...receipts.flatMap((receipt) => listReceiptProblems(receipt, ledger)),
    ...checkUnlinkedChildren(joins, contracts, settings),
    ...checked.found,
  ];
  const losses = countLosses(receipts, ledger, today, (contract) =>
    findLossTolerance(contract, settings),
  );
  return { receipts, joins, problems: putCauseFirst(problems, losses, receipts) };
}

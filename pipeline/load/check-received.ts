// Extracts as received → what would stop a pack from being counted from them: whose children they are, which populations.
import type { IngestDeclarations } from '../config/project.js';
import { listPredecessors } from '../config/areas.js';
import type { Settings } from '../config/settings.js';
import type { Problem } from '../domain/problem.js';
import { fillForChecks } from '../warehouse/build.js';
import type { Connection } from '../warehouse/connection.js';
import { checkAuthorities, readAuthorities } from './check-authorities.js';
import { checkEmptyAreas } from './check-empty-areas.js';
import { checkPopulations } from './check-populations.js';
import { planLoad, type ParquetFile } from './load-plan.js';
import { createLookup } from '../warehouse/lookups.js';
import { join } from 'node:path';

/**
 * Runs the checks of `checkWarehouse` on extracts that need not be all, on a database without raw tables and code lists.
 * Populations are checked only if any came: that none did is another problem.
 */
export async function checkReceived(
  connection: Connection,
  { contracts, folder, ownCodes }: Pick<IngestDeclarations, 'contracts' | 'folder' | 'ownCodes'>,
  settings: Settings,
  files: readonly ParquetFile[],
): Promise<Problem[]> {
  await fillForChecks(connection, {
    contracts,
    ...planLoad(files, settings.systems),
    areas: settings.areas,
    predecessors: listPredecessors(settings),
    queries: join(folder, 'queries'),
    ownCodes,
  });
  const lookup = createLookup(connection, folder);
  const hasPopulation = files.some(({ extract }) => extract === 'population');
  return [
    ...checkAuthorities(await readAuthorities(lookup)),
    ...(hasPopulation ? await checkPopulations(lookup) : []),
    ...(hasPopulation ? await checkEmptyAreas(lookup) : []),
  ];
}

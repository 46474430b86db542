// A warehouse → the notes on what it holds, or the problems that stop a pack from being counted from it.
import { isBlocking, ProblemError, type Problem } from '../domain/problem.js';
import type { Connection } from '../warehouse/connection.js';
import { createLookup } from '../warehouse/lookups.js';
import { checkAuthorities, readAuthorities } from './check-authorities.js';
import { checkEmptyAreas } from './check-empty-areas.js';
import { checkPopulations } from './check-populations.js';

/**
 * Checks whose children and which populations a warehouse holds. Throws `ProblemError` with everything found if any of
 * it blocks, and closes the warehouse then; otherwise returns the notes. `folder` is the project's.
 */
export async function checkWarehouse(
  warehouse: Pick<Connection, 'query' | 'close'>,
  folder: string,
): Promise<Problem[]> {
  const lookup = createLookup(warehouse, folder);
  const problems = [
    ...checkAuthorities(await readAuthorities(lookup)),
    ...(await checkPopulations(lookup)),
    ...(await checkEmptyAreas(lookup)),
  ];
  if (!problems.some(isBlocking)) return problems;
  warehouse.close();
  throw new ProblemError(problems);
}

// The service's files → those that are whole by now; what is still arriving is left for the next run, and said.
import type { Contract } from '../contracts/contract.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { findArriving, type Arriving, type Watch } from '../extracts/unsettled-files.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { findAll, foldersOf } from './find-files.js';
import type { Settings } from '../config/settings.js';

/** What may be taken in now. */
interface WholeExtracts {
  readonly files: ExtractFile[];
  readonly problems: Problem[];
}

/**
 * Finds the files of every extract, as `findAll` does, without the extracts of which any file is still arriving: one
 * half of an extract must not be taken for the whole. Throws `Stopped` (kind computer, for it passes) where one that
 * every pack needs is arriving.
 */
export async function findWhole(
  contracts: readonly Contract[],
  settings: Settings,
  watch: Watch,
): Promise<WholeExtracts> {
  const names = contracts.map(({ extract }) => extract);
  const arriving: Arriving[] = [];
  for (const folder of foldersOf(settings))
    arriving.push(...(await findArriving(folder, names, watch)));
  const waits = arriving.map((each) => waiting(each, isNeeded(each.extract, contracts)));
  if (waits.some(({ kind }) => kind === 'computer')) throw new ProblemError(waits);
  const found = findAll(contracts, settings, null);
  const late = new Set(arriving.map(({ extract }) => extract));
  return {
    files: found.files.filter(({ extract }) => !late.has(extract)),
    problems: [...found.problems, ...waits],
  };
}

function isNeeded(extract: string, contracts: readonly Contract[]): boolean {
  return contracts.some((contract) => contract.extract === extract && contract.required);
}

function waiting({ name, why }: Arriving, needed: boolean): Problem {
  const what =
    why === 'file-open'
      ? `${name} is open in a spreadsheet, so it may not be whole; its extract was left for the next run`
      : `${name} was still being copied, so its extract was left for the next run`;
  const fix =
    why === 'file-open'
      ? 'Close it. If nobody has it open, delete the lock file beside it (~$… or .~lock…).'
      : 'Nothing, if it is whole by then; else copy it again.';
  return { kind: needed ? 'computer' : 'note', code: why, file: name, what, fix };
}

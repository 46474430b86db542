// The service's files → those that are complete; files still being written are left for the next run and reported.
import type { Contract } from '../contracts/contract.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import {
  findUnsettledFiles,
  type UnsettledFile,
  type FileWatch,
} from '../extracts/unsettled-files.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { findAndOfferFiles, listSourceFolders } from './find-files.js';
import type { Settings } from '../config/settings.js';

/** Files that can be ingested now, and the problems of the others. */
interface SettledFiles {
  readonly files: ExtractFile[];
  readonly problems: Problem[];
}

/**
 * Finds the files of every extract, as `findAllFiles` does, but leaves out each extract that has a file still being
 * written, because half an extract must not be read as a whole one. Throws `ProblemError` (kind computer, because it
 * passes) if that extract is required.
 */
export async function findSettledFiles(
  contracts: readonly Contract[],
  settings: Settings,
  watch: FileWatch,
): Promise<SettledFiles> {
  const names = contracts.map(({ extract }) => extract);
  const unsettled: UnsettledFile[] = [];
  for (const folder of listSourceFolders(settings))
    unsettled.push(...(await findUnsettledFiles(folder, names, watch)));
  const problems = unsettled.map((each) =>
    describeUnsettledFile(each, isNeeded(each.extract, contracts)),
  );
  if (problems.some(({ kind }) => kind === 'computer')) throw new ProblemError(problems);
  const found = await findAndOfferFiles(contracts, settings, null);
  const skipped = new Set(unsettled.map(({ extract }) => extract));
  return {
    files: found.files.filter(({ extract }) => !skipped.has(extract)),
    problems: [...found.problems, ...problems],
  };
}

function isNeeded(extract: string, contracts: readonly Contract[]): boolean {
  return contracts.some((contract) => contract.extract === extract && contract.required);
}

function describeUnsettledFile({ name, why }: UnsettledFile, needed: boolean): Problem {
  return { kind: needed ? 'computer' : 'note', code: why, file: name };
}

// The service's folders → the files of every extract, case-management and reference alike.
import { resolve } from 'node:path';
import type { Contract } from './contracts/contract.js';
import type { Problem } from './domain/problem.js';
import { findExtracts } from './extracts/find.js';
import type { ExtractFile } from './extracts/received.js';
import type { Settings } from './settings.js';

/** Finds each kind of extract in its own folder. `extracts` replaces the settings' folder of case extracts. */
export function findAll(
  contracts: readonly Contract[],
  settings: Settings,
  extracts: string | null,
): { files: ExtractFile[]; problems: Problem[] } {
  const found = (['case', 'reference'] as const).map((kind) => {
    const folder =
      kind === 'case' ? (extracts ? resolve(extracts) : settings.extracts) : settings.reference;
    const names = contracts
      .filter((contract) => contract.kind === kind)
      .map(({ extract }) => extract);
    return findExtracts(folder, names);
  });
  return {
    files: found.flatMap(({ files }) => files),
    problems: found.flatMap(({ problems }) => problems),
  };
}

// The service's folders → the files of every extract, case-management and reference alike, each with its case system.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findCaseSystemExtracts, type Contract } from '../contracts/contract.js';
import type { Problem } from '../domain/problem.js';
import type { System } from '../domain/system.js';
import { findExtracts, type FoundExtracts } from '../extracts/find.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { checkSyntheticMark } from './safeguards.js';
import type { Settings } from '../config/settings.js';
import { offerExtracts } from './recognise-files.js';

/** Finds each kind of extract in its own folder, which may be one. `extracts` replaces the settings' folder of case extracts. */
export function findAllFiles(
  contracts: readonly Contract[],
  settings: Settings,
  extracts: string | null,
): { files: ExtractFile[]; problems: Problem[] } {
  const folder = extracts ? resolve(extracts) : settings.extracts;
  const listNames = (kind: Contract['kind']): string[] =>
    contracts.filter((contract) => contract.kind === kind).map(({ extract }) => extract);
  const [cases, references] = [listNames('case'), listNames('reference')];
  const isOneFolder = resolve(settings.reference) === folder;
  const inFolder = findExtracts(folder, isOneFolder ? [...cases, ...references] : cases);
  const files = inFolder.files.map((file) =>
    cases.includes(file.extract)
      ? assignSystem(file, detectSystem(file.name, settings.systems))
      : file,
  );
  const found = [
    { files, problems: inFolder.problems },
    ...settings.systems.map(({ id }) => findSystemFiles(id, folder, contracts)),
    ...(isOneFolder ? [] : [findExtracts(settings.reference, references)]),
    { files: [], problems: checkSyntheticMark(settings, folder) },
  ];
  return {
    files: found.flatMap((each) => each.files),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/**
 * Finds the files as `findAllFiles` does, and says of each table under another name which extract its headings are those of.
 */
export async function findAndOfferFiles(
  contracts: readonly Contract[],
  settings: Settings,
  extracts: string | null,
): Promise<FoundExtracts> {
  const found = findAllFiles(contracts, settings, extracts);
  const folders = extracts ? [resolve(extracts)] : [];
  return offerExtracts(found, [...folders, ...listSourceFolders(settings)], contracts);
}

/** The folders that are searched for extracts. */
export function listSourceFolders({ extracts, reference, systems }: Settings): string[] {
  const own = systems.map(({ id }) => join(extracts, id)).filter((folder) => existsSync(folder));
  return [...new Set([extracts, ...own, reference])];
}

/** A case system may have a folder with its own name; only extracts of case systems are searched for there. */
function findSystemFiles(
  id: string,
  folder: string,
  contracts: readonly Contract[],
): FoundExtracts {
  const own = join(folder, id);
  if (!existsSync(own)) return { files: [], problems: [] };
  const { files, problems } = findExtracts(own, [...findCaseSystemExtracts(contracts)]);
  return {
    files: files.map((file) => assignSystem({ ...file, name: `${id}/${file.name}` }, id)),
    problems,
  };
}

function assignSystem(file: ExtractFile, system: string | null): ExtractFile {
  return system === null ? file : { ...file, system };
}

/** The only system whose id is a whole word in the file's name, as in `outcomes_core_2022-23.csv`; else null. */
function detectSystem(file: string, systems: readonly System[]): string | null {
  const named = systems.filter(({ id }) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${id}(?![\\p{L}\\p{N}])`, 'u').test(file.toLowerCase()),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

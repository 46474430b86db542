// Children as received or as stored, and their identities → those who are there under two numbers, and what is to be said of it.
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { Contract } from '../contracts/contract.js';
import type { IdentityRecord } from '../contracts/identity-columns.js';
import type { LossTolerance } from '../deliveries/volume-checks.js';
import type { Problem } from '../domain/problem.js';
import { readLinkage, type Linkage } from '../identity/fields.js';
import { buildChildRecord } from '../identity/records.js';
import { countRepeats, findSameChildren, type SameChild } from '../identity/same-children.js';
import type { IngestDeclarations } from '../config/project.js';
import type { ParquetFile } from './load-plan.js';
import type { Connection } from '../warehouse/connection.js';
import { listChildren, type RawIdentities } from '../warehouse/identified.js';

/** The identity behind each mark. */
export type IdentitiesByMark = ReadonlyMap<string, IdentityRecord>;

/** Pairs the children of a list that are more likely one child than two. */
export function pairSameChildren(
  linkage: Linkage,
  children: RawIdentities['children'],
  identities: IdentitiesByMark,
): SameChild[] {
  const records = [...children].map(([child, mark]) =>
    buildChildRecord(child, identities.get(mark ?? '')),
  );
  return findSameChildren(linkage, records);
}

/**
 * Describes the children of a list who are there again under another number, and are counted twice. A note if they are
 * within the tolerance, otherwise a problem: two systems' exports may lie side by side.
 */
export function describeSameChildren(
  pairs: readonly SameChild[],
  children: number,
  { share, rows }: LossTolerance,
): Problem[] {
  const repeats = countRepeats(pairs);
  if (repeats === 0) return [];
  const isFew = repeats <= rows || repeats <= children * share;
  return [
    {
      kind: isFew ? 'note' : 'data',
      code: 'same-child',
      file: 'children',
      variant: isFew ? 'few' : 'many',
      facts: { repeats, children },
    },
  ];
}

/** How many rows of an extract may be unlike what is expected before somebody must confirm it. */
export function findLossTolerance(
  { extract, may_lose }: Contract,
  settings: Pick<Settings, 'may_lose'>,
): LossTolerance {
  return { ...may_lose, share: settings.may_lose[extract] ?? may_lose.share };
}

/** Checks the children of one case system as received, whose rows are in a Parquet file. */
export async function checkReceivedChildren(
  database: Connection,
  { contract, parquet }: { readonly contract: Contract; readonly parquet: string },
  identities: readonly IdentityRecord[],
  rules: { readonly folder: string; readonly tolerance: LossTolerance },
): Promise<Problem[]> {
  const children = await listChildren(database, contract, parquet);
  const marked = new Map(identities.map((each) => [each.mark, each]));
  const linkage = readLinkage(join(rules.folder, 'queries', 'linkage'));
  const pairs = pairSameChildren(linkage, children, marked);
  return describeSameChildren(pairs, children.size, rules.tolerance);
}

/** The accepted rows of extracts, and the identities in them. */
interface ReceivedFiles {
  readonly files: readonly ParquetFile[];
  readonly identities: readonly IdentityRecord[];
}

/** Checks the children of every case system as received, each by itself: systems are joined by the number of before. */
export async function checkSameChildren(
  database: Connection,
  { contracts, folder }: Pick<IngestDeclarations, 'contracts' | 'folder'>,
  settings: Settings,
  { files, identities }: ReceivedFiles,
): Promise<Problem[]> {
  const contract = contracts.find(({ extract }) => extract === 'children');
  if (!contract) return [];
  const rules = { folder, tolerance: findLossTolerance(contract, settings) };
  const problems: Problem[] = [];
  for (const { extract, parquet } of files)
    if (extract === contract.extract)
      problems.push(
        ...(await checkReceivedChildren(database, { contract, parquet }, identities, rules)),
      );
  return problems;
}

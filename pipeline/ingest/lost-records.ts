// Problems found in extracts → the same with their cause first: the extract that lost records, then what refers to them.
import type { Contract } from '../contracts/contract.js';
import { MAX_REPORTED } from '../contracts/faults.js';
import { describeLostRows, losesTooMany, type LossTolerance } from '../deliveries/volume-checks.js';
import { selectKnownDeliveries, type LedgerEntry } from '../deliveries/ledger.js';
import type { Day } from '../domain/period.js';
import { isBlocking, type Phrase, type Problem } from '../domain/problem.js';
import { isRefused, type Receipt } from './receipt.js';

/** Rows of one extract that refer to records that are not in another. */
interface Orphans {
  readonly parent: string;
  readonly extract: string;
  readonly count: number;
  readonly blocks: boolean;
}

/**
 * Puts what extracts have lost before everything else that blocks, each with how many rows of other extracts still
 * refer to its records; those rows are then not listed one by one, as they are right. An extract that so many rows refer
 * to in vain is named as incomplete, though nothing of it was received before.
 */
export function putCauseFirst(
  problems: readonly Problem[],
  losses: readonly Problem[],
  receipts: readonly Receipt[],
): Problem[] {
  const orphans = receipts.flatMap(countOrphans);
  const lost = new Set(losses.filter(({ code }) => code === 'rows-lost').map(nameExtract));
  const causes = losses.map((problem) => addReferring(problem, orphans));
  const incomplete = [...new Set(orphans.map(({ parent }) => parent))]
    .filter((parent) => !lost.has(parent))
    .flatMap((parent) => describeIncomplete(parent, orphans, receipts));
  const others = problems.filter(
    (problem) => problem.code !== 'orphan-reference' || !lost.has(nameExtract(problem)),
  );
  return [
    ...others.filter((each) => !isBlocking(each)),
    ...causes,
    ...incomplete,
    ...others.filter(isBlocking),
  ];
}

function nameExtract({ facts }: Problem): string {
  const extract = facts?.['extract'];
  return typeof extract === 'string' ? extract : '';
}

/** The rows of an extract that refer to nothing, by the extract that they refer to; all of them, however few are listed. */
function countOrphans({ contract: { extract }, problems }: Receipt): Orphans[] {
  const orphans = problems.filter(({ code }) => code === 'orphan-reference');
  return [...new Set(orphans.map(nameExtract))].map((parent) => {
    const own = orphans.filter((each) => nameExtract(each) === parent);
    const count = own.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    return { parent, extract, count, blocks: own.some(isBlocking) };
  });
}

function listReferring(parent: string, orphans: readonly Orphans[]): Phrase[] {
  return orphans
    .filter((each) => each.parent === parent)
    .map(({ extract, count }) => ({
      phrase: 'extract-rows',
      facts: { extract, rows: count },
    }));
}

function addReferring(problem: Problem, orphans: readonly Orphans[]): Problem {
  const referring =
    problem.code === 'rows-lost' ? listReferring(nameExtract(problem), orphans) : [];
  if (referring.length === 0) return problem;
  const variant = problem.variant === 'fewer' ? 'fewer-referred' : 'referred';
  return { ...problem, variant, facts: { ...problem.facts, referring } };
}

/** One extract with a few wrong numbers is listed line by line; two, or more rows than are listed, have one cause. */
function describeIncomplete(
  parent: string,
  orphans: readonly Orphans[],
  receipts: readonly Receipt[],
): Problem[] {
  const own = orphans.filter((each) => each.parent === parent && each.blocks);
  const rows = own.reduce((sum, { count }) => sum + count, 0);
  if (own.length < 2 && rows <= MAX_REPORTED) return [];
  const files = receipts
    .filter(({ contract }) => contract.extract === parent)
    .flatMap(({ files: each }) => each.map(({ name }) => name));
  const facts = { extract: parent, referring: listReferring(parent, own) };
  return [{ kind: 'data', code: 'incomplete-extract', file: files.join(', '), facts }];
}

/**
 * The full extracts that came with too many rows fewer than were last received, by their numbers of rows alone: where rows were
 * set aside, or numbers of children are hidden by another key, records cannot be compared one by one.
 */
export function countLosses(
  receipts: readonly Receipt[],
  ledger: readonly LedgerEntry[],
  day: Day,
  findTolerance: (contract: Contract) => LossTolerance,
): Problem[] {
  const known = selectKnownDeliveries(ledger, day);
  return receipts.flatMap((receipt) => {
    const { contract, mark, files, received } = receipt;
    const { extract, arrives } = contract;
    const last = known.get(extract)?.findLast(({ system }) => system === mark);
    const isComparable = arrives === 'full' && files.length > 0 && !isRefused(receipt);
    if (!isComparable || last === undefined || last.received === 0) return [];
    const volume = {
      ...{ extract, files: files.map(({ name }) => name) },
      ...{ before: last.received, withdrawn: last.received - received },
    };
    if (!losesTooMany(volume, findTolerance(contract))) return [];
    return [describeLostRows(volume, 'fewer')];
  });
}

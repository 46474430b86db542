// The store → the extracts that nobody has ever sent, and their note once only: when nothing is stored yet.
import type { Contract } from '../contracts/contract.js';
import type { LedgerEntry } from '../deliveries/ledger.js';
import type { Problem } from '../domain/problem.js';
import type { Receipt } from './receipt.js';

/** The extracts of which the store has never held a delivery, where it holds any. Reference extracts are among them. */
export function listNeverSent(
  contracts: readonly Contract[],
  ledger: readonly LedgerEntry[],
): string[] {
  if (ledger.length === 0) return [];
  const sent = new Set(ledger.map(({ extract }) => extract));
  return contracts.map(({ extract }) => extract).filter((extract) => !sent.has(extract));
}

/**
 * The problems of a receipt. That an extract which nobody must send did not come is noted while the store is empty;
 * after that `boardpack status` keeps it, so that the same note is not read in every run. An extract that came before
 * and did not come now is noted each time.
 */
export function listReceiptProblems(
  { contract: { extract }, mark, problems }: Receipt,
  ledger: readonly LedgerEntry[],
): readonly Problem[] {
  const isKnown = (entry: LedgerEntry): boolean =>
    entry.extract === extract && entry.system === mark;
  if (ledger.length === 0 || ledger.some(isKnown)) return problems;
  return problems.filter(({ code, kind }) => code !== 'missing-extract' || kind !== 'note');
}

// Deliveries of an extract → how many rows came in them, and in which files.
import type { LedgerEntry } from './ledger.js';

/** How many rows came, and in which files. */
export interface RowCounts {
  readonly files: readonly string[];
  readonly received: number;
  readonly accepted: number;
  readonly setAside: number;
}

/** What the deliveries of an extract held when they came, all of them together. */
export function countRows(deliveries: readonly LedgerEntry[]): RowCounts {
  return {
    files: deliveries.flatMap(({ files }) => files.map(({ name }) => name)),
    received: sum(deliveries.map(({ received }) => received)),
    accepted: sum(deliveries.map(({ accepted }) => accepted)),
    setAside: sum(deliveries.map(({ set_aside }) => set_aside)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

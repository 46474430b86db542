// The agreements and the ledger, on a day → the extracts of a quarter that a pack may wait for, and those it is without.
import type { Contract } from '../contracts/contract.js';
import type { Settings } from '../config/settings.js';
import type { ExtractFreshness } from '../data-quality/overdue.js';
import { readLedger, selectKnownDeliveries } from '../deliveries/ledger.js';
import type { Day, Quarter } from '../domain/period.js';
import { findFreshness } from '../results/record-facts.js';

/** The extracts that have not come since the quarter ended and whose day is not past. */
export function listAwaited(
  contracts: readonly Contract[],
  settings: Settings,
  quarter: Quarter,
  today: Day,
): string[] {
  return listByState(contracts, settings, quarter, today, ['not yet due']);
}

/** The extracts that are agreed and have not come since the quarter ended: late, or not yet due. */
export function listMissing(
  contracts: readonly Contract[],
  settings: Settings,
  quarter: Quarter,
  today: Day,
): string[] {
  return listByState(contracts, settings, quarter, today, ['late', 'not yet due']);
}

/** Whether the papers of the board that reads a quarter's pack go out on this day, or went out before it. */
export function arePapersDue({ papers_out: out }: Settings, quarter: Quarter, today: Day): boolean {
  return out !== undefined && out > quarter.ends && today >= out;
}

function listByState(
  contracts: readonly Contract[],
  { receipts, deliveries }: Settings,
  quarter: Quarter,
  today: Day,
  states: readonly ExtractFreshness['state'][],
): string[] {
  const known = selectKnownDeliveries(readLedger(deliveries), today);
  return findFreshness(contracts, receipts, known, { quarter, asAt: today })
    .filter(({ state }) => states.includes(state))
    .map(({ extract }) => extract);
}

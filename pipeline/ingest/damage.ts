// A store about to receive files → the damage to it, mended by files that are received again, or a reason to stop.
import type { LedgerEvent } from '../deliveries/events.js';
import { listDeliveries, notePartialLine, selectKnownDeliveries } from '../deliveries/ledger.js';
import {
  describeDamage,
  describeMended,
  findDamagedDeliveries,
  mendDeliveries,
  type DamagedDelivery,
} from '../deliveries/verify.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { Settings } from '../config/settings.js';

/** The damage to a store. */
interface StoreDamage {
  /**
   * Mends what the received Parquet files can mend, and gives a note on each, and on a ledger that was cut off. Throws `ProblemError` if a delivery that they
   * would be compared with stays damaged.
   */
  readonly mend: (received: readonly string[]) => Promise<readonly Problem[]>;
}

/**
 * Finds the damaged deliveries of a store. Throws `ProblemError` at once if files known from `day` would be compared with
 * one and nothing may mend it: only a person who receives extracts does that knowingly.
 */
export async function findDamage(
  { deliveries }: Pick<Settings, 'deliveries'>,
  lines: readonly LedgerEvent[],
  { day, mends }: { readonly day: Day; readonly mends: boolean },
): Promise<StoreDamage> {
  const all = listDeliveries(lines);
  const current = [...selectKnownDeliveries(all, day).values()].flat();
  const names = new Set(current.map(({ delivery }) => delivery));
  const damaged = await findDamagedDeliveries(deliveries, mends ? all : current);
  const notes = notePartialLine(deliveries);
  const requireWhole = (left: readonly DamagedDelivery[]): void => {
    const found = left.filter(({ entry }) => names.has(entry.delivery));
    if (found.length > 0) throw new ProblemError(found.map(describeDamage));
  };
  if (!mends) requireWhole(damaged);
  return {
    async mend(received) {
      const mended = await mendDeliveries(deliveries, damaged, received);
      requireWhole(damaged.filter((each) => !mended.includes(each)));
      return [...notes, ...mended.map(describeMended)];
    },
  };
}

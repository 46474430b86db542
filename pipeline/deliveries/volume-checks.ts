// The changes a delivery would make → the problems that block it until a person confirms it.
import type { Problem } from '../domain/problem.js';

/** A delivery compared with the store: rows are identified by their keys, days are those of events. */
interface DeliveryVolume {
  readonly extract: string;
  readonly files: readonly string[];
  readonly arrives: 'full' | 'partial';
  readonly before: number;
  readonly added: number;
  readonly withdrawn: number;
  readonly newestBefore: string | null;
  readonly newest: string | null;
  /** Whether exactly these rows were received before and have been replaced since. */
  readonly cameBefore: boolean;
}

type LostRows = Pick<DeliveryVolume, 'extract' | 'files' | 'before' | 'withdrawn'>;

/** How many rows an extract may lose: a share of its rows from 0 to 1, or a number too small for a share to matter. */
export interface LossTolerance {
  readonly share: number;
  readonly rows: number;
}

/**
 * Problems that block a full delivery until a person confirms it; partial ones, which only add, are never blocked. It
 * may not lose all its rows, nor more than `tolerance`; and it may not be older than the store: exactly the rows of an
 * earlier delivery, or no new row, some missing and an earlier last event.
 */
export function checkVolume(volume: DeliveryVolume, tolerance: LossTolerance): Problem[] {
  if (volume.arrives === 'partial' || volume.before === 0) return [];
  return [
    ...(losesTooMany(volume, tolerance) ? [describeLostRows(volume, 'plain')] : []),
    ...(isOlder(volume) ? [describeOlderExtract(volume)] : []),
  ];
}

function isOlder({ cameBefore, added, withdrawn, newest, newestBefore }: DeliveryVolume): boolean {
  const earlier = newest !== null && newestBefore !== null && newest < newestBefore;
  return cameBefore || (added === 0 && withdrawn > 0 && earlier);
}

/** Whether an extract has lost all its rows, or more than it may. */
export function losesTooMany(
  { before, withdrawn }: Pick<DeliveryVolume, 'before' | 'withdrawn'>,
  { share, rows }: LossTolerance,
): boolean {
  return withdrawn === before || (withdrawn > rows && withdrawn > before * share);
}

function describeOlderExtract({ extract, files, cameBefore }: DeliveryVolume): Problem {
  return {
    kind: 'data',
    code: 'older-extract',
    file: files.join(', '),
    variant: cameBefore ? 'came-before' : 'nothing-new',
    facts: { extract },
  };
}

/** Describes the loss: `plain` of records compared by their keys, `fewer` of rows that were only counted. */
export function describeLostRows(
  { extract, files, before, withdrawn }: LostRows,
  variant: 'plain' | 'fewer',
): Problem {
  return {
    kind: 'data',
    code: 'rows-lost',
    file: files.join(', '),
    variant,
    facts: { extract, lost: withdrawn, records: before },
  };
}

// A measure's counts → what it tells besides its figure, where its declaration says that it does.
import { addDays } from '../domain/period.js';
import type { Telling } from '../domain/supplement.js';
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { overlapOf } from './overlap.js';
import { servicesOf } from './services.js';

/** Of the newest window that is known; null where there is none, or nothing to tell. A row's waits are told beside another measure. */
export function tellingOf(
  { id, chart }: Declaration,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): Telling | null {
  const newest = windows.findLast(({ status }) => status === 'known');
  if (newest === undefined) return null;
  if (chart === 'overlap') return overlapOf(id, newest, counts);
  if (chart !== 'steps' && chart !== 'row') return null;
  const before = windows.find(
    (window) => window.status === 'known' && window.ends === addDays(newest.starts, -1),
  );
  return servicesOf(id, newest, before ?? null, counts);
}

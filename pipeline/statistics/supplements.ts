// A measure's counts → its supplementary statistic, if its declaration asks for one.
import { addDays } from '../domain/period.js';
import type { Supplement } from '../domain/supplement.js';
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { buildOverlap } from './overlap.js';
import { buildServicePathways } from './services.js';

/**
 * The supplement of the newest known window; null if there is none. A `row` has one too: another measure shows its
 * waits.
 */
export function buildSupplement(
  { id, chart }: Declaration,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): Supplement | null {
  const newest = windows.findLast(({ status }) => status === 'known');
  if (newest === undefined) return null;
  if (chart === 'overlap') return buildOverlap(id, newest, counts);
  if (chart !== 'steps' && chart !== 'row') return null;
  const before = windows.find(
    (window) => window.status === 'known' && window.ends === addDays(newest.starts, -1),
  );
  return buildServicePathways(id, newest, before ?? null, counts);
}

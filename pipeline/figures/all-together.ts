// Results of a rate → all children together, as a row of the table of groups, on the population of its other rows.
import { readShown, type Group, type MeasureReading, type ShownResult } from './results.js';

/**
 * All children together, with the rate on the population that the rows of groups stand on: the headline's own, or its
 * second. Null where the groups stand on no population or on several, and where no rate on theirs is shown.
 */
export function placeAllTogether({ groups, current, previous }: MeasureReading): Group | null {
  const sources = new Set(groups.flatMap(({ now }) => readShown(now)?.source ?? []));
  const [source] = sources;
  const all = readShown(current);
  if (all === null || source === undefined || sources.size > 1) return null;
  const now = findRateBySource(source, all);
  return now && { breakdown: 'total', group: 'all', now, before: previous };
}

function findRateBySource(source: string, all: ShownResult): ShownResult | null {
  if (all.source === source) return all;
  if (all.second?.source !== source) return null;
  const { value, lower, upper, denominator } = all.second;
  return { ...all, value, lower, upper, denominator, source };
}

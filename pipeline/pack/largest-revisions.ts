// Revised figures → those that changed most, for the pack to read, and how many more the annex lists.
import type { FigureCounts, RevisedFigures, RevisedMeasure } from './input.js';

/** How many revised measures the pack to read names of each pack before. */
const MOST_NAMED = 8;

/** One pack before, cut to what changed most in it. */
export interface LargestRevisions {
  readonly revisions: RevisedFigures;
  /** For each pack before, in order, how many measures are left to the annex. */
  readonly left: readonly number[];
}

/** Keeps the measures whose newest figure changed most beside what it was, in the order in which they stand. */
export function keepLargest(revisions: RevisedFigures): LargestRevisions {
  return {
    revisions: {
      ...revisions,
      packs: revisions.packs.map((pack) => ({ ...pack, measures: selectLargest(pack.measures) })),
    },
    left: revisions.packs.map(({ measures }) => Math.max(measures.length - MOST_NAMED, 0)),
  };
}

function selectLargest(measures: readonly RevisedMeasure[]): readonly RevisedMeasure[] {
  const bySize = measures.toSorted((one, other) => sizeChange(other) - sizeChange(one));
  const kept = new Set(bySize.slice(0, MOST_NAMED));
  return measures.filter((each) => kept.has(each));
}

/**
 * From 0 to 1: the difference of the newest figure, beside the larger of the two. 1 where one of them was not given; 0
 * where only older years or groups changed, or the edition hides either.
 */
function sizeChange({ figure }: RevisedMeasure): number {
  if (!figure) return 0;
  if (!figure.then || !figure.now) return 1;
  const then = measureFigure(figure.then);
  const now = measureFigure(figure.now);
  if (then === null || now === null) return 0;
  const larger = Math.max(Math.abs(then), Math.abs(now));
  return larger === 0 ? 0 : Math.abs(now - then) / larger;
}

/** A share where there is something to divide by, else the count; null where the edition hides it. */
function measureFigure({ numerator, denominator }: FigureCounts): number | null {
  if (numerator === null || !denominator) return numerator;
  return numerator / denominator;
}

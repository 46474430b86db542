// reviews.csv: differences from published figures that a person signed → the sentences beside the figures they are of.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import type { PublishedFigure } from '../domain/published.js';
import type { Review } from './registers.js';
import type { CommentaryWords } from './words.js';

/** The words and dates that reviews are written with. */
interface ReviewContext {
  readonly words: CommentaryWords;
  readonly formatDay: (day: Day) => string;
}

/**
 * Refuses a review of a figure that nobody published of the service itself: its measure, its last day and its source must be
 * those of a line of the published figures.
 */
export function findUnknownReviews(
  reviews: readonly Review[],
  published: readonly PublishedFigure[],
): Problem[] {
  return reviews
    .filter((review) => !published.some((figure) => isOfReview(figure, review)))
    .map(({ id, published_in, window_end }) => ({
      kind: 'data',
      code: 'bad-register',
      variant: 'no-published',
      file: 'reviews.csv',
      facts: { id, source: published_in, day: window_end },
    }));
}

function isOfReview(
  { measure, areaKind, group, window, source }: PublishedFigure,
  review: Review,
): boolean {
  return (
    review.measures.includes(measure) &&
    areaKind === 'service' &&
    group === 'all' &&
    window.ends === review.window_end &&
    source === review.published_in
  );
}

/**
 * Writes each review of a measure whose published figure stands in the pack. The numbers are those that were signed; a
 * sentence is added where our own count of the same months is another one today.
 */
export function writeReviews(
  reviews: readonly Review[],
  measure: string,
  cells: readonly DisclosedCell[],
  { words: { language, say }, formatDay }: ReviewContext,
): string[] {
  return reviews
    .filter(({ measures }) => measures.includes(measure))
    .flatMap((review) => {
      const theirs = cells.find(
        ({ origin, window, source, breakdown }) =>
          origin === 'published' &&
          breakdown === 'total' &&
          window.ends === review.window_end &&
          source === review.published_in,
      );
      if (!theirs) return [];
      const now = findOwnCount(cells, theirs);
      const signed = say(`review.${review.verdict}`, {
        ...{ source: review.published_in, ours: review.ours, published: review.published },
        ...{ name: review.name, role: review.role, reason: review[`reason_${language}`] },
        ...{ end: formatDay(review.window_end), day: formatDay(review.decided_on) },
      });
      const isOther = now !== null && String(now) !== review.ours;
      return [isOther ? `${signed} ${say('review.since', { now: String(now) })}` : signed];
    });
}

/** What we count of the same months; null where it is not shown. */
function findOwnCount(cells: readonly DisclosedCell[], { window }: DisclosedCell): number | null {
  const ours = cells.find(
    (cell) =>
      cell.origin === 'own' &&
      cell.breakdown === 'total' &&
      cell.window.starts === window.starts &&
      cell.window.ends === window.ends,
  );
  return ours?.status === 'shown' ? ours.numerator : null;
}

// What a pack gave when it was built and what it would give now → whether both are one release.
import type { ReleasedSupplement } from '../deliveries/release-document.js';
import { writeCanonicalJson } from '../domain/canonical-json.js';
import type { ReleasedCell } from './disclosed.js';
import { readCellMeasure } from './released.js';
import { supplementsByPlace } from './supplement-history.js';

/** What one edition of a pack gave. */
export interface GivenRelease {
  readonly figures: ReadonlyMap<string, ReleasedCell>;
  readonly supplements: readonly ReleasedSupplement[];
}

/**
 * Whether a pack built again gives what it gave: the same figures are shown, with the same counts, and no supplement is
 * shown that was hidden or different. Intervals and verdicts may differ, as another version of the program works them
 * out. A measure that was not in it then is new, and makes no revision of the others.
 */
export function isSameRelease(then: GivenRelease, now: GivenRelease): boolean {
  return isEveryFigureSame(then.figures, now.figures) && isNoSupplementNew(then, now);
}

function isEveryFigureSame(then: GivenRelease['figures'], now: GivenRelease['figures']): boolean {
  const measures = new Set([...then.keys()].map(readCellMeasure));
  const isAsGiven = ([key, cell]: [string, ReleasedCell]): boolean => {
    const before = then.get(key);
    return before === undefined ? !measures.has(readCellMeasure(key)) : isSameFigure(before, cell);
  };
  return [...then.keys()].every((key) => now.has(key)) && [...now].every(isAsGiven);
}

/** Whether a figure is shown or hidden as it was, with the same counts. */
export function isSameFigure(
  one: Pick<ReleasedCell, 'status' | 'numerator' | 'denominator'>,
  other: Pick<ReleasedCell, 'status' | 'numerator' | 'denominator'>,
): boolean {
  return (
    one.status === other.status &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator
  );
}

function isNoSupplementNew(then: GivenRelease, now: GivenRelease): boolean {
  const before = supplementsByPlace(then.supplements);
  return [...supplementsByPlace(now.supplements)].every(([place, supplement]) => {
    const given = before.get(place);
    return (
      given === undefined ||
      supplement.status === 'hidden' ||
      writeCanonicalJson(given) === writeCanonicalJson(supplement)
    );
  });
}

// The supplements an edition released, and those it would release now → whether both may be seen.
import type { ReleasedSupplement } from '../deliveries/release-document.js';
import { writeCanonicalJson } from '../domain/canonical-json.js';
import { releaseSupplement, type GivenCurve, type GivenTelling } from './release-entries.js';

/** The supplements of a release: each curve and supplement, shown or not, by what it is of. */
export type ReleasedSupplements = ReadonlyMap<string, ReleasedSupplement>;

/** What a pack is remembered by. */
export function fingerprintSupplements(
  given: readonly (GivenCurve | GivenTelling)[],
): ReleasedSupplements {
  return supplementsByPlace(given.map(releaseSupplement));
}

/** The supplements of an edition by what each is of. */
export function supplementsByPlace(
  supplements: readonly ReleasedSupplement[],
): ReleasedSupplements {
  return new Map(supplements.map((each) => [supplementKey(each), each]));
}

/**
 * Whether a pack before gave something else of the same children in its place. Its counts are many, and whoever has both
 * packs can subtract every one: so all of it must be the same, or the later one is hidden. They are compared as they are
 * kept, so that no change of the program's own names makes two of one, or one of two.
 */
export function differsFromRelease(
  now: GivenCurve | GivenTelling,
  before: readonly ReleasedSupplements[],
): boolean {
  const entry = releaseSupplement(now);
  const text = writeCanonicalJson(entry);
  return before.some((pack) => {
    const given = pack.get(supplementKey(entry));
    return given !== undefined && writeCanonicalJson(given) !== text;
  });
}

function supplementKey({ kind, measure, window_start, window_end }: ReleasedSupplement): string {
  return JSON.stringify([kind, measure, window_start, window_end]);
}

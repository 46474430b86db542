// What an edition gave besides its figures, and what it would give now → whether both may be seen.
import type { Window } from '../domain/period.js';

/** What a pack gave besides its figures: each curve and telling, shown or not, as text, by what it is of. */
export type Besides = ReadonlyMap<string, string>;

/** A curve or a telling as an edition gives it: plain data. */
interface Beside {
  readonly kind?: string;
  readonly measure: string;
  readonly window: Window;
  readonly status: 'shown' | 'hidden';
}

/** What a pack is remembered by. */
export function besidesIn(given: readonly Beside[]): Map<string, string> {
  return new Map(given.map((each) => [placeOf(each), JSON.stringify(each)]));
}

/**
 * Whether a pack before gave something else of the same children in its place. Its counts are many, and whoever has both
 * packs can subtract every one: so all of it must be the same, or the later one is hidden.
 */
export function gaveOther(now: Beside, before: readonly Besides[]): boolean {
  const [place, text] = [placeOf(now), JSON.stringify(now)];
  return before.some((pack) => (pack.get(place) ?? text) !== text);
}

function placeOf({ kind = 'curve', measure, window }: Beside): string {
  return JSON.stringify([kind, measure, window.starts, window.ends]);
}

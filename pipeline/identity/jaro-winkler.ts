// Two words → how alike they are, as typing errors make them.

/** Weight of each letter of a common beginning, and how many letters of it count (Winkler 1990). */
const BEGINNING = 0.1;
const COUNTED = 4;

/**
 * The Jaro-Winkler likeness of two words, from 0 to 1, compared letter by letter as UTF-16 has them.
 * Jaro, M. A. (1989), Journal of the American Statistical Association 84, 414-420; Winkler, W. E. (1990), "String
 * comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage", section 3.
 */
export function likeness(one: string, other: string): number {
  const jaro = jaroLikeness(one, other);
  let beginning = 0;
  while (beginning < COUNTED && beginning < one.length && one[beginning] === other[beginning])
    beginning += 1;
  return jaro + beginning * BEGINNING * (1 - jaro);
}

function jaroLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const [left, right] = common(one, other, reach);
  if (left.length === 0) return 0;
  let moved = 0;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) moved += 1;
  const shared = left.length;
  return (shared / one.length + shared / other.length + (shared - moved / 2) / shared) / 3;
}

/** The letters that each word shares with the other no further than the reach away, in each one's own order. */
function common(one: string, other: string, reach: number): [number[], number[]] {
  const taken = new Uint8Array(other.length);
  const left: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const letter = one.charCodeAt(at);
    const end = Math.min(other.length, at + reach + 1);
    for (let place = Math.max(0, at - reach); place < end; place += 1) {
      if (taken[place] === 1 || other.charCodeAt(place) !== letter) continue;
      taken[place] = 1;
      left.push(letter);
      break;
    }
  }
  const right: number[] = [];
  for (let place = 0; place < other.length; place += 1)
    if (taken[place] === 1) right.push(other.charCodeAt(place));
  return [left, right];
}

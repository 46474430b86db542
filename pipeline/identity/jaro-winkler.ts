// Two words → how alike they are, as typing errors make them.

/** Weight of each letter of a common beginning, and how many letters of it count (Winkler 1990). */
const BEGINNING = 0.1;
const COUNTED = 4;

/**
 * The Jaro-Winkler likeness of two words, from 0 to 1, compared letter by letter as UTF-16 has them; 0 of words that
 * cannot be as alike as `least`. Jaro, M. A. (1989), Journal of the American Statistical Association 84, 414-420;
 * Winkler, W. E. (1990), "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record
 * linkage", section 3.
 */
export function likeness(one: string, other: string, least = 0): number {
  if (one === other) return 1;
  let beginning = 0;
  while (beginning < COUNTED && beginning < one.length && one[beginning] === other[beginning])
    beginning += 1;
  const raised = (jaro: number): number => jaro + beginning * BEGINNING * (1 - jaro);
  if (raised(jaroOf(one, other, mostShared(one, other), 0)) < least) return 0;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const [left, right] = common(one, other, reach);
  let moved = 0;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) moved += 1;
  return raised(jaroOf(one, other, left.length, moved));
}

function jaroOf(one: string, other: string, shared: number, moved: number): number {
  if (shared === 0) return 0;
  return (shared / one.length + shared / other.length + (shared - moved / 2) / shared) / 3;
}

/** No fewer than the letters that two words share: those of one that the other has anywhere. Most strangers have few. */
function mostShared(one: string, other: string): number {
  let held = 0;
  for (let at = 0; at < other.length; at += 1) held |= bitOf(other.charCodeAt(at));
  let shared = 0;
  for (let at = 0; at < one.length; at += 1)
    if ((held & bitOf(one.charCodeAt(at))) !== 0) shared += 1;
  return shared;
}

/** Of the 26 letters each has its own. */
function bitOf(letter: number): number {
  return 1 << (letter & 31);
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

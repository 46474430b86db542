// Two words → their similarity, weighted for typing errors.

/** Weight of each letter of a common prefix, and the maximum prefix length (Winkler 1990). */
const PREFIX_WEIGHT = 0.1;
const MAX_PREFIX = 4;

/**
 * The Jaro-Winkler similarity of two words, from 0 to 1, compared by UTF-16 code unit; 0 if it cannot reach `minimum`.
 * Jaro, M. A. (1989), Journal of the American Statistical Association 84, 414-420; Winkler, W. E. (1990), "String
 * comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage", section 3.
 */
export function measureSimilarity(one: string, other: string, minimum = 0): number {
  if (one === other) return 1;
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  const addPrefixBonus = (jaro: number): number => jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
  if (addPrefixBonus(calculateJaro(one, other, countPossiblyShared(one, other), 0)) < minimum)
    return 0;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const [left, right] = findCommonLetters(one, other, reach);
  let transposed = 0;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) transposed += 1;
  return addPrefixBonus(calculateJaro(one, other, left.length, transposed));
}

function calculateJaro(one: string, other: string, shared: number, transposed: number): number {
  if (shared === 0) return 0;
  return (shared / one.length + shared / other.length + (shared - transposed / 2) / shared) / 3;
}

/**
 * An upper bound of the letters two words share: letters of one that occur anywhere in the other. Most pairs of
 * strangers share few.
 */
function countPossiblyShared(one: string, other: string): number {
  let otherLetters = 0;
  for (let at = 0; at < other.length; at += 1) otherLetters |= letterBit(other.charCodeAt(at));
  let shared = 0;
  for (let at = 0; at < one.length; at += 1)
    if ((otherLetters & letterBit(one.charCodeAt(at))) !== 0) shared += 1;
  return shared;
}

/** One bit for each of the 26 letters. */
function letterBit(letter: number): number {
  return 1 << (letter & 31);
}

/** The letters each word shares with the other within `reach` positions, in each word's own order. */
function findCommonLetters(one: string, other: string, reach: number): [number[], number[]] {
  const isUsed = new Uint8Array(other.length);
  const left: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const letter = one.charCodeAt(at);
    const end = Math.min(other.length, at + reach + 1);
    for (let position = Math.max(0, at - reach); position < end; position += 1) {
      if (isUsed[position] === 1 || other.charCodeAt(position) !== letter) continue;
      isUsed[position] = 1;
      left.push(letter);
      break;
    }
  }
  const right: number[] = [];
  for (let position = 0; position < other.length; position += 1)
    if (isUsed[position] === 1) right.push(other.charCodeAt(position));
  return [left, right];
}

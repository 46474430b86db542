// Two texts → which comes first, the same on every computer.

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const BEYOND = 0x10000;

/**
 * Compares by code point: negative if `one` comes first, 0 if both are the same. Never by the language of the computer,
 * which would order lists, and could choose what is suppressed, differently on another one. Words sorted for a reader
 * are compared in the reader's language, by its name.
 */
export function compareText(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at++) {
    const difference = rankUnit(one.charCodeAt(at)) - rankUnit(other.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** Half of a character beyond the first 65,536 comes after every character that is whole. */
function rankUnit(unit: number): number {
  return unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE ? unit + BEYOND : unit;
}

// The texts of one column → the bytes kept of each, read once and then found again.
import { Fault, type ReadCell } from './cells.js';
import type { KeptLine } from './row-encoding.js';

/** Puts what is kept of a text on a line; gives what is wrong with it, and then has put nothing there. */
export interface CellWriter {
  write(text: string, line: KeptLine): Fault | null;
}

/** Writes each cell anew. For identifiers, which hardly repeat: remembering them would only cost. */
export function rereading(read: ReadCell): CellWriter {
  return {
    write(text, line) {
      const cell = read(text);
      if (cell instanceof Fault) return cell;
      if (cell !== null) line.put(cell);
      return null;
    },
  };
}

/** How many different texts of a column are remembered. */
const REMEMBERED = 300_000;

/** A longer text hardly repeats, and its length would not fit where it is kept. */
const LONGEST = 1000;

// Each slot of the table is four numbers. An empty one has no end.
const SLOT = 4;
const HASH = 0;
const TEXT = 1;
const KEPT = 2;
const END = 3;

/**
 * Remembers what was made of each text. A `Map` would do, but a million times over it takes longer than all the rest
 * of a check: each text cut out of a file is hashed by it anew, and found in memory that is far apart. Here a text and
 * its bytes lie side by side, one after another in `#letters`, and the table says where.
 */
export class CellMemory implements CellWriter {
  readonly #read: ReadCell;
  #slots = new Int32Array(SLOT * 1024);
  #letters: Uint16Array = new Uint16Array(16_384);
  #used = 0;
  #count = 0;
  readonly #faults: Fault[] = [];

  constructor(read: ReadCell) {
    this.#read = read;
  }

  write(text: string, line: KeptLine): Fault | null {
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    if (this.#slots[slot + END] === 0) return this.#learn(text, hash, slot, line);
    const kept = this.#slots[slot + KEPT] ?? 0;
    if (kept < 0) return this.#faults[-kept - 1] ?? null;
    line.putAgain(this.#letters, kept, this.#slots[slot + END] ?? 0);
    return null;
  }

  #learn(text: string, hash: number, slot: number, line: KeptLine): Fault | null {
    const cell = this.#read(text);
    const from = line.length;
    const fault = cell instanceof Fault ? cell : null;
    if (typeof cell === 'string') line.put(cell);
    if (this.#count === REMEMBERED || text.length > LONGEST) return fault;
    const start = this.#used;
    const kept = this.#keep(text, line.bytes, from, line.length);
    this.#slots.set([hash, start, fault ? -this.#faults.push(fault) : kept, this.#used], slot);
    this.#count += 1;
    if (this.#count * SLOT * 2 > this.#slots.length) this.#grow();
    return fault;
  }

  /** Lays down a text's length, its letters and its bytes; gives where the bytes begin. */
  #keep(text: string, bytes: Uint8Array, from: number, to: number): number {
    const needed = this.#used + 1 + text.length + to - from;
    if (needed > this.#letters.length) this.#letters = longer(this.#letters, 2 * needed);
    const letters = this.#letters;
    let at = this.#used;
    letters[at++] = text.length;
    for (let index = 0; index < text.length; index += 1) letters[at++] = text.charCodeAt(index);
    const kept = at;
    for (let index = from; index < to; index += 1) letters[at++] = bytes[index] ?? 0;
    this.#used = at;
    return kept;
  }

  /** The slot that has a text, or else the empty one that it would have. */
  #slotOf(text: string, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (hash * SLOT) & last;
    while (slots[slot + END] !== 0) {
      if (slots[slot + HASH] === hash && this.#isAt(slots[slot + TEXT] ?? 0, text)) return slot;
      slot = (slot + SLOT) & last;
    }
    return slot;
  }

  #isAt(start: number, text: string): boolean {
    const letters = this.#letters;
    if (letters[start] !== text.length) return false;
    for (let at = 0; at < text.length; at += 1)
      if (letters[start + 1 + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    const last = this.#slots.length - 1;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + END] === 0) continue;
      let slot = ((before[from + HASH] ?? 0) * SLOT) & last;
      while (this.#slots[slot + END] !== 0) slot = (slot + SLOT) & last;
      this.#slots.set(before.subarray(from, from + SLOT), slot);
    }
  }
}

function longer(letters: Uint16Array, length: number): Uint16Array {
  const grown = new Uint16Array(length);
  grown.set(letters);
  return grown;
}

/** FNV-1a over UTF-16 units, its bits then mixed, because slots are chosen by the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16);
}

// The texts of one column → the bytes kept of each, read once and then found again.
import { CellError, type CellReader } from './cells.js';
import type { LineBuffer } from './row-encoding.js';

/** Puts what is kept of a text on a line; gives what is wrong with it, and then has put nothing there. */
export interface CellWriter {
  write(text: string, line: LineBuffer): CellError | null;
}

/** Writes each cell anew. For identifiers, which hardly repeat: remembering them would only cost. */
export function createUncachedWriter(read: CellReader): CellWriter {
  return {
    write(text, line) {
      const cell = read(text);
      if (cell instanceof CellError) return cell;
      if (cell !== null) line.put(cell);
      return null;
    },
  };
}

/** How many different texts of a column are remembered. */
const MAX_CACHED = 300_000;

/** A longer text hardly repeats, and its length would not fit where it is kept. */
const MAX_LENGTH = 1000;

// Each slot of the table is four numbers. An empty one has no end.
const SLOT = 4;
const HASH = 0;
const TEXT = 1;
const STORED = 2;
const END = 3;

/**
 * Remembers what was made of each text. A `Map` would do, but a million times over it takes longer than all the rest
 * of a check: each text cut out of a file is hashed by it anew, and found in memory that is far apart. Here a text and
 * its bytes lie side by side, one after another in `#letters`, and the table says where.
 */
export class CellCache implements CellWriter {
  readonly #read: CellReader;
  #slots = new Int32Array(SLOT * 1024);
  #letters: Uint16Array = new Uint16Array(16_384);
  #used = 0;
  #count = 0;
  readonly #errors: CellError[] = [];

  constructor(read: CellReader) {
    this.#read = read;
  }

  write(text: string, line: LineBuffer): CellError | null {
    const hash = hashText(text);
    const slot = this.#findSlot(text, hash);
    if (this.#slots[slot + END] === 0) return this.#add(text, hash, slot, line);
    const stored = this.#slots[slot + STORED] ?? 0;
    if (stored < 0) return this.#errors[-stored - 1] ?? null;
    line.putBytes(this.#letters, stored, this.#slots[slot + END] ?? 0);
    return null;
  }

  #add(text: string, hash: number, slot: number, line: LineBuffer): CellError | null {
    const cell = this.#read(text);
    const from = line.length;
    const error = cell instanceof CellError ? cell : null;
    if (typeof cell === 'string') line.put(cell);
    if (this.#count === MAX_CACHED || text.length > MAX_LENGTH) return error;
    const start = this.#used;
    const stored = this.#store(text, line.bytes, from, line.length);
    this.#slots.set([hash, start, error ? -this.#errors.push(error) : stored, this.#used], slot);
    this.#count += 1;
    if (this.#count * SLOT * 2 > this.#slots.length) this.#grow();
    return error;
  }

  /** Lays down a text's length, its letters and its bytes; gives where the bytes begin. */
  #store(text: string, bytes: Uint8Array, from: number, to: number): number {
    const needed = this.#used + 1 + text.length + to - from;
    if (needed > this.#letters.length) this.#letters = enlarge(this.#letters, 2 * needed);
    const letters = this.#letters;
    let at = this.#used;
    letters[at++] = text.length;
    for (let index = 0; index < text.length; index += 1) letters[at++] = text.charCodeAt(index);
    const stored = at;
    for (let index = from; index < to; index += 1) letters[at++] = bytes[index] ?? 0;
    this.#used = at;
    return stored;
  }

  /** The slot that has a text, or else the empty one that it would have. */
  #findSlot(text: string, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (hash * SLOT) & last;
    while (slots[slot + END] !== 0) {
      if (slots[slot + HASH] === hash && this.#matches(slots[slot + TEXT] ?? 0, text)) return slot;
      slot = (slot + SLOT) & last;
    }
    return slot;
  }

  #matches(start: number, text: string): boolean {
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

function enlarge(letters: Uint16Array, length: number): Uint16Array {
  const grown = new Uint16Array(length);
  grown.set(letters);
  return grown;
}

/** FNV-1a over UTF-16 units, its bits then mixed, because slots are chosen by the low ones. */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16);
}

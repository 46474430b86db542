// The texts of one column → the stored bytes of each, parsed once and then read from a cache.
import { CellError, NotedCell, type CellForm, type CellReader } from './parsed-cell.js';
import type { LineBuffer } from './row-encoding.js';

/**
 * Appends the stored value of a text to a line. Returns the error if the text is refused, and then nothing was appended;
 * the form if it is an unusual one; else null.
 */
export interface CellWriter {
  write(text: string, line: LineBuffer): CellError | CellForm | null;
}

/** A writer without a cache, for identifiers: they hardly repeat, so caching them would only cost memory and time. */
export function createUncachedWriter(read: CellReader): CellWriter {
  return {
    write(text, line) {
      const cell = read(text);
      if (typeof cell === 'string') {
        line.put(cell);
        return null;
      }
      if (!(cell instanceof NotedCell)) return cell;
      if (cell.value !== null) line.put(cell.value);
      return cell.form;
    },
  };
}

/** Maximum number of different texts cached per column. */
const MAX_CACHED = 300_000;

/** Longer texts are not cached: they hardly repeat, and their length would not fit into its 16 bits. */
const MAX_LENGTH = 1000;

// Each slot of the hash table is four numbers. An empty slot has END 0.
const SLOT = 4;
const HASH = 0;
const TEXT = 1;
const STORED = 2;
const END = 3;

/**
 * Caches the parsed form of each text. A `Map` would work, but over a million cells it takes longer than the rest of
 * the check: it hashes each text cut out of a file again and reads memory that is far apart. Here each text and its
 * bytes lie next to each other in `#letters`, and the table holds their positions.
 */
export class CellCache implements CellWriter {
  readonly #uncached: CellWriter;
  #slots = new Int32Array(SLOT * 1024);
  #letters: Uint16Array = new Uint16Array(16_384);
  #used = 0;
  #count = 0;
  readonly #errors: CellError[] = [];
  /** The forms met, by the number that stands before a text's bytes. */
  readonly #forms: (CellForm | null)[] = [null];

  constructor(read: CellReader) {
    this.#uncached = createUncachedWriter(read);
  }

  write(text: string, line: LineBuffer): CellError | CellForm | null {
    const hash = hashText(text);
    const slot = this.#findSlot(text, hash);
    if (this.#slots[slot + END] === 0) return this.#add(text, hash, slot, line);
    const stored = this.#slots[slot + STORED] ?? 0;
    if (stored < 0) return this.#errors[-stored - 1] ?? null;
    line.putBytes(this.#letters, stored + 1, this.#slots[slot + END] ?? 0);
    return this.#forms[this.#letters[stored] ?? 0] ?? null;
  }

  #add(text: string, hash: number, slot: number, line: LineBuffer): CellError | CellForm | null {
    const from = line.length;
    const result = this.#uncached.write(text, line);
    if (this.#count === MAX_CACHED || text.length > MAX_LENGTH) return result;
    const start = this.#used;
    const error = result instanceof CellError ? result : null;
    const form = this.#numberForm(error ? null : (result as CellForm | null));
    const stored = this.#store(text, form, line.bytes.subarray(from, line.length));
    this.#slots.set([hash, start, error ? -this.#errors.push(error) : stored, this.#used], slot);
    this.#count += 1;
    if (this.#count * SLOT * 2 > this.#slots.length) this.#grow();
    return result;
  }

  #numberForm(form: CellForm | null): number {
    const known = this.#forms.indexOf(form);
    return known >= 0 ? known : this.#forms.push(form) - 1;
  }

  /** Stores a text's length, its letters, the number of its form and its bytes. Returns where the form stands. */
  #store(text: string, form: number, bytes: Uint8Array): number {
    const needed = this.#used + 2 + text.length + bytes.length;
    if (needed > this.#letters.length) this.#letters = enlarge(this.#letters, 2 * needed);
    const letters = this.#letters;
    let at = this.#used;
    letters[at++] = text.length;
    for (let index = 0; index < text.length; index += 1) letters[at++] = text.charCodeAt(index);
    const stored = at;
    letters[at++] = form;
    for (const byte of bytes) letters[at++] = byte;
    this.#used = at;
    return stored;
  }

  /** The slot that holds a text, or the empty slot where it belongs. */
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

/** FNV-1a over UTF-16 units, with the bits mixed afterwards because slots are chosen by the low bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16);
}

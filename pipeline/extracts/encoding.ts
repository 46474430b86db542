// All bytes of a text file, block by block → how it was written, never guessing a letter.
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** How a text file was written. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** Why the text of a file cannot be read: which text of `unreadable-text` is meant. */
interface UnreadableText {
  readonly unreadable: 'utf-16' | 'not-text' | 'mixed' | 'unknown';
}

/**
 * Finds how a file was written: UTF-8 where every byte fits, UTF-16 by its mark or by its pattern of NUL bytes, else
 * Windows-1252. Says why where the bytes are what no one of these can mean: other NUL bytes, UTF-8 mixed with another
 * encoding, bytes that Windows-1252 leaves empty, half a UTF-16 character.
 */
export function detectEncoding(blocks: Iterable<Buffer>): Encoding | UnreadableText {
  let evidence: Evidence | null = null;
  for (const block of blocks) {
    const isFirst = evidence === null;
    evidence ??= createEvidence(block);
    evidence.add(isFirst ? stripByteOrderMark(block) : block);
  }
  return evidence?.conclude() ?? 'UTF-8';
}

/** A file's first block without the byte order mark that it may begin with. */
export function stripByteOrderMark(first: Buffer): Buffer {
  const mark = [UTF8_MARK, LITTLE_MARK, BIG_MARK].find((each) => hasPrefix(first, each));
  return first.subarray(mark?.length ?? 0);
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LITTLE_MARK = Buffer.from([0xff, 0xfe]);
const BIG_MARK = Buffer.from([0xfe, 0xff]);

function hasPrefix(block: Buffer, mark: Buffer): boolean {
  return block.subarray(0, mark.length).equals(mark);
}

/** What the bytes say of one way to read them. */
interface Evidence {
  add(block: Buffer): void;
  conclude(): Encoding | UnreadableText;
}

function createEvidence(first: Buffer): Evidence {
  const wide = detectUtf16(first);
  return wide === null ? new ByteEvidence() : new Utf16Evidence(wide);
}

/** In bytes: how much of a file shows whether it is UTF-16. */
const SAMPLE = 4096;

function detectUtf16(first: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  if (hasPrefix(first, LITTLE_MARK)) return 'UTF-16LE';
  if (hasPrefix(first, BIG_MARK)) return 'UTF-16BE';
  const sample = first.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 20) return 'UTF-16LE';
  return even > many && odd < even / 20 ? 'UTF-16BE' : null;
}

/** Whether all bytes are text of one encoding, without NUL. */
class EncodingCheck {
  #holds = true;
  readonly #decoder: TextDecoder;

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  add(block: Buffer): void {
    if (this.#holds)
      this.#holds = this.#isText(() => this.#decoder.decode(block, { stream: true }));
  }

  /** Whether it held to the end: a letter may have been left incomplete. */
  conclude(): boolean {
    return this.#holds && this.#isText(() => this.#decoder.decode());
  }

  #isText(decode: () => string): boolean {
    try {
      return !decode().includes('\0');
    } catch {
      return false;
    }
  }
}

class Utf16Evidence implements Evidence {
  readonly #check: EncodingCheck;

  constructor(readonly encoding: 'UTF-16LE' | 'UTF-16BE') {
    this.#check = new EncodingCheck(encoding);
  }

  add(block: Buffer): void {
    this.#check.add(block);
  }

  conclude(): Encoding | UnreadableText {
    if (this.#check.conclude()) return this.encoding;
    return { unreadable: 'utf-16' };
  }
}

class ByteEvidence implements Evidence {
  readonly #check = new EncodingCheck('UTF-8');
  #hasNul = false;
  #hasUtf8 = false;
  #hasUnknown = false;
  /** The last letters of the block before: two that belong together may be in two blocks. */
  #last = '';

  add(block: Buffer): void {
    this.#check.add(block);
    this.#hasNul ||= block.includes(0);
    const text = this.#last + block.toString('latin1');
    this.#last = text.slice(-2);
    if (isAscii(block)) return;
    this.#hasUtf8 ||= UTF8_LETTERS.test(text);
    this.#hasUnknown ||= UNDEFINED_WINDOWS_1252.test(text);
  }

  conclude(): Encoding | UnreadableText {
    if (this.#hasNul) return { unreadable: 'not-text' };
    if (this.#check.conclude()) return 'UTF-8';
    if (this.#hasUtf8) return { unreadable: 'mixed' };
    if (this.#hasUnknown) return { unreadable: 'unknown' };
    return 'Windows-1252';
  }
}

/** Two-byte Latin letters and three-byte punctuation of UTF-8: in Windows-1252 they would read as `Ã` or `â€`. */
const UTF8_LETTERS = /[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]/;

/** The bytes that have no meaning in Windows-1252. */
const UNDEFINED_WINDOWS_1252 = /[\x81\x8d\x8f\x90\x9d]/;

// A large delimited file without quotation marks → its heading, and its text in blocks of whole lines, each read once.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { Stopped } from '../domain/problem.js';
import { csvHeading } from './csv-heading.js';
import { textPieces } from './decode.js';
import type { Heading } from './heading.js';
import type { IsHeading } from './received.js';

/** In bytes: how much is read at once. A longer line is for the reader of any file. */
const BLOCK = 4_000_000;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const CTRL_Z = 26;

/** Whole lines, without the break that ends the last of them. */
export interface PlainBlock {
  readonly text: string;
  readonly lineBreak: '\n' | '\r\n';
  readonly lines: number;
  /** Whether a line begins with a separator or with no visible ASCII letter, as every blank one does. */
  readonly mayHaveBlank: boolean;
}

/** How a plain file is laid out. */
export interface PlainLayout {
  readonly heading: Heading;
  readonly delimiter: string;
}

/** What all of a file's bytes show, when all were read. */
export interface PlainBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** Thrown when bytes show that a file is not plain: whoever reads any file finds out what it is. */
export class NotPlain extends Error {}

/**
 * Reads a file that its bytes alone prove to be plain: UTF-8 without NUL and without quotation marks, its lines ended
 * alike, its last line whole. A record of such a file is a line, and its cells are what stands between the delimiters,
 * as `parseCsv` would have it. Tells the layout, then each block in turn, of `most` bytes and a line's. Throws `NotPlain`, perhaps after some blocks.
 */
export async function readPlain(
  file: { readonly path: string; readonly name: string },
  isHeading: IsHeading,
  take: {
    layout(layout: PlainLayout): Promise<void>;
    block(block: PlainBlock): Promise<void>;
  },
  most = BLOCK,
): Promise<PlainBytes> {
  const hash = createHash('sha256');
  let bytes = 0;
  let layout: PlainLayout | null = null;
  const seen = (read: Buffer): void => {
    hash.update(read);
    bytes += read.length;
  };
  for (const lines of wholeLines(file.path, most, seen)) {
    let own = lines;
    if (layout === null) {
      own = withoutMark(lines);
      const found = layoutOf(file.name, own, isHeading);
      layout = found;
      await take.layout(found);
      own = own.subarray(found.ends);
    }
    if (own.length > 0) await take.block(blockOf(own, layout));
  }
  if (layout === null) throw new NotPlain();
  return { sha256: hash.digest('hex'), bytes };
}

/** The bytes of a file in stretches that each end where a line does. */
function* wholeLines(path: string, most: number, seen: (read: Buffer) => void): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    let kept = Buffer.alloc(0);
    for (;;) {
      const room = Buffer.allocUnsafe(most);
      const read = room.subarray(0, readSync(file, room, 0, most, null));
      seen(read);
      if (read.length === 0) break;
      const all = Buffer.concat([kept, read]);
      const end = all.lastIndexOf(LF) + 1;
      if (end === 0) throw new NotPlain();
      yield all.subarray(0, end);
      kept = all.subarray(end);
    }
    if (kept.length > 0) yield kept;
  } finally {
    closeSync(file);
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

function layoutOf(
  file: string,
  bytes: Buffer,
  isHeading: IsHeading,
): PlainLayout & { readonly ends: number } {
  prove(bytes);
  const [first = ''] = textPieces({ bytes, letters: 'UTF-8' });
  const text = first.replace(/\r\n?/g, '\n');
  try {
    const { heading, delimiter, ends } = csvHeading(file, text, isHeading);
    return {
      heading,
      delimiter,
      ends: afterLines(bytes, text.slice(0, ends).split('\n').length - 1),
    };
  } catch (error) {
    throw error instanceof Stopped ? new NotPlain() : error;
  }
}

function afterLines(bytes: Buffer, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line += 1) at = bytes.indexOf(LF, at) + 1;
  return at;
}

function prove(bytes: Buffer): void {
  if (bytes.includes(0) || bytes.includes(QUOTE) || !isUtf8(bytes)) throw new NotPlain();
}

function blockOf(bytes: Buffer, { heading, delimiter }: PlainLayout): PlainBlock {
  prove(bytes);
  const isWhole = bytes.at(-1) === LF;
  const lineBreak = bytes.includes(CR) ? '\r\n' : '\n';
  const lines = linesOf(bytes, lineBreak === '\r\n');
  const text = bytes.toString('utf8', 0, isWhole ? bytes.length - lineBreak.length : bytes.length);
  if (!isWhole && isCut(text, heading.cells.length, delimiter)) throw new NotPlain();
  const mayHaveBlank = mayBeginBlank(bytes, delimiter.charCodeAt(0));
  return { text, lineBreak, lines: lines + (isWhole ? 0 : 1), mayHaveBlank };
}

function mayBeginBlank(bytes: Buffer, delimiter: number): boolean {
  for (let at = 0; at < bytes.length; at = bytes.indexOf(LF, at) + 1) {
    const first = bytes[at] ?? 0;
    if (first <= 32 || first >= 127 || first === delimiter) return true;
    if (bytes.indexOf(LF, at) < 0) return false;
  }
  return false;
}

/** The line feeds; refuses lines of which only some end with a carriage return and a line feed. */
function linesOf(bytes: Buffer, returns: boolean): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (returns && bytes[at - 1] !== CR) throw new NotPlain();
    lines += 1;
  }
  if (!returns) return lines;
  let before = lines;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) before -= 1;
  if (before !== 0) throw new NotPlain();
  return lines;
}

/** Whether the last line of a file, which no line break ends, may have been cut, or is what DOS ends a file with. */
function isCut(line: string, width: number, delimiter: string): boolean {
  return line.split(delimiter).length !== width || line.charCodeAt(line.length - 1) === CTRL_Z;
}

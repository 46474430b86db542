// A large delimited file without quotation marks → how it is laid out, and the proof that it is plain.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Stopped } from '../domain/problem.js';
import { csvHeading } from './csv-heading.js';
import { textPieces } from './decode.js';
import type { Heading } from './heading.js';
import type { IsHeading } from './extract-file.js';
import { isTotals, mayBeTotals } from './totals.js';

/** In bytes: how much is read at once. A longer line is for the reader of any file. */
const BLOCK = 4_000_000;

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** DOS ends a file with it. */
const CTRL_Z = 26;
/** NUL, tab, vertical tab, form feed. */
const UNWANTED = [QUOTE, 0, 9, 11, 12];

/** How a plain file is laid out. */
export interface PlainLayout {
  readonly path: string;
  readonly bytes: number;
  readonly heading: Heading;
  readonly delimiter: string;
  readonly lineBreak: '\n' | '\r\n';
  /** How many lines there are before the first record, the heading included. */
  readonly above: number;
  /** About how many records there are, by the length of the first lines. */
  readonly records: number;
}

/** What all of a file's bytes show. */
export interface PlainBytes {
  readonly sha256: string;
  readonly bytes: number;
  /** Lines after the heading, blank ones too. */
  readonly records: number;
}

/** Thrown when bytes show that a file is not plain: whoever reads any file finds out what it is. */
export class NotPlain extends Error {}

/** Finds the heading of a file within its first bytes. Throws `NotPlain` where whoever reads any file should look. */
export function plainLayout(
  file: { readonly path: string; readonly name: string },
  isHeading: IsHeading,
  most = BLOCK,
): PlainLayout {
  const [lines] = wholeLines(file.path, most);
  if (!lines || !isUtf8(lines) || lines.includes(QUOTE)) throw new NotPlain();
  const bytes = withoutMark(lines);
  const [first = ''] = textPieces({ bytes, letters: 'UTF-8' });
  const text = first.replace(/\r\n?/g, '\n');
  try {
    const { heading, delimiter, ends } = csvHeading(file.name, text, isHeading);
    const above = text.slice(0, ends).split('\n').length - 1;
    const lineBreak = first.includes('\r') ? '\r\n' : '\n';
    const { size } = statSync(file.path);
    const records = Math.max(0, (size / lines.length) * linesIn(lines) - above);
    return { path: file.path, bytes: size, heading, delimiter, lineBreak, above, records };
  } catch (error) {
    throw error instanceof Stopped ? new NotPlain() : error;
  }
}

/**
 * Proves a file to hold nothing but lines of cells: UTF-8 without quotation marks, without control characters that are
 * spaces to the readers of cells, and below its heading without blank lines and lines of totals. What stands between two
 * delimiters is then a cell, as `parseCsv` would have it. Throws `NotPlain`.
 */
export function provePlain({ path, delimiter, above }: PlainLayout, most = BLOCK): PlainBytes {
  const hash = createHash('sha256');
  const unwanted = UNWANTED.filter((byte) => byte !== delimiter.charCodeAt(0));
  let bytes = 0;
  let lines = 0;
  for (const block of wholeLines(path, most)) {
    hash.update(block);
    bytes += block.length;
    if (!isUtf8(block) || unwanted.some((byte) => block.includes(byte))) throw new NotPlain();
    if (block.at(-1) === CTRL_Z) throw new NotPlain();
    for (let at = 0; at < block.length; at = nextLine(block, at)) {
      lines += 1;
      if (lines > above && !isRecord(block, at, delimiter)) throw new NotPlain();
    }
  }
  return { sha256: hash.digest('hex'), bytes, records: lines - above };
}

/** Whether the line that begins there is neither blank nor one of totals, which are told with their line break or without. */
function isRecord(block: Buffer, at: number, delimiter: string): boolean {
  const first = block[at] ?? 0;
  if (first === LF || first === CR) return false;
  if (!mayBeTotals(first, block[at + 1] ?? 0)) return true;
  const line = block.toString('utf8', at, nextLine(block, at));
  return !isTotals(line.split(delimiter));
}

function linesIn(block: Buffer): number {
  let lines = 0;
  for (let at = 0; at < block.length; at = nextLine(block, at)) lines += 1;
  return lines;
}

/** Where the next line begins, or the block ends: the last line of a file may have no line break. */
function nextLine(block: Buffer, at: number): number {
  const end = block.indexOf(LF, at);
  return end < 0 ? block.length : end + 1;
}

/**
 * The bytes of a file in stretches that each end where a line does. All lie in the same memory: each is over when the
 * next is asked for.
 */
function* wholeLines(path: string, most: number): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const room = Buffer.allocUnsafe(2 * most);
    let kept = 0;
    for (;;) {
      const read = readSync(file, room, kept, most, null);
      if (read === 0) break;
      const all = room.subarray(0, kept + read);
      const end = all.lastIndexOf(LF) + 1;
      if (end === 0) throw new NotPlain();
      yield all.subarray(0, end);
      kept = all.copy(room, 0, end);
    }
    if (kept > 0) yield room.subarray(0, kept);
  } finally {
    closeSync(file);
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

// A text file's bytes → its text in pieces that each end with a line, and how it was written.
import { isAscii, isUtf8 } from 'node:buffer';
import { refuse } from './refusal.js';
import { isWindows1252, windows1252 } from './windows-1252.js';

/** How a text file was written. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** A file's text. Joined, the pieces are the whole of it; each but the last ends with a line break. */
export interface DecodedText {
  readonly encoding: Encoding;
  readonly pieces: Iterable<string>;
}

/** Bytes, and how they are read; `ASCII` is UTF-8 that can be read faster. */
export interface TextBytes {
  readonly bytes: Buffer;
  readonly letters: 'ASCII' | 'UTF-8' | 'Windows-1252';
}

/** In bytes. Small pieces die young: at a megabyte and more the rows of each piece outlive the first collection. */
const PIECE = 65_536;
const LF = 10;
const CR = 13;
const CTRL_Z = 26;

/**
 * Decodes a file, never guessing a letter: UTF-8 where every byte fits, UTF-16 by its mark or by its pattern of NUL
 * bytes, else Windows-1252. Byte order marks, and the Ctrl-Z with which DOS ends a file, are dropped. Refuses, as
 * `unreadable-text`, bytes that no one of these can mean: other NUL bytes, UTF-8 mixed with another encoding, bytes
 * that Windows-1252 leaves empty, half a UTF-16 character.
 */
export function decodeText(file: string, bytes: Buffer): DecodedText {
  const wide = utf16Of(bytes);
  if (wide !== null) return { encoding: wide, pieces: wideText(file, bytes, wide) };
  if (bytes.includes(0)) refuseText(file, 'holds bytes that are not text');
  const body = { bytes: trimmed(bytes), letters: lettersOf(file, trimmed(bytes)) };
  const encoding = body.letters === 'ASCII' ? 'UTF-8' : body.letters;
  return { encoding, pieces: textPieces(body) };
}

/** The text of bytes whose letters are known, in pieces as `DecodedText` has them. */
export function* textPieces({ bytes, letters }: TextBytes): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const to = lineEnd(bytes, from, Math.min(from + PIECE, bytes.length));
    const text = bytes.toString(letters === 'UTF-8' ? 'utf8' : 'latin1', from, to);
    yield letters === 'Windows-1252' ? windows1252(text) : text;
    from = to;
  }
}

function lettersOf(file: string, body: Buffer): TextBytes['letters'] {
  if (isUtf8(body)) return isAscii(body) ? 'ASCII' : 'UTF-8';
  const read = body.toString('latin1');
  if (mixesUtf8(read)) refuseText(file, 'mixes UTF-8 with another encoding, or is damaged');
  if (!isWindows1252(read)) refuseText(file, 'holds bytes that are not UTF-8 or Windows-1252');
  return 'Windows-1252';
}

function refuseText(file: string, why: string): never {
  const fix =
    'Export it again from its system, best as CSV UTF-8, and do not join files or save it from a spreadsheet.';
  refuse('unreadable-text', file, `The text of ${file} cannot be read: it ${why}.`, fix);
}

function trimmed(bytes: Buffer): Buffer {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let to = bytes.length;
  while (to > from && bytes[to - 1] === CTRL_Z) to -= 1;
  return bytes.subarray(from, to);
}

/** Two-byte Latin letters and three-byte punctuation of UTF-8: in Windows-1252 they would read as `Ã` or `â€`. */
function mixesUtf8(text: string): boolean {
  return /[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]/.test(text);
}

function utf16Of(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 20) return 'UTF-16LE';
  return even > many && odd < even / 20 ? 'UTF-16BE' : null;
}

function wideText(
  file: string,
  bytes: Buffer,
  encoding: 'UTF-16LE' | 'UTF-16BE',
): Generator<string> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return cutText(withoutCtrlZ(text));
  } catch {
    // Told below, without the decoder's own words.
  }
  refuseText(file, 'begins as UTF-16 but does not go on as it');
}

function withoutCtrlZ(text: string): string {
  let to = text.length;
  while (text.charCodeAt(to - 1) === CTRL_Z) to -= 1;
  return text.slice(0, to);
}

/** Where the last line that ends before `to` ends; where none does, the end of the line that `to` falls in. */
function lineEnd(bytes: Buffer, from: number, to: number): number {
  if (to === bytes.length) return to;
  const lf = bytes.lastIndexOf(LF, to - 1);
  if (lf >= from) return lf + 1;
  const cr = bytes.lastIndexOf(CR, to - 2);
  if (cr >= from) return cr + 1;
  const next = bytes.indexOf(LF, to);
  return next === -1 ? bytes.length : next + 1;
}

function* cutText(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const to = Math.min(from + PIECE, text.length);
    const lf = to === text.length ? to : Math.max(text.lastIndexOf('\n', to - 1) + 1, 0);
    const end = lf > from ? lf : nextLine(text, to);
    yield text.slice(from, end);
    from = end;
  }
}

function nextLine(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  return next === -1 ? text.length : next + 1;
}

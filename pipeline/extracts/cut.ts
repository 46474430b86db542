// A delimited file's bytes → where it can be cut, so that its parts are read at the same time.
import { csvHeading } from './csv-heading.js';
import { PIECE, textPieces, type TextBytes } from './decode.js';
import type { Heading } from './heading.js';
import type { IsHeading } from './received.js';

const QUOTE = 34;
const LF = 10;

/** A file that can be cut: its heading, how it is laid out, and its bytes. */
export interface CutFile {
  readonly file: string;
  readonly heading: Heading;
  readonly delimiter: string;
  /** How many characters, line breaks counted as line feeds, come before its records. */
  readonly skip: number;
  readonly body: TextBytes;
}

/** Finds the heading of a file that is to be cut. Refuses what `csvHeading` refuses. */
export function cutFile(file: string, body: TextBytes, isHeading: IsHeading): CutFile {
  const { heading, delimiter, ends } = csvHeading(file, firstText(body), isHeading);
  return { file, heading, delimiter, skip: ends, body };
}

/**
 * Cuts the bytes of a file into at most so many parts of about one length. Each cut is after a line feed that is not
 * between quotes, so a record begins there if quotes are used as they should be; a part that is parsed shows whether
 * they are.
 */
export function cutBytes({ bytes, letters }: TextBytes, parts: number): TextBytes[] {
  const cuts = [0];
  for (let part = 1; part < parts; part += 1) {
    const from = cuts.at(-1) ?? 0;
    // The heading was looked for in the first piece: the first part holds the whole of it.
    const target = Math.max(PIECE, Math.floor((bytes.length * part) / parts));
    const cut = nextCut(bytes, from, target);
    if (cut > from && cut < bytes.length) cuts.push(cut);
  }
  return cuts.map((from, part) => ({ bytes: bytes.subarray(from, cuts[part + 1]), letters }));
}

/** Where the first record after `target` begins, if one begins at `from`. */
function nextCut(bytes: Buffer, from: number, target: number): number {
  let open = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) open = !open;
    else if (byte === LF && !open && at >= target) return at + 1;
  }
  return bytes.length;
}

function firstText(body: TextBytes): string {
  const first = textPieces(body).next();
  return first.done === true ? '' : first.value.replace(/\r\n?/g, '\n');
}

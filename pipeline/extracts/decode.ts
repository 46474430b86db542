// A text file's bytes, block by block → its text in pieces that each end with a line, its line breaks made alike.
import { stripByteOrderMark, type Encoding } from './encoding.js';

/** In characters: a longer line comes in several pieces. No valid record is as long, so the parser refuses it. */
const MAX_LINE_LENGTH = 2_000_000;

/** DOS ends a file with it. */
const CTRL_Z = '\x1a';

/**
 * Decodes the blocks of a file by the encoding that `detectEncoding` found for them. Each piece but the last ends with
 * a line; every line break is a line feed. Byte order marks, and the Ctrl-Z with which DOS ends a file, are dropped.
 */
export function* decodeText(blocks: Iterable<Buffer>, encoding: Encoding): Generator<string> {
  const decode = createDecoder(encoding);
  let isFirst = true;
  let text = '';
  for (const block of blocks) {
    const end = findLastLineEnd(text);
    if (end > 0) yield normaliseLineBreaks(text.slice(0, end));
    text = text.slice(end) + decode(isFirst ? stripByteOrderMark(block) : block);
    isFirst = false;
  }
  let end = text.length;
  while (text[end - 1] === CTRL_Z) end -= 1;
  yield normaliseLineBreaks(text.slice(0, end));
}

function createDecoder(encoding: Encoding): (block: Buffer) => string {
  if (encoding === 'Windows-1252') return (block) => readWindows1252(block.toString('latin1'));
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (block) => decoder.decode(block, { stream: true });
}

// Bytes 0x80 to 0x9F in order, a space where the page leaves a byte empty.
// Source: the Unicode Consortium's mapping table CP1252.TXT.
const FROM_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Reads text in which each character stands for one byte. Done here because the decoder that Node 20 has for
 * Windows-1252 is Latin-1: it turns the dash of "Mixed – White & Asian" into a control character.
 */
function readWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (byte) => FROM_80.charAt(byte.charCodeAt(0) - 0x80));
}

/** Where the last whole line of a text ends; 0 where none does. What follows a last carriage return is not known yet. */
function findLastLineEnd(text: string): number {
  const lineFeed = text.lastIndexOf('\n');
  if (lineFeed >= 0) return lineFeed + 1;
  const carriageReturn = text.slice(0, -1).lastIndexOf('\r');
  if (carriageReturn >= 0) return carriageReturn + 1;
  return text.length > MAX_LINE_LENGTH ? text.length : 0;
}

function normaliseLineBreaks(text: string): string {
  if (!text.includes('\r')) return text;
  const joined = text.replaceAll('\r\n', '\n');
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../pipeline/extracts/decode.js';
import { detectEncoding } from '../../pipeline/extracts/encoding.js';

/** Bytes in blocks of a size. */
function* blocksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function piecesOf(bytes: Buffer, size = 64): [string, string[]] {
  const encoding = detectEncoding(blocksOf(bytes, size));
  if (typeof encoding !== 'string') throw new Error(encoding.unreadable);
  return [encoding, [...decodeText(blocksOf(bytes, size), encoding)]];
}

function decoded(bytes: Buffer, size?: number): [string, string] {
  const [encoding, pieces] = piecesOf(bytes, size);
  return [encoding, pieces.join('')];
}

const WELSH = 'enw,lle\nSiân Ŵyn,Tŷ Ŷnyr\n“Mixed – White & Asian”,€5\n';

test.each([
  ['UTF-8', Buffer.from(WELSH)],
  ['UTF-8', Buffer.from(`\ufeff${WELSH}`)],
  ['UTF-8', Buffer.from(`${WELSH}\x1a\x1a`)],
  ['UTF-16LE', Buffer.from(`\ufeff${WELSH}`, 'utf16le')],
  ['UTF-16LE', Buffer.from(`${WELSH}\x1a`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\ufeff${WELSH}`, 'utf16le').swap16()],
  ['UTF-16BE', Buffer.from(WELSH, 'utf16le').swap16()],
])('%s is known and loses no letter', (encoding, bytes) => {
  for (const size of [16, 64, 1024]) expect(decoded(bytes, size)).toEqual([encoding, WELSH]);
});

test('Windows-1252 gives the letters of its own page', () => {
  const bytes = Buffer.from([0x80, 0x96, 0x92, 0x9f, 0xe2, 0xee, 0xf4, 0xfb, 0x0a]);
  expect(decoded(bytes)).toEqual(['Windows-1252', '€–’Ÿâîôû\n']);
});

test.each([
  ['UTF-8 and Windows-1252 in one file', Buffer.from([0x41, 0xe2, 0x80, 0x93, 0x42, 0x96, 0x43])],
  ['Welsh in UTF-8 and a stray byte', Buffer.concat([Buffer.from('Tŷ\n'), Buffer.from([0xff])])],
  ['bytes that Windows-1252 leaves empty', Buffer.from([0x41, 0x81, 0x42])],
  ['NUL bytes in text', Buffer.from('child_id,dob\nC1,\x00\x00\x00\n')],
  ['half a UTF-16 character', Buffer.from(WELSH, 'utf16le').subarray(0, -1)],
  ['a UTF-16 surrogate alone', Buffer.from('\ufeffab\ud800cd', 'utf16le')],
  ['UTF-16 with text of one byte after it', Buffer.from(`\ufeff${WELSH}\0`, 'utf16le')],
])('refuses %s', (_, bytes) => {
  for (const size of [16, 1024])
    expect(detectEncoding(blocksOf(bytes, size))).toHaveProperty('unreadable');
});

test('pieces join to the whole text with line feeds, and each but the last ends a line', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ŵ', '–', '😀', '"', ','), maxLength: 60 });
  const lines = fc.array(line, { minLength: 2, maxLength: 400 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(200), (rows, newline, more) => {
      const [, pieces] = piecesOf(Buffer.from(rows.join(newline)), 64 + more);
      expect(pieces.join('')).toBe(rows.join('\n'));
      expect(pieces.slice(0, -1).every((piece) => piece.endsWith('\n'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a line longer than any record is given in pieces', () => {
  const text = 'ŵ'.repeat(5_000_000);
  const [, pieces] = piecesOf(Buffer.from(text), 65_536);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('') === text).toBe(true);
});

test('a letter that two blocks share is no sign of two encodings', () => {
  const bytes = Buffer.from('Siân Ŵyn\u0096', 'latin1');
  for (let size = 1; size < bytes.length; size += 1)
    expect(detectEncoding(blocksOf(bytes, size))).toBe('Windows-1252');
  const mixed = Buffer.concat([Buffer.from('Tŷ\n'), Buffer.from([0x96])]);
  for (let size = 1; size < mixed.length; size += 1)
    expect(detectEncoding(blocksOf(mixed, size))).toHaveProperty('unreadable');
});

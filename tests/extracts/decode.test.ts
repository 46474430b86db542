import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stopped } from '../../pipeline/domain/problem.js';
import { decodeText } from '../../pipeline/extracts/decode.js';

function decoded(bytes: Buffer): [string, string] {
  const { encoding, pieces } = decodeText('a.csv', bytes);
  return [encoding, [...pieces].join('')];
}

function refusal(bytes: Buffer): string | undefined {
  try {
    decoded(bytes);
  } catch (error) {
    return error instanceof Stopped ? error.problems[0]?.code : 'not Stopped';
  }
  return undefined;
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
  expect(decoded(bytes)).toEqual([encoding, WELSH]);
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
  expect(refusal(bytes)).toBe('unreadable-text');
});

test('pieces join to the whole text, and each but the last ends a line', () => {
  const lines = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'ŵ', '–', '😀', '"', ','), maxLength: 60 }),
    {
      minLength: 2000,
      maxLength: 4000,
      size: 'max',
    },
  );
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), (rows, newline) => {
      const text = [...rows, ...rows, ...rows].join(newline);
      const pieces = [...decodeText('a.csv', Buffer.from(text)).pieces];
      expect(pieces.join('')).toBe(text);
      expect(pieces.slice(0, -1).every((piece) => piece.endsWith(newline))).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('a letter of two bytes is never cut between pieces', () => {
  const text = `${'ŵ'.repeat(50_000)}\n`.repeat(3);
  const pieces = [...decodeText('a.csv', Buffer.from(`x${text}`)).pieces];
  expect(pieces.join('')).toBe(`x${text}`);
  expect(pieces.length).toBeGreaterThan(1);
});

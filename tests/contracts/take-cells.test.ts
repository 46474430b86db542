// Cells that hurt, in a file of several blocks: what is kept of each is what its column makes of it alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { file, keptOf, take, visits } from './visits-file.js';

const HURTFUL = [
  ...['', ' ', '\u00a0', '007', ' 007 ', '\u00a07', '1.23E+12', '1e5', '1E', '=1+1', '__proto__'],
  ...[
    'toString',
    'null',
    'NULL',
    "'",
    '\\',
    '\\N',
    '$1',
    'ŵŷ',
    'W\u0302',
    'Ŵ',
    '\u2028',
    '\ufeffx',
  ],
  ...[
    '01/02/2023',
    '02/13/2023',
    '13/02/2023',
    '2023-02-29',
    '2023-02-28T00:00',
    '1/2/2023',
    '01/02/23',
  ],
  ...[
    'Home',
    'home',
    'HOME ',
    'scho\u00f6l',
    'School',
    'x'.repeat(100),
    'x'.repeat(101),
    'ŵ'.repeat(99),
  ],
  ...['Total', 'TOTAL:', 'Is-gyfanswm', 'Totally', 'a total'],
  ...['\u007f', 'a\u00a0', 'a\u001f', '-1', '0', '1,0'.replace(',', '.')],
];

describe('a cell', () => {
  it('may have a byte order mark within, which is a space and hides no fault', async () => {
    const rows = ['V1,C1,\ufeffsoon,Home,x', 'V2,\ufeffC2,\ufeff01/02/2023,\ufeffHome,\ufeffx'];
    const { receipt } = await take(file(rows));
    expect(receipt).toMatchObject({ received: 2, accepted: 1, setAside: 1 });
  });

  it('whatever it holds, is kept as its column reads it', async () => {
    const cell = fc.oneof(
      fc.constantFrom(...HURTFUL),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('"', '""', 'a\nb', 'a\r\nb', 'a\tb', ',', ';', ' "x" '),
    );
    const child = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('C1', 'C2', ' C3') }, cell);
    // An unknown code or a date with its month first would stop the extract.
    const day = fc.oneof(cell, fc.constantFrom('01/02/2023', ' 2023-02-28 ', ''));
    const place = fc.constantFrom('Home', 'home', 'HOME ', '\u00a0School', '', ' ');
    const sound = day.filter((text) => text !== '02/13/2023');
    const row = fc.tuple(fc.nat(9).map(String), child, sound, place, cell);
    const rows = fc.array(row, { minLength: 1, maxLength: 60 });
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (made, newline) => {
        // Each again, its identifier its own, until there are several blocks.
        const cells = Array.from({ length: 3000 }, (_, at) => {
          const [id, ...others] = made[at % made.length] ?? [];
          return [`V${at}-${id}`, ...others];
        });
        const text = Papa.unparse(cells, { newline });
        const came = await take(file([text.replaceAll('\0', '')], newline));
        const wanted = cells.flatMap((each, at) => {
          const kept = keptOf(each.map(asRead), at + 2);
          return kept !== null && KNOWN.has((each[1] ?? '').trim()) ? [kept] : [];
        });
        expect(came.receipt).toMatchObject({ received: 3000, blocked: false });
        stored += wanted.length;
        expect(came.rows).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
    expect(stored).toBeGreaterThan(3000);
  }, 120_000);

  it('that is the number or name of a child is nowhere written down on its way', async () => {
    const rows = visits(60, (at) => (at % 9 === 4 ? `V${at},canary${at},soon,Home,x` : null));
    const { left } = await take(file(rows));
    expect(left.map(([name]) => name)).toContain('children.parquet');
    for (const [name, bytes] of left) expect(bytes.includes('canary'), name).toBe(false);
  });
});

const KNOWN = new Set(['C1', 'C2', 'C3']);

/** A cell as it is read: its line breaks made alike, and no NUL, with which no file is text. */
function asRead(cell: string): string {
  return cell.replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

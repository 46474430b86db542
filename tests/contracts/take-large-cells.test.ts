// Cells that hurt, in a large plain file: what comes of them is what comes of them in any other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, sameEitherWay, take, visits } from './either-way.js';

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

describe('a cell of a large file', () => {
  it('may have a byte order mark within, which is a space and hides no fault', async () => {
    const rows = ['V1,C1,\ufeffsoon,Home,x', 'V2,\ufeffC2,\ufeff01/02/2023,\ufeffHome,\ufeffx'];
    const { receipt } = await sameEitherWay(file(rows));
    expect(receipt).toMatchObject({ received: 2, accepted: 1, setAside: 1 });
  });

  it('whatever its cells hold, gives the same, in however many blocks', async () => {
    const cell = fc.oneof(
      fc.constantFrom(...HURTFUL),
      fc
        .string({ unit: 'grapheme', maxLength: 6 })
        .map((text) => text.replace(/["\t,\r\n\0\v\f]/g, '')),
    );
    const child = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('C1', 'C2', ' C3') }, cell);
    const row = fc
      .tuple(fc.oneof(fc.nat(400).map(String), cell), child, cell, cell, cell)
      .map((cells) => cells.join(','));
    const odd = fc.constantFrom('', ' ', ',,,,', 'V1,C1', 'V1,C1,,,,', 'V1,C1,,,,x,');
    const rows = fc.array(row, { minLength: 40, maxLength: 120 });
    const withOne = fc
      .tuple(rows, odd, rows)
      .map(([before, line, after]) => [...before, line, ...after]);
    const lines = fc.oneof({ weight: 4, arbitrary: rows }, withOne);
    const breaks = fc.constantFrom('\n', '\r\n');
    let blocks = 0;
    await fc.assert(
      fc.asyncProperty(
        lines,
        breaks,
        fc.integer({ min: 300, max: 2000 }),
        async (made, end, block) => {
          const { spools } = await sameEitherWay(file(made, end), { block });
          if (spools.length === 0) blocks += 1;
        },
      ),
      { numRuns: 40 },
    );
    expect(blocks).toBeGreaterThan(20);
  }, 120_000);

  it.each([1, 63, 64, 65, 200])(
    'has the same pseudonyms under a key of %i bytes',
    async (bytes) => {
      const key = 'ŵ'.repeat(bytes).slice(0, Math.floor(bytes / 2)) + 'k'.repeat(bytes % 2);
      expect(Buffer.byteLength(key)).toBe(bytes);
      const { receipt, delivery } = await sameEitherWay(file(visits(60)), { key });
      expect(receipt).toMatchObject({ accepted: 60 });
      expect(delivery).not.toBe((await sameEitherWay(file(visits(60)))).delivery);
    },
  );

  it('writes no number or name of a child down on its way, on either way', async () => {
    const rows = visits(60, (at) => (at % 9 === 4 ? `V${at},canary${at},soon,Home,x` : null));
    for (const large of [0, Number.POSITIVE_INFINITY]) {
      const { left } = await take(Buffer.from(file(rows)), large);
      expect(left.map(([name]) => name)).toContain('children.parquet');
      for (const [name, bytes] of left) {
        expect(bytes.includes('canary'), name).toBe(false);
      }
    }
  });
});

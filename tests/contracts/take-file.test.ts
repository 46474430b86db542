// A file of several blocks, taken in: its rows, its faults at their lines, and what it is refused for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { HEADING, file, keptOf, take, visits } from './visits-file.js';
import { readProblem } from '../problems/words.js';

describe('a file of several blocks', () => {
  it.each(['\n', '\r\n', '\r'])('is stored row by row, with line break %j', async (lineBreak) => {
    const { receipt, rows } = await take(file(visits(6000), lineBreak));
    expect(receipt).toMatchObject({ received: 6000, accepted: 6000, problems: [] });
    expect(rows).toEqual(visits(6000).map((row, at) => keptOf(row.split(','), at + 2)));
  });

  it.each([
    ['all accepted', () => null],
    ['some set aside', (at: number) => (at % 700 === 3 ? `V${at},C9,soon,Home,` : null)],
    ['some with an identifier met before', (at: number) => (at % 900 === 5 ? 'V0,C1,,,' : null)],
  ])('gives a delivery of the same bytes each time, its rows in order, %s', async (_, lineOf) => {
    // More than is held in memory on its way.
    const lines = file(visits(80_000, lineOf));
    const times = [await take(lines), await take(lines), await take(lines)];
    expect(times[0]?.delivery).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(times.map(({ delivery }) => delivery)).size).toBe(1);
    const numbers = (times[0]?.rows ?? []).map(([line]) => Number(line));
    expect(numbers).toHaveLength(times[0]?.receipt.accepted ?? Number.NaN);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  });

  it('knows a key met in another block, and the line that had it first', async () => {
    const { receipt } = await take(file(visits(6000, (at) => (at === 5990 ? 'V10,C1,,,' : null))));
    expect(receipt).toMatchObject({ accepted: 5999, setAside: 1 });
    expect(receipt.problems).toMatchObject([{ code: 'duplicate-id', line: 5992 }]);
    expect(readProblem(receipt.problems[0])?.what).toContain('line 12');
  });

  it('tells the same twenty faults, and counts the same others', async () => {
    const { receipt } = await take(
      file(
        visits(6000, (at) => {
          if (at % 500 === 3) return `V${at},C9,soon,Home,`;
          if (at % 300 === 7) return `V${at},,01/02/2023,Home,`;
          return at % 400 === 9 ? `V${at},C1,01/02/2023,Home,a,b,c` : null;
        }),
      ),
    );
    expect(receipt).toMatchObject({ received: 6000, accepted: 6000 - 12 - 20 - 15 });
    expect(receipt.problems.filter(({ code }) => code === 'blank')).toHaveLength(20);
    expect(receipt.problems.filter(({ code }) => code === 'bad-date')).toHaveLength(12);
    expect(receipt.problems.filter(({ code }) => code === 'ragged-row')).toHaveLength(15);
  });

  it('reports the first hundred ragged rows, wherever they are', async () => {
    const { receipt } = await take(file(visits(6000, (at) => (at % 20 === 19 ? 'V,C1' : null))));
    const ragged = receipt.problems.filter(({ code }) => code === 'ragged-row');
    expect(ragged).toHaveLength(101);
    expect(readProblem(ragged[100])?.what).toContain('200 rows more');
  });

  it('numbers lines as a spreadsheet does below titles, blank lines and multi-line cells', async () => {
    const rows = visits(6000, (at) => {
      if (at % 50 === 20) return '';
      if (at === 5995) return 'V5995,C1,soon,Home,';
      return at % 7 === 3 ? `V${at},C1,01/02/2023,Home,"a ""cell""\nof, two\n\nlines"` : null;
    });
    const { receipt } = await take(
      `sep=,\nVisits of a service\n\n${file([...rows, 'Total,,,,6000'])}`,
    );
    expect(receipt.problems.map(({ code, line }) => [code, line])).toEqual([
      ['totals-line', 6004],
      ['bad-date', 5999],
    ]);
  });

  it('has each row once, wherever a line is blank', async () => {
    for (const blank of [0, 1, 1500, 2999, 3000]) {
      const { receipt, rows } = await take(file(visits(3000).toSpliced(blank, 0, '')));
      expect(receipt.accepted).toBe(3000);
      expect(new Set(rows.map(([line]) => line)).has(blank + 2)).toBe(false);
    }
  });

  it('is refused with the reason, at its line', async () => {
    const stray = visits(6000, (at) => (at === 100 ? 'V100,C1,,,"an open quote' : null));
    expect((await take(file(stray))).receipt.problems).toMatchObject([{ code: 'unclosed-quote' }]);
    const cut = file(visits(6000)).slice(0, -40);
    expect((await take(cut)).receipt.problems).toMatchObject([{ code: 'cut-short', line: 6001 }]);
    const { receipt } = await take(file(visits(6000)).replace(HEADING, 'a,b,c,d,e'));
    expect(receipt.problems).toMatchObject([{ code: 'no-heading' }]);
  });

  it('may have quotes used in other ways', async () => {
    const inches = visits(6000, (at) => (at % 3 === 1 ? `V${at},C2,,School,a 12" rule` : null));
    expect((await take(file(inches))).receipt).toMatchObject({ accepted: 6000 });
  });

  it('may be written in Windows-1252', async () => {
    const rows = visits(6000, (at) => `V${at},C1,,Home,caf\u00e9 \u0096 th\u00ea`);
    const { receipt } = await take(Buffer.from(file(rows), 'latin1'));
    expect(receipt.files[0]?.report.encoding).toBe('Windows-1252');
  });

  it('whatever its lines hold, loses no record', async () => {
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('V1,C1,,,', 'V2,C2,01/02/2023,home,', 'V3,C3,,,x') },
      fc.constantFrom('', ' ', ',,,,', '"', '""', 'V4,C4,,,"', '"V5,C5","",,', 'V6,C6,,,"a\nb"'),
      fc.array(fc.constantFrom('"', ',', '\n', 'V7', ' ', '\r', '\t', 'ŵ'), { maxLength: 12 }),
    );
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const once = lines.map((each) => (typeof each === 'string' ? each : each.join('')));
        const text = once.join('\n').padEnd(20, ' ');
        const all = file(Array<string>(Math.ceil(150_000 / text.length)).fill(text));
        const { receipt } = await take(all);
        expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
        if (receipt.files[0]?.report.refused) return;
        whole += 1;
        expect(receipt.received).toBe(countRecords(all));
      }),
      { numRuns: 40 },
    );
    expect(whole).toBeGreaterThan(5);
  });
});

/** How many records below the heading hold anything, all of the text cut at once. */
function countRecords(text: string): number {
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter: ',' });
  return data.slice(1).filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
}

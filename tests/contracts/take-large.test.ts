// A large plain file checked by the database against the same file read as any other: nothing that comes of it differs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING, file, sameEitherWay, take, visits } from './either-way.js';

describe('a large file checked by the database', () => {
  it.each(['\n', '\r\n'])('gives the same delivery, with line break %j', async (lineBreak) => {
    const { receipt, delivery, spools } = await sameEitherWay(file(visits(6000), lineBreak));
    expect(spools).toHaveLength(0);
    expect(receipt).toMatchObject({ received: 6000, accepted: 6000, problems: [] });
    expect(delivery).not.toBeNull();
  });

  it('gives a delivery of the same bytes each time, by which it is known for the one before', async () => {
    const rows = visits(30_000, (at) => (at % 700 === 3 ? `V${at},C9,soon,Home,` : null));
    const bytes = Buffer.from(file(rows));
    const times = [await take(bytes, 0), await take(bytes, 0), await take(bytes, 0)];
    expect(times[0]?.delivery).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(times.map(({ delivery }) => delivery)).size).toBe(1);
    expect(times[0]?.spools).toHaveLength(0);
  });

  it('knows a key met in another part, and the line that had it first', async () => {
    const { receipt } = await sameEitherWay(
      file(visits(6000, (at) => (at === 5990 ? 'V10,C1,,,' : null))),
    );
    expect(receipt).toMatchObject({ accepted: 5999, setAside: 1 });
    expect(receipt.problems).toMatchObject([{ code: 'duplicate-id', line: 5992 }]);
    expect(receipt.problems[0]?.what).toContain('line 12');
  });

  it('tells the same twenty faults, and counts the same others', async () => {
    const { receipt } = await sameEitherWay(
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
    const { receipt } = await sameEitherWay(
      file(visits(6000, (at) => (at % 20 === 19 ? 'V,C1' : null))),
    );
    const ragged = receipt.problems.filter(({ code }) => code === 'ragged-row');
    expect(ragged).toHaveLength(101);
    expect(ragged[100]?.what).toContain('200 more');
  });

  it('numbers its lines below titles, blank lines and cells of several lines as a spreadsheet does', async () => {
    const rows = visits(6000, (at) => {
      if (at % 50 === 20) return '';
      if (at === 5995) return 'V5995,C1,soon,Home,';
      return at % 7 === 3 ? `V${at},C1,01/02/2023,Home,"a ""cell""\nof, two\n\nlines"` : null;
    });
    const { receipt } = await sameEitherWay(
      `sep=,\nVisits of a service\n\n${file([...rows, 'Total,,,,6000'])}`,
    );
    expect(receipt.problems.map(({ code, line }) => [code, line])).toEqual([
      ['totals-line', 6004],
      ['bad-date', 5999],
    ]);
  });

  it('has each row once, whatever the length of its first lines, and wherever a line is blank', async () => {
    const [short, long] = [`V1,C1,,,`, `V2,C2,01/02/2023,Home,${'gwelwyd '.repeat(30)}`];
    const rows = (lines: readonly string[]): string[] =>
      lines
        .flatMap((each) => Array.from({ length: 30 }, () => each))
        .map((each, at) => each.replace(/^V\d/, `V${at}`));
    for (const lines of [
      [short, long],
      [long, short],
      [short, long, short],
      [long, long],
    ]) {
      const { receipt } = await sameEitherWay(file(rows(lines)), { block: 600 });
      expect(receipt.received).toBe(lines.length * 30);
    }
    // At either end, and about where the database's two stretches meet.
    for (const blank of [0, 1, 5, 6, 7, 8, 9, 12])
      await sameEitherWay(file(visits(12).toSpliced(blank, 0, '')));
  });

  it('is refused for the same reason, at the same line', async () => {
    const stray = visits(6000, (at) => (at === 100 ? 'V100,C1,,,"an open quote' : null));
    expect((await sameEitherWay(file(stray))).receipt.problems).toMatchObject([
      { code: 'unclosed-quote' },
    ]);
    const cut = file(visits(6000)).slice(0, -40);
    expect((await sameEitherWay(cut)).receipt.problems).toMatchObject([
      { code: 'cut-short', line: 6001 },
    ]);
    const { receipt } = await sameEitherWay(file(visits(6000)).replace(HEADING, 'a,b,c,d,e'));
    expect(receipt.problems).toMatchObject([{ code: 'no-heading' }]);
  });

  it('may have quotes that are used otherwise', async () => {
    const inches = visits(6000, (at) => (at % 3 === 1 ? `V${at},C2,,School,a 12" rule` : null));
    expect((await sameEitherWay(file(inches))).receipt).toMatchObject({ accepted: 6000 });
  });

  it('may be written in Windows-1252', async () => {
    const rows = visits(6000, (at) => `V${at},C1,,Home,caf\u00e9 \u0096 th\u00ea`);
    const { receipt } = await sameEitherWay(Buffer.from(file(rows), 'latin1'));
    expect(receipt.files[0]?.reading.encoding).toBe('Windows-1252');
  });

  it('may be small, or without a line break to cut at', async () => {
    await sameEitherWay(file(visits(3)));
    await sameEitherWay(file(visits(6000), '\r'));
  });

  it('whatever its lines hold, gives the same', async () => {
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('V1,C1,,,', 'V2,C2,01/02/2023,home,', 'V3,C3,,,x') },
      fc.constantFrom('', ' ', ',,,,', '"', '""', 'V4,C4,,,"', '"V5,C5","",,', 'V6,C6,,,"a\nb"'),
      fc.array(fc.constantFrom('"', ',', '\n', 'V7', ' ', '\r', '\t', 'ŵ'), { maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const once = lines.map((each) => (typeof each === 'string' ? each : each.join('')));
        const text = once.join('\n').padEnd(20, ' ');
        const repeats = Math.ceil(250_000 / text.length);
        await sameEitherWay(file(Array<string>(repeats).fill(text)));
      }),
      { numRuns: 8 },
    );
  });
});

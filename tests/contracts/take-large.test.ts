// A large plain file checked by the database against the same file read as any other: nothing that comes of it differs.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../pipeline/receipt.js';
import { takeIn } from '../../pipeline/take-in.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { emptyFolder, listing } from '../deliveries/folder.js';
import { contractFrom, PLACES, TODAY } from './sample.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: { child_id: { type: 'child', required: true }, note: { type: 'text' } },
});
const VISITS = contractFrom('visits', {
  key: 'visit_id',
  tolerance: 1_000_000,
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
    seen_on: { type: 'date' },
    place: { type: 'code', codes: 'place' },
    note: { type: 'text' },
  },
});

let database: Connection;
beforeAll(async () => {
  database = await openForBuilding(':memory:');
});
afterAll(() => {
  database.close();
});

interface Came {
  readonly receipt: Receipt;
  /** The hash of the delivery that its accepted rows would be; null when it stopped. */
  readonly delivery: string | null;
  /** The files that its rows went through. */
  readonly spools: readonly string[];
}

async function take(bytes: Buffer, large: number): Promise<Came> {
  const folder = emptyFolder();
  const children = { extract: 'children', path: join(folder, 'c.csv'), name: 'children.csv' };
  const visits = { extract: 'visits', path: join(folder, 'v.csv'), name: 'visits.csv' };
  writeFileSync(children.path, 'child_id,note\nC1,\nC2,\nC3,\n');
  writeFileSync(visits.path, bytes);
  const { receipts, parquets } = await takeIn([CHILDREN, VISITS], [children, visits], {
    codes: new Map([['place', PLACES]]),
    today: TODAY,
    key: 'a key of forty characters for the tests.',
    tolerance: {},
    database,
    room: folder,
    large,
    progress: () => undefined,
  });
  const parquet = parquets.get('visits');
  const [, receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  return {
    receipt,
    delivery:
      parquet === undefined
        ? null
        : createHash('sha256').update(readFileSync(parquet)).digest('hex'),
    spools: listing(folder).filter((name) => /^visits-.*accepted/.test(name)),
  };
}

/** What came of a file read in one, after making sure that in parts the same comes of it. */
async function sameEitherWay(text: string | Buffer): Promise<Came> {
  const bytes = Buffer.from(text);
  const asAny = await take(bytes, Number.POSITIVE_INFINITY);
  const asLarge = await take(bytes, 0);
  expect(asLarge.receipt).toEqual(asAny.receipt);
  expect(asLarge.delivery).toBe(asAny.delivery);
  return asLarge;
}

const HEADING = 'visit_id,child_id,seen_on,place,note';

/** Long enough, at some 40 characters a row, for three parts. */
function visits(rows: number, lineOf: (at: number) => string | null = () => null): string[] {
  return Array.from({ length: rows }, (_, at) => {
    return lineOf(at) ?? `V${at},C${1 + (at % 3)},01/02/2023,Home,gwelwyd gartref ŵŷ`;
  });
}

function file(rows: readonly string[], lineBreak = '\n'): string {
  return [HEADING, ...rows].join(lineBreak) + lineBreak;
}

describe('a large file checked by the database', () => {
  it.each(['\n', '\r\n'])('gives the same delivery, with line break %j', async (lineBreak) => {
    const { receipt, delivery, spools } = await sameEitherWay(file(visits(6000), lineBreak));
    expect(spools).toHaveLength(0);
    expect(receipt).toMatchObject({ received: 6000, accepted: 6000, problems: [] });
    expect(delivery).not.toBeNull();
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
    expect(receipt.problems.map(({ code, line }) => [code, line])).toEqual(
      [
        ['blank', 6004],
        ['bad-date', 5999],
      ].sort((one, other) => Number(one[1]) - Number(other[1])),
    );
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

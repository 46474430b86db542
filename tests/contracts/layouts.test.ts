// One table written in every way that systems write tables: the same is accepted, and every record is counted, by itself.
import { afterAll, describe, expect, it } from 'vitest';
import { countRecords } from '../extracts/count-records.js';
import { taken, takenEitherWay } from './alone.js';
import { contractFrom, PLACES } from './sample.js';

const VISITS = contractFrom('visits', {
  key: 'visit_id',
  tolerance: 1_000_000,
  columns: {
    visit_id: { type: 'id', required: true },
    seen_on: { type: 'date', required: true },
    place: { type: 'code', codes: 'place' },
    note: { type: 'text' },
  },
});
const CODES = new Map([['place', PLACES]]);
const HEADING = ['visit_id', 'seen_on', 'place', 'note'];

interface Layout {
  readonly delimiter: string;
  readonly newline: string;
  readonly encode: (text: string) => Buffer;
  readonly above: readonly string[];
  /** Whether cells are quoted, some with line breaks in them. */
  readonly quoted: boolean;
  /** Whether some rows have too few cells: then the reader of any file goes through all. */
  readonly ragged: boolean;
}

const PLAIN: Layout = {
  ...{ delimiter: ',', newline: '\n', above: [], quoted: false, ragged: true },
  encode: (text) => Buffer.from(text),
};
const big = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** Each thing that the demand names, alone; and some together. */
const LAYOUTS: Readonly<Record<string, Partial<Layout>>> = {
  'UTF-8': {},
  'UTF-8 with its mark': { encode: (text) => Buffer.from(`\ufeff${text}`) },
  'UTF-16 with its mark': { encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  'UTF-16 without it': { encode: (text) => Buffer.from(text, 'utf16le') },
  'UTF-16, the high byte first': { encode: big },
  'Windows-1252': { encode: (text) => Buffer.from(text.replaceAll('ŷ', 'ÿ'), 'latin1') },
  semicolons: { delimiter: ';' },
  tabs: { delimiter: '\t' },
  pipes: { delimiter: '|' },
  'a sep= line': { delimiter: ';', above: ['sep=;'] },
  'CR and LF': { newline: '\r\n' },
  'CR alone': { newline: '\r' },
  'titles and a blank line above': { above: ['Visits', 'Run on 1 April 2023', ''] },
  'quoted line breaks': { quoted: true },
  'much at once': {
    ...{ delimiter: ';', newline: '\r\n', above: ['sep=;', 'Visits', ''], quoted: true },
    encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  },
};

/** Rows of which some are refused: a date that is none, no identifier, one there before, a cell too few. */
function rowsOf(count: number, { quoted, ragged }: Layout): string[][] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 97 === 5) return [`V${at}`, 'soon', 'Home', ''];
    if (at % 89 === 7) return ['', '01/02/2023', 'Home', 'x'];
    if (at % 83 === 9) return [`V${at - 1}`, '01/02/2023', 'Home', 'x'];
    if (ragged && at % 79 === 11) return [`V${at}`, '01/02/2023'];
    const note = quoted && at % 5 === 2 ? '"dwy\nlinell, ""tŷ"""' : 'gwelwyd yn y tŷ';
    return [`V${at}`, '01/02/2023', 'Home', note];
  });
}

function written(layout: Layout, count: number): { bytes: Buffer; records: number } {
  const { delimiter, newline, above, encode } = layout;
  const rows = rowsOf(count, layout).map((cells) => cells.join(delimiter));
  const text = [...above, HEADING.join(delimiter), ...rows, ''].join(newline);
  return { bytes: encode(text), records: countRecords(text, delimiter, 'visit_id') };
}

/** In bytes: a little more than a large file has. */
const LARGER = 4_400_000;

/** How many bytes a row takes, about. */
function byteWidth(layout: Layout): number {
  const rows = 1000;
  return written(layout, rows).bytes.length / rows;
}

let [files, conserved] = [0, 0];
afterAll(() => {
  process.stdout.write(`layouts: ${files} files read, ${conserved} rows conserved\n`);
});

describe.each(Object.entries(LAYOUTS))('a table in %s', (_, own) => {
  const layout = { ...PLAIN, ...own };

  it('has every record accepted or set aside, however it is read', async () => {
    const { bytes, records } = written(layout, 1000);
    const { receipt } = await takenEitherWay(VISITS, bytes, CODES);
    expect(records).toBe(1000);
    expect(receipt).toMatchObject({ received: 1000, stopped: false, setAside: 11 + 12 + 12 + 13 });
    expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
    files += 1;
    conserved += records;
  });
});

/** Whether the database cuts a large file of that layout; what it does not cut it leaves to the reader of any file. */
const CUT: readonly (readonly [string, boolean, Partial<Layout>])[] = [
  ['UTF-8', true, {}],
  ['UTF-8 with its mark, CR and LF', true, { newline: '\r\n', ...LAYOUTS['UTF-8 with its mark'] }],
  ['semicolons below titles', true, { delimiter: ';', above: ['Visits', ''] }],
  ['tabs', true, { delimiter: '\t' }],
  ['UTF-16', false, { ...LAYOUTS['UTF-16 with its mark'] }],
  ['Windows-1252', false, { ...LAYOUTS['Windows-1252'] }],
  ['quoted line breaks', false, { quoted: true }],
  ['CR alone', false, { newline: '\r' }],
];

describe('a file of sound lines, taken for a large one', () => {
  it.each(CUT)('%s, cut by the database: %s', async (_, isCut, own) => {
    const { bytes, records } = written({ ...PLAIN, ragged: false, ...own }, 1000);
    const { receipt, cut } = await takenEitherWay(VISITS, bytes, CODES);
    expect(cut).toBe(isCut);
    expect(receipt).toMatchObject({ received: records, stopped: false });
    files += 1;
    conserved += records;
  });
});

describe('a file above the size from which the database reads', () => {
  it.each(CUT.filter(([name]) => ['UTF-8', 'quoted line breaks'].includes(name)))(
    '%s, cut by it: %s',
    async (_, isCut, own) => {
      const layout = { ...PLAIN, ragged: false, ...own };
      const { bytes, records } = written(layout, Math.ceil(LARGER / byteWidth(layout)));
      expect(bytes.length).toBeGreaterThan(4_100_000);
      const { receipt, cut } = await taken(VISITS, bytes, CODES);
      expect(cut).toBe(isCut);
      expect(receipt.received).toBe(records);
      expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
      // What it does not cut it leaves to the reader of any file.
      if (isCut) {
        const small = await taken(VISITS, bytes, CODES, Number.POSITIVE_INFINITY);
        expect(receipt).toEqual(small.receipt);
      }
      files += 1;
      conserved += records;
    },
  );
});

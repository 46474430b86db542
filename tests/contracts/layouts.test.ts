// One table written in every way that systems write tables: the same is accepted, and every record is counted, by itself.
import { afterAll, describe, expect, it } from 'vitest';
import { countRecords } from '../extracts/count-records.js';
import { taken } from './alone.js';
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
}

const PLAIN: Layout = {
  ...{ delimiter: ',', newline: '\n', above: [], quoted: false },
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
function rowsOf(count: number, { quoted }: Layout): string[][] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 97 === 5) return [`V${at}`, 'soon', 'Home', ''];
    if (at % 89 === 7) return ['', '01/02/2023', 'Home', 'x'];
    if (at % 83 === 9) return [`V${at - 1}`, '01/02/2023', 'Home', 'x'];
    if (at % 79 === 11) return [`V${at}`, '01/02/2023'];
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

let [files, conserved] = [0, 0];
afterAll(() => {
  process.stdout.write(`layouts: ${files} files read, ${conserved} rows conserved\n`);
});

describe.each(Object.entries(LAYOUTS))('a table in %s', (_, own) => {
  const layout = { ...PLAIN, ...own };

  it('has every record accepted or set aside', async () => {
    const { bytes, records } = written(layout, 1000);
    const receipt = await taken(VISITS, bytes, CODES);
    expect(records).toBe(1000);
    expect(receipt).toMatchObject({ received: 1000, blocked: false, setAside: 11 + 12 + 12 + 13 });
    expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
    files += 1;
    conserved += records;
  });
});

describe('a table of many blocks', () => {
  it.each(['UTF-8', 'UTF-16 with its mark', 'Windows-1252', 'CR alone', 'much at once'])(
    'in %s, has every record too',
    async (name) => {
      const { bytes, records } = written({ ...PLAIN, ...LAYOUTS[name] }, 50_000);
      const receipt = await taken(VISITS, bytes, CODES);
      expect(bytes.length).toBeGreaterThan(1_500_000);
      expect(receipt).toMatchObject({ received: records, blocked: false });
      expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
      files += 1;
      conserved += records;
    },
  );
});

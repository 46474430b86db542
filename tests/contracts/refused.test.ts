// What cannot be read for certain: refused with the reason, at its line.
import { describe, expect, it } from 'vitest';
import { taken } from './alone.js';
import { contractFrom } from './sample.js';

const VISITS = contractFrom('visits', {
  key: 'visit_id',
  // However many rows a service lets be set aside, these stop it.
  tolerance: 1_000_000,
  columns: {
    visit_id: { type: 'id', required: true, headings: ['Visit ref'] },
    seen_on: { type: 'date', required: true },
    note: { type: 'text', optional: true },
  },
});
const HEADING = 'visit_id,seen_on,note';
const ROW = (at: number): string => `V${at},01/02/2023,SECRET`;

/** Two thousand sound rows, some of them changed. */
function file(changed: Readonly<Record<number, string>> = {}, heading = HEADING): string {
  const rows = Array.from({ length: 2000 }, (_, at) => changed[at] ?? ROW(at));
  return [heading, ...rows, ''].join('\n');
}

const mixed = Buffer.concat([
  Buffer.from(file({ 3: 'V3,01/02/2023,SECRET – ŷ' })),
  Buffer.from([0x56, 0x39, 0x2c, 0x96, 0x0a]),
]);

describe('an extract is rejected as a whole, although rows may be set aside, for', () => {
  it.each<[string, string | Buffer, string, number | undefined]>([
    ['mixed encodings', mixed, 'unreadable-text', undefined],
    ['an American date', file({ 1500: 'V1500,02/13/2023,SECRET' }), 'american-date', 1502],
    [
      'an American date with its time',
      file({ 7: 'V7,2/13/2023 12:00:00 AM,SECRET' }),
      'american-date',
      9,
    ],
    ['a file cut short', file().slice(0, -20), 'cut-short', 2001],
    ['a quote that swallows lines', file({ 9: 'V9,01/02/2023,"SECRET' }), 'unclosed-quote', 11],
    [
      'a quote that closes lines later',
      file({ 9: 'V9,01/02/2023,"SECRET', 12: 'V12,01/02/2023,SECRET"' }),
      'unclosed-quote',
      11,
    ],
    ['two headings alike', file({}, 'visit_id,Visit ref,seen_on'), 'duplicate-heading', 1],
    ['one heading twice', file({}, 'visit_id,seen_on,seen_on'), 'duplicate-heading', 1],
    ['a Cyrillic letter in a heading', file({}, 'visit_id,sееn_on,note'), 'foreign-letter', 1],
    ['one in a heading that may be absent', file({}, 'visit_id,seen_on,nоte'), 'foreign-letter', 1],
    ['an accent in a heading', file({}, 'visit_id,seen_on,noté'), 'foreign-letter', 1],
    ['a hidden letter in a heading', file({}, 'visit_id,seen\u00ad_on,note'), 'foreign-letter', 1],
    [
      'a column missing',
      file({}, 'visit_id,seen on,Nobody').replace('seen on', 'seen'),
      'no-heading',
      undefined,
    ],
    ['more columns than any extract', file({}, HEADING + ',x'.repeat(500)), 'too-large', 1],
  ])('%s', async (_, bytes, code, line) => {
    const receipt = await taken(VISITS, bytes);
    const found = receipt.problems.filter((each) => each.code === code);
    expect(receipt.problems.map((each) => each.code)).toContain(code);
    expect(found[0]).toMatchObject({ kind: 'data', ...(line === undefined ? {} : { line }) });
    expect(found[0]?.file).toBe('visits.csv');
    expect(receipt.blocked).toBe(true);
    expect(receipt.received).toBe(receipt.accepted + receipt.setAside);
    expect(JSON.stringify(receipt.problems)).not.toContain('SECRET');
  });

  it('a damaged identifier: its row is set aside, and nothing of it is told', async () => {
    const receipt = await taken(VISITS, file({ 1: '1.23E+12,01/02/2023,SECRET' }));
    expect(receipt).toMatchObject({ received: 2000, accepted: 1999, setAside: 1 });
    expect(receipt.problems).toMatchObject([{ code: 'bad-id', line: 3, column: 'visit_id' }]);
    expect(JSON.stringify(receipt.problems)).not.toContain('1.23E');
  });

  it('a Welsh heading with decomposed accents is the same heading', async () => {
    const contract = contractFrom('visits', {
      key: 'visit_id',
      columns: { visit_id: { type: 'id' }, place: { type: 'text', headings: ['Tŷ'] } },
    });
    const receipt = await taken(contract, `visit_id,${'Tŷ'.normalize('NFD')}\nV1,x\n`);
    expect(receipt).toMatchObject({ accepted: 1, blocked: false, problems: [] });
  });
});

describe('total lines', () => {
  const strict = contractFrom('visits', {
    key: 'visit_id',
    tolerance: 0,
    columns: { visit_id: { type: 'id', required: true }, minutes: { type: 'number' } },
  });
  const text = (...below: string[]): string =>
    ['visit_id,minutes', 'V1,5', 'V2,6', ...below, ''].join('\n');

  it.each([
    ['Total,11'],
    ['TOTAL:,11'],
    ['Grand total,"1,234.50"'],
    ['Cyfanswm,11'],
    ['Total records: 2'],
    ['(2 rows affected)'],
    ['2 o gofnodion'],
    [',Total'],
  ])('%s is received, set aside and told, and stops nothing', async (line) => {
    const receipt = await taken(strict, text('', line));
    expect(receipt).toMatchObject({ received: 3, accepted: 2, setAside: 1, blocked: false });
    expect(receipt.problems).toMatchObject([{ kind: 'note', code: 'totals-line', line: 5 }]);
  });

  it('may be several, and the file may end with the last of them', async () => {
    const receipt = await taken(strict, text('Subtotal,11', 'Total,11').trimEnd());
    expect(receipt).toMatchObject({ received: 4, accepted: 2, setAside: 2, blocked: false });
  });

  it('may stand among the records, and are never one of them', async () => {
    const receipt = await taken(strict, text('Total,11', 'V3,7', 'Total,7'));
    expect(receipt).toMatchObject({ received: 5, accepted: 3, setAside: 2, blocked: false });
    expect(receipt.problems.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('are not what only begins like one, or holds more than numbers', async () => {
    const receipt = await taken(strict, text('Totality,7', 'Total Training,Cardiff'));
    expect(receipt).toMatchObject({ received: 4, accepted: 3, setAside: 1, blocked: true });
    expect(receipt.problems).toMatchObject([{ code: 'bad-number', line: 5 }]);
  });

  it('are counted all, however many, and told a hundred times', async () => {
    const receipt = await taken(strict, text(...Array<string>(300).fill('Total,1')));
    expect(receipt).toMatchObject({ received: 302, accepted: 2, setAside: 300, blocked: false });
    expect(receipt.problems).toHaveLength(100);
  });
});

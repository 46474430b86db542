import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CFB, utils, write, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test, vi } from 'vitest';
import type { ProblemError } from '../../pipeline/domain/problem.js';
import { serialDay } from '../../pipeline/extracts/cells.js';
import { RowCounter } from '../../pipeline/extracts/row-counts.js';
import { readWorkbook } from '../../pipeline/extracts/workbook.js';
import { collectBytes } from './collect.js';
import { makeZip } from './zip-made.js';

// A thread for each workbook: compiled, it starts in a third of the time.
vi.mock('../../pipeline/domain/thread-module.js', () => ({
  workerUrl: (here: string, name: string): URL =>
    new URL(`./${name}.js`, here.replace('/pipeline/', '/dist/pipeline/')),
}));

const HEADING = ['outcome_id', 'child_id', 'Outcome date'];

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

function sheetOf(...rows: unknown[][]): WorkSheet {
  return utils.aoa_to_sheet([HEADING, ...rows]);
}

function read(book: WorkBook) {
  return collectBytes('outcomes.xlsx', write(book, { type: 'buffer' }) as Buffer);
}

/** The little of the zip reader's untyped interface that is used here. */
interface Unzip {
  read(
    bytes: Buffer,
    options: { type: 'buffer' },
  ): { FullPaths: string[]; FileIndex: { content?: Uint8Array; type: number }[] };
}

/** The parts of a workbook, by their paths in its zip. */
function partsOf(workbook: Buffer): Record<string, Buffer> {
  const zip = (CFB as Unzip).read(workbook, { type: 'buffer' });
  const parts: Record<string, Buffer> = {};
  zip.FullPaths.forEach((path, index) => {
    const { content, type } = zip.FileIndex[index] ?? { type: 0 };
    const name = path.replace('Root Entry/', '');
    if (type === 2 && content && !name.includes('Sh33tJ5')) parts[name] = Buffer.from(content);
  });
  return parts;
}

function dated(v: number, z: string): CellObject {
  return { t: 'n', v, z };
}

test('cells come out as the text that a CSV of them would hold', async () => {
  const sheet = sheetOf(
    ['000123', 123, dated(45351, 'dd/mm/yyyy')],
    [true, 0.1, dated(45292.5, 'dd/mm/yyyy hh:mm')],
    [false, 12_345_678_901, dated(0.5, 'hh:mm')],
    ['line1\r\nline2', dated(123, '000000'), dated(-1, 'dd/mm/yyyy')],
    ['Tŷ – Ŵyn', dated(0.0000001, '0.00'), { t: 'e', v: 42 }],
  );
  const { rows, problems, encoding, format } = await read(bookOf({ Sheet1: sheet }));
  expect(problems).toEqual([]);
  expect([encoding, format]).toEqual(['workbook', 'xlsx']);
  expect(rows.map((row) => row.cells)).toEqual([
    ['000123', '123', '2024-02-29'],
    ['yes', '0.1', '2024-01-01 12:00:00'],
    ['no', '12345678901', '0.5'],
    ['line1\nline2', '000123', '-1'],
    ['Tŷ – Ŵyn', '0.0000001', '#N/A'],
  ]);
});

test('a workbook of the 1904 system has its dates four years and a day later', async () => {
  const book = bookOf({ Sheet1: sheetOf(['1', 'C1', dated(40210, 'dd/mm/yyyy')]) });
  book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
  expect((await read(book)).rows[0]?.cells[2]).toBe('2014-02-02');
});

describe('serial dates', () => {
  const [, ...vectors] = readFileSync(new URL('excel_serial_dates.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

  test.each(vectors)('%s is %s, or %s in the 1904 system', (serial, day1900, day1904) => {
    expect(serialDay(Number(serial), false) ?? '').toBe(day1900);
    expect(serialDay(Number(serial), true) ?? '').toBe(day1904);
  });

  test('the day that 1900 never had is none', () => {
    expect(serialDay(60, false)).toBeNull();
  });
});

test('blank rows, titles and hidden rows keep the numbers that Excel shows', async () => {
  const sheet = utils.aoa_to_sheet([['Report'], [], HEADING, ['1', 'C1'], [], ['2', '', 'x']]);
  sheet['!rows'] = [{}, {}, {}, {}, {}, { hidden: true }];
  const { headingLine, rows } = await read(bookOf({ Sheet1: sheet }));
  expect(headingLine).toBe(3);
  expect(rows).toEqual([
    { line: 4, cells: ['1', 'C1', ''] },
    { line: 6, cells: ['2', '', 'x'] },
  ]);
});

test('merged titles above the heading are no heading, and a total below is no row', async () => {
  const titles = ['Outcomes recorded, 1 April to 30 June 2024'];
  const sheet = utils.aoa_to_sheet([titles, ['Exampleshire'], HEADING, ['1', 'C1'], ['Total', 1]]);
  const across = (r: number, to: number) => ({ s: { r, c: 0 }, e: { r: to, c: 2 } });
  sheet['!merges'] = [across(0, 0), across(1, 1)];
  const reading = await read(bookOf({ Sheet1: sheet }));
  expect(reading.headingLine).toBe(3);
  expect(reading.rows).toEqual([{ line: 4, cells: ['1', 'C1', ''] }]);
  expect(reading.problems).toMatchObject([{ code: 'totals-line', line: 5 }]);
});

test('a cell beyond the heading makes its row ragged', async () => {
  const reading = await read(
    bookOf({ Sheet1: sheetOf(['1', 'C1', 'x', 'more'], ['2', 'C2', 'x']) }),
  );
  expect(reading.problems).toMatchObject([{ code: 'ragged-row', line: 2 }]);
  expect([reading.received, reading.ragged, reading.rows.length]).toEqual([2, 1, 1]);
});

describe('which sheet', () => {
  const right = sheetOf(['right', 'C1', 'x']);
  const wrong = utils.aoa_to_sheet([['wrong', 'C1', 'x']]);

  test('the one named as the extract', async () => {
    const { rows } = await read(bookOf({ Notes: wrong, Outcomes: right }));
    expect(rows[0]?.cells[0]).toBe('right');
  });

  test('else the only one that is not hidden', async () => {
    const book = bookOf({ Outcomes: wrong, Data: right, Old: wrong });
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 2 }] };
    expect((await read(book)).rows[0]?.cells[0]).toBe('right');
  });

  test('else a person must say', async () => {
    expect((await read(bookOf({ Data: right, Notes: wrong }))).codes).toEqual(['which-sheet']);
  });
});

test('a number that Excel has shortened is refused, at its row', async () => {
  const { problems } = await read(bookOf({ Sheet1: sheetOf([12345678901234567000, 'C1', 'x']) }));
  expect(problems).toMatchObject([{ code: 'lost-digits', line: 2 }]);
});

test('a formula whose result was never stored is refused; a stored zero is not', async () => {
  const sheet = sheetOf(['1', 'C1', { t: 'n', v: 0, f: 'A2-1' }]);
  const stored = write(bookOf({ Sheet1: sheet }), { type: 'buffer', compression: false }) as Buffer;
  expect((await collectBytes('outcomes.xlsx', stored)).rows[0]?.cells[2]).toBe('0');
  const blank = Buffer.from(stored.toString('latin1').replace('<v>0</v>', '<v></v> '), 'latin1');
  expect((await collectBytes('outcomes.xlsx', blank)).codes).toEqual(['uncalculated-formula']);
});

test('a cell far from the records is refused and not walked to', async () => {
  const wide = sheetOf(['1', 'C1', 'x']);
  utils.sheet_add_aoa(wide, [['far']], { origin: 'XFD2' });
  expect((await read(bookOf({ Sheet1: wide }))).codes).toEqual(['too-large']);
  const deep = sheetOf(['1', 'C1', 'x'], ['far']);
  const parts = partsOf(write(bookOf({ Sheet1: deep }), { type: 'buffer' }) as Buffer);
  const sheet = 'xl/worksheets/sheet1.xml';
  // Moved in its text: the library that writes it would walk there itself.
  const moved = String(parts[sheet]).replace('"A3"', '"A1048576"').replace('r="3"', 'r="1048576"');
  const far = makeZip({ ...parts, [sheet]: Buffer.from(moved) });
  expect((await collectBytes('outcomes.xlsx', far)).rows.map((row) => row.line)).toEqual([
    2, 1_048_576,
  ]);
});

test('no heading, and no cell at all', async () => {
  expect((await read(bookOf({ Sheet1: utils.aoa_to_sheet([['a', 'b']]) }))).codes).toEqual([
    'no-heading',
  ]);
  expect((await read(bookOf({ Sheet1: utils.aoa_to_sheet([]) }))).codes).toEqual(['empty-file']);
});

describe('what is no workbook, or a trap', () => {
  const bytes = write(bookOf({ Sheet1: sheetOf(['1', 'C1', 'x']) }), { type: 'buffer' }) as Buffer;
  const parts = partsOf(bytes);
  const many = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, n) => [`p${n}`, Buffer.alloc(0)]),
  );

  test.each<[string, string, Buffer]>([
    ['text', 'unreadable-file', Buffer.from('child_id,dob\nC1,x\n')],
    ['a workbook cut short', 'unreadable-file', bytes.subarray(0, -30)],
    ['a zip of something else', 'unreadable-file', makeZip({ 'a.txt': Buffer.from('a') })],
    [
      'one with a password',
      'unreadable-file',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
    ],
    ['a bomb', 'unsafe-workbook', makeZip({ 'xl/a.xml': Buffer.alloc(50_000_000) })],
    [
      'more than 300 MB',
      'unsafe-workbook',
      makeZip({ 'xl/a.xml': randomBytes(2_000_000) }, { 'xl/a.xml': 300_000_001 }),
    ],
    ['ten thousand parts', 'unsafe-workbook', makeZip(many)],
    [
      'a bomb that says it is small',
      'unreadable-file',
      makeZip({ ...parts, 'xl/a.xml': Buffer.alloc(50_000_000) }, { 'xl/a.xml': 1000 }),
    ],
  ])('%s is refused as %s', async (_, code, content) => {
    const reading = await collectBytes('outcomes.xlsx', content);
    expect(reading.codes).toEqual([code]);
    expect(reading.refused).toBe(true);
  });

  test.each([
    ['time', { time: 1, memory: 512 }],
    ['memory', { time: 60_000, memory: 8 }],
  ])('one that takes more %s than it may is refused as too large', async (_, limits) => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`O${at}`, `C${at}`, `text ${at}`]);
    const book = write(bookOf({ Sheet1: sheetOf(...rows) }), { type: 'buffer' }) as Buffer;
    const file = { extract: 'outcomes', path: '', name: 'outcomes.xlsx' };
    const sink = { handleHeading: () => undefined, handleRow: () => undefined };
    const intake = new RowCounter(file.name, sink);
    const refused = await readWorkbook(file, book, () => true, intake, limits).catch(
      (error: unknown) => error,
    );
    expect((refused as ProblemError).problems).toMatchObject([{ code: 'too-large', kind: 'data' }]);
  });

  test('a row past the last that Excel has is refused, and none is made up before it', async () => {
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? Buffer.alloc(0);
    const far = sheet
      .toString()
      .replace('</sheetData>', '<row r="2000000"><c r="A2000000"><v>1</v></c></row></sheetData>')
      .replace(/<dimension[^>]*>/, '<dimension ref="A1:C2000000"/>');
    const made = makeZip({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.from(far) });
    expect((await collectBytes('outcomes.xlsx', made)).codes).toEqual(['too-large']);
  });

  test('the same parts, telling the truth, are a workbook', async () => {
    expect((await collectBytes('outcomes.xlsx', makeZip(parts))).rows).toHaveLength(1);
  });

  test('a workbook under the name of a CSV file says so', async () => {
    expect((await collectBytes('outcomes.csv', bytes)).codes).toEqual(['unreadable-file']);
  });
});

// The workbook of a pack: the figures of figures.csv, value for value, in a file that the linter finds nothing in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { readXlsx, writeXlsx, type WriteOptions, type WriteSheet } from 'hucre';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { loadFigureWords } from '../../pipeline/figures/words.js';
import type { FigureRow } from '../../pipeline/publish/figures-table.js';
import { MARKS, NUMBER_COLUMNS, TABLE_COLUMNS } from '../../pipeline/workbook/table-rows.js';
import { writeWorkbook, type WorkbookInput } from '../../pipeline/workbook/workbook.js';
import { removeServices } from '../end-to-end/service.js';
import { sharedPack } from '../end-to-end/shared.js';
import { lintWorkbook } from './lint-workbook.js';

const EDITIONS = ['board', 'public'];
const LANGUAGES = ['en', 'cy'];

let folder: string;
beforeAll(async () => {
  folder = join((await sharedPack('demonstration')).out, '2022-23-q4');
}, 240_000);
afterAll(removeServices);

function readPack(edition: string, language: string): Buffer {
  return readFileSync(join(folder, edition, `pack.${language}.xlsx`));
}

/** The rows of the sheets of figures, by another reader than the library that wrote them. */
function readTables(bytes: Buffer): Record<string, unknown>[] {
  const { SheetNames: names, Sheets: sheets } = read(bytes, { cellDates: true, UTC: true });
  return names.slice(3).flatMap((name) => {
    const sheet = sheets[name];
    const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, UTC: true }) : [];
    return rows
      .slice(4)
      .map((row) => Object.fromEntries(TABLE_COLUMNS.map((key, at) => [key, row[at]])));
  });
}

type FiguresRow = Readonly<Record<string, string>>;

function readFigures(edition: string): FiguresRow[] {
  const text = readFileSync(join(folder, edition, 'figures.csv'), 'utf8');
  return Papa.parse<FiguresRow>(text, { header: true, skipEmptyLines: true }).data;
}

/** What figures.csv has of a row as the workbook must show it: a number, or the mark of the row's status. */
function expectNumbers(row: FiguresRow): unknown[] {
  const mark =
    row['status'] === 'hidden'
      ? MARKS.hidden
      : row['status'] === 'shown'
        ? MARKS.notApplicable
        : MARKS.noData;
  return [
    ...[row['measure'], row['window_start'], row['window_end']],
    ...NUMBER_COLUMNS.map((column) => (row[column] ? Number(row[column]) : mark)),
  ];
}

describe.each(EDITIONS.flatMap((edition) => LANGUAGES.map((language) => [edition, language])))(
  'the workbook of the %s edition, %s',
  (edition = '', language = '') => {
    it('has each row of figures.csv once, value for value, with a mark where there is no number', () => {
      const found = readTables(readPack(edition, language)).map((row) => [
        row['measure'],
        ...[row['starts'], row['ends']].map((day) => (day as Date).toISOString().slice(0, 10)),
        ...NUMBER_COLUMNS.map((column) => row[column]),
      ]);
      const wanted = readFigures(edition).map(expectNumbers);
      const sort = (rows: readonly unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(found.length).toBeGreaterThan(1000);
      expect(sort(found)).toEqual(sort(wanted));
    });

    it('is found nothing wrong with', async () => {
      expect(await lintWorkbook(readPack(edition, language))).toEqual([]);
    });
  },
);

const WORDS = loadFigureWords(join(projectFolder(), 'templates'), 'en', 'Test');
const ROW: FigureRow = {
  ...{
    measure: 'children',
    quarter: '2022-23 Q4',
    window_start: '2022-04-01',
    window_end: '2023-03-31',
  },
  ...{ area_kind: 'service', area_name: 'Test', breakdown: 'total', group: 'all', numerator: 12 },
  ...{ denominator: null, value: 12, lower: 6.2, upper: 20.96, unit: 'count', verdict: 'lower' },
  ...{ status: 'shown', note: null },
};
const INPUT: WorkbookInput = {
  ...{ title: 'Test: pack', cover: ['Board edition'], service: 'Test', dated: '2023-05-15' },
  sections: [{ title: 'Children', measures: [{ id: 'children', title: 'Children worked with' }] }],
  rows: [
    ROW,
    {
      ...ROW,
      breakdown: 'sex',
      group: 'Female',
      numerator: null,
      value: null,
      lower: null,
      upper: null,
      verdict: null,
      status: 'hidden',
    },
  ],
};

describe('a workbook', () => {
  it('is the same bytes when it is written again', async () => {
    expect(await writeWorkbook(INPUT, WORDS)).toEqual(await writeWorkbook(INPUT, WORDS));
  });

  it('refuses a row of a measure that is in no section', async () => {
    const rows = [{ ...ROW, measure: 'other' }];
    await expect(writeWorkbook({ ...INPUT, rows }, WORDS)).rejects.toThrow('in no section: other');
  });

  it('keeps a name that begins as a formula does as text', async () => {
    const sections = [{ title: 'Children', measures: [{ id: 'children', title: '=1+1' }] }];
    const bytes = await writeWorkbook({ ...INPUT, sections }, WORDS);
    const cell = read(bytes, { cellFormula: true }).Sheets['1 Children']?.['A5'] as {
      t: string;
      v: string;
    };
    expect(cell).toMatchObject({ t: 's', v: '=1+1' });
    expect(cell).not.toHaveProperty('f');
  });
});

type Fault = (workbook: WriteOptions, sheet: WriteSheet) => void;

const FAULTS: readonly (readonly [string, Fault])[] = [
  [
    'no document title',
    (workbook) => {
      workbook.properties = { creator: 'Test' };
    },
  ],
  [
    'merged cells',
    (_, sheet) => {
      sheet.merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }];
    },
  ],
  [
    'a blank cell in the table',
    (_, sheet) => {
      setCell(sheet, 5, 3, null);
    },
  ],
  [
    'two columns',
    (_, sheet) => {
      setCell(sheet, 3, 1, 'Measure');
    },
  ],
  [
    'headings that are not those of the table',
    (_, sheet) => {
      setCell(sheet, 3, 1, 'Begin');
    },
  ],
  [
    'no title in A1',
    (_, sheet) => {
      setCell(sheet, 0, 0, null);
    },
  ],
  [
    '0 tables',
    (_, sheet) => {
      sheet.tables = [];
    },
  ],
  [
    'hidden',
    (_, sheet) => {
      sheet.hidden = true;
    },
  ],
  [
    'a mark that is not explained: [note 9]',
    (_, sheet) => {
      setCell(sheet, 5, 8, '[note 9]');
    },
  ],
  [
    'rows outside the table',
    (_, sheet) => {
      sheet.rows?.push(['Source: somebody']);
    },
  ],
  [
    'text smaller than 12 points',
    (workbook) => {
      workbook.defaultFont = { name: 'Arial', size: 9 };
    },
  ],
  [
    'does not open at the first sheet',
    (workbook) => {
      workbook.activeSheet = 2;
    },
  ],
];

function setCell(
  { rows = [], cells }: WriteSheet,
  row: number,
  column: number,
  value: string | null,
): void {
  const own = rows[row];
  if (own) own[column] = value;
  cells?.delete(`${row},${column}`);
}

describe('the linter', () => {
  it.each(FAULTS)('finds %s', async (said, addFault) => {
    const { sheets, ...rest } = await readXlsx(await writeWorkbook(INPUT, WORDS));
    const workbook = {
      ...rest,
      sheets: sheets.map(
        ({ charts: _charts, pivotTables: _pivots, ...sheet }): WriteSheet => sheet,
      ),
    };
    const sheet = workbook.sheets[3];
    if (!sheet) throw new Error('no sheet of figures');
    addFault(workbook, sheet);
    const found = await lintWorkbook(await writeXlsx(workbook));
    expect(found.join('\n')).toContain(said);
  });
});

// Workbooks that look whole and would be read wrong: right, or refused by name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { collectBytes } from './collect.js';

// A thread for each workbook: compiled, it starts in a third of the time.
vi.mock('../../pipeline/domain/thread-module.js', () => ({
  workerUrl: (here: string, name: string): URL =>
    new URL(`./${name}.js`, here.replace('/pipeline/', '/dist/pipeline/')),
}));

const HEADING = ['outcome_id', 'child_id', 'Outcome date'];
const dated = (v: number, z = 'dd/mm/yyyy'): CellObject => ({ t: 'n', v, z });
/** Serial numbers of 5 March and 25 March 2009. */
const [FIFTH, TWENTY_FIFTH] = [39_877, 39_897] as const;

function read(...sheets: readonly (readonly [string, WorkSheet])[]) {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  return collectBytes('outcomes.xlsx', write(book, { type: 'buffer' }) as Buffer);
}

const sheet = (...rows: unknown[][]): WorkSheet => utils.aoa_to_sheet([HEADING, ...rows]);

it.each([
  ['07d_prefixed_uncached', 'uncalculated-formula'],
  ['09_merged_down', 'merged-cells'],
  ['12b_two_sheets_continued', 'continued-sheet'],
  ['50_us_locale_damage', 'swapped-dates'],
])('%s is refused as %s', async (name, code) => {
  const bytes = readFileSync(join(import.meta.dirname, 'workbooks', `${name}.xlsx`));
  expect((await collectBytes('outcomes.xlsx', bytes)).codes).toEqual([code]);
});

describe('dates', () => {
  const codes = async (...cells: unknown[]): Promise<string[]> =>
    (await read(['outcomes', sheet(...cells.map((cell, at) => [`${at}`, 'C1', cell]))])).codes;

  it('that are dates up to the 12th and texts after it are refused', async () => {
    expect(await codes(dated(FIFTH), '25/03/2009')).toEqual(['swapped-dates']);
    expect(await codes(dated(FIFTH), '25-03-09', null, '31.01.2009')).toEqual(['swapped-dates']);
  });

  it.each([
    ['a date after the 12th', [dated(FIFTH), dated(TWENTY_FIFTH), '25/03/2009']],
    ['a text up to the 12th', [dated(FIFTH), '25/03/2009', '04/03/2009']],
    ['dates alone', [dated(FIFTH), dated(FIFTH)]],
    ['texts alone', ['25/03/2009', '26/03/2009']],
  ])('are read with %s', async (_, cells) => {
    expect(await codes(...cells)).toEqual([]);
  });

  it('of the demonstration’s outcomes, saved by Excel set to American dates, are refused', async () => {
    const text = readFileSync(
      join(projectFolder(), 'data-samples/demonstration/outcomes.csv'),
      'utf8',
    );
    const [heading = [], ...rows] = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const at = heading.indexOf('outcome_date');
    let swapped = 0;
    const saved = rows.map((row) => {
      const [day = 0, month = 0, year = 0] = (row[at] ?? '').split('/').map(Number);
      if (day > 12) return row;
      if (day !== month) swapped += 1;
      // The twelfth of May is read as the fifth of December.
      const serial = Date.UTC(year, day - 1, month) / 86_400_000 + 25_569;
      return row.map((cell, index) => (index === at ? dated(serial, 'm/d/yyyy') : cell));
    });
    expect(swapped).toBeGreaterThan(300);
    const { codes } = await read(['outcomes', utils.aoa_to_sheet([heading, ...saved])]);
    expect(codes).toEqual(['swapped-dates']);
  });

  it('a rounding error before midnight are those of the day after', async () => {
    const given = sheet(
      ['1', 'C1', dated(FIFTH - 1e-9)],
      ['2', 'C1', dated(FIFTH - 1e-9, 'dd/mm/yyyy hh:mm')],
    );
    const { rows } = await read(['outcomes', given]);
    expect(rows.map(({ cells }) => cells[2])).toEqual(['2009-03-05', '2009-03-05']);
  });
});

describe('merged cells', () => {
  const merged = (rows: unknown[][], range: string): WorkSheet => {
    const made = utils.aoa_to_sheet(rows);
    made['!merges'] = [utils.decode_range(range)];
    return made;
  };

  it('above the headings, and along a row, do no harm', async () => {
    const rows = [['Outcomes of the year'], [], HEADING, ['1', 'C1', dated(FIFTH)]];
    for (const range of ['A1:C2', 'A1:C1', 'A4:B4'])
      expect((await read(['outcomes', merged(rows, range)])).codes).toEqual([]);
  });

  it('below them are refused', async () => {
    const rows = [HEADING, ['1', 'C1', dated(FIFTH)], ['2', 'C1']];
    expect((await read(['outcomes', merged(rows, 'C2:C3')])).codes).toEqual(['merged-cells']);
  });
});

describe('another visible sheet', () => {
  const own = sheet(['1', 'C1', dated(FIFTH)]);
  it.each([
    ['of the same headings', 'Page 2', sheet(['2', 'C2', dated(FIFTH)])],
    ['of the extract’s name', 'Outcomes (2)', utils.aoa_to_sheet([['2', 'C2', 'x']])],
  ])('%s is refused', async (_, name, further) => {
    expect((await read(['outcomes', own], [name, further])).codes).toEqual(['continued-sheet']);
  });

  it('of something else is passed over', async () => {
    const notes = utils.aoa_to_sheet([['Run by'], ['Report 12', 'All years']]);
    const { codes, rows } = await read(['outcomes', own], ['Notes', notes], ['Empty', {}]);
    expect([codes, rows.length]).toEqual([[], 1]);
  });
});

it('an identifier has the leading zeros that its format shows', async () => {
  const shown = sheet(
    [dated(123, '000000'), dated(12, '"YP"0000'), dated(1234, '00-00-00')],
    [dated(7, '00000;@'), dated(12, '0.00'), dated(1234, '#,##0')],
  );
  const { rows } = await read(['outcomes', shown]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['000123', 'YP0012', '00-12-34'],
    ['00007', '12', '1234'],
  ]);
});

// Tables of an edition that hides: rows without a number are left out and counted, and nothing that is shown goes with them.
import { describe, expect, it } from 'vitest';
import * as rows from '../../pipeline/pack/hidden-rows.js';
import type { FigureTable, TableRow } from '../../pipeline/figures/figure.js';

const leaveOutHidden = (whole: FigureTable): ReturnType<typeof rows.leaveOutHidden> =>
  rows.leaveOutHidden(whole, '–');

const COLUMNS = ['Group', 'Children', 'Share', 'Change'].map((label, at) => ({
  label,
  numeric: at === 1 || at === 2,
}));

function table(rows: readonly TableRow[], id = 'breakdown'): FigureTable {
  return { id, caption: 'By group', columns: COLUMNS, rows };
}

const heading = (label: string): TableRow => ({ label, cells: [], heading: true });
const shown = (label: string): TableRow => ({ label, cells: ['12', '40%', 'no clear change'] });
const hidden = (label: string): TableRow => ({
  label,
  cells: ['hidden', 'hidden', '–'],
  hidden: [true, true, false],
});
const labels = ({ rows }: FigureTable): string[] => rows.map(({ label }) => label);

describe('a table of an edition that hides', () => {
  it('is as it was where nothing is hidden', () => {
    const whole = table([
      heading('Sex'),
      shown('Girls'),
      { label: 'None', cells: ['–', '–', '–'] },
    ]);
    expect(leaveOutHidden(whole)).toEqual({ table: whole, left: 0 });
  });

  it('loses the rows that are all hidden and the heading over nothing, and counts the rows', () => {
    const { table: cut, left } = leaveOutHidden(
      table([
        heading('Ethnicity'),
        hidden('Mixed'),
        heading('Sex'),
        shown('Girls'),
        hidden('Boys'),
      ]),
    );
    expect(labels(cut)).toEqual(['Sex', 'Girls']);
    expect(left).toBe(2);
  });

  it('keeps a row of which one number is shown', () => {
    const part = { label: 'Mixed', cells: ['hidden', '1 of 9', ''], hidden: [true, false, false] };
    expect(leaveOutHidden(table([part]))).toEqual({ table: table([part]), left: 0 });
  });

  it('is empty where no row has a number', () => {
    const { table: cut, left } = leaveOutHidden(
      table([heading('Sex'), hidden('Girls'), hidden('Boys')]),
    );
    expect([cut.rows, left]).toEqual([[], 2]);
  });

  it('leaves out the hidden windows of a trend, which stand down the page', () => {
    const { table: cut, left } = rows.layOutRows(
      {
        ...table(
          [{ label: 'Children', cells: ['7', 'hidden', '9'], hidden: [false, true, false] }],
          'trend',
        ),
      },
      '–',
    );
    expect([labels(cut), left]).toEqual([['Change', 'Children'], 1]);
  });
});

// A table of periods: down the page instead of across, newest first, with no cell lost and none that was hidden shown.
import { expect, it } from 'vitest';
import { transposeTable } from '../../pipeline/pack/transpose.js';

const number = (label: string) => ({ label, numeric: true });

it('puts periods in rows, the newest first', () => {
  const table = {
    ...{ id: 'trend', caption: 'c' },
    columns: [{ label: 'To', numeric: false }, number('2021'), number('2022')],
    rows: [
      { label: 'Children', cells: ['7', 'hidden'], hidden: [false, true] },
      { label: 'Rate', cells: ['1.5', ''] },
    ],
  };
  expect(transposeTable(table)).toEqual({
    ...{ id: 'trend', caption: 'c' },
    columns: [{ label: 'To', numeric: false }, number('Children'), number('Rate')],
    rows: [
      { label: '2022', cells: ['hidden', ''], hidden: [true, false] },
      { label: '2021', cells: ['7', '1.5'], hidden: [false, false] },
    ],
  });
});

// The quarter of a return on a page, in a line at a glance, and hidden, in both languages.
import { expect, it } from 'vitest';
import { discloseCell, withholdCell } from '../../pipeline/disclosure/disclosed.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { attachReturnQuarter } from '../../pipeline/figures/return-quarter.js';
import { theProject } from '../project.js';
import { RETURN_QUARTER } from './return-quarter-value.js';
import { wordsOf } from './templates.js';

const SHOWN = discloseCell(RETURN_QUARTER);
const HIDDEN = withholdCell(RETURN_QUARTER, 'hidden');
const FIGURE: Figure = {
  id: 'kpi1_accommodation',
  title: '',
  sentence: '',
  changeVerdict: null,
  notes: ['A note.'],
  charts: [],
  tables: [
    {
      id: 'glance',
      caption: '',
      columns: [],
      rows: [
        { label: 'one', cells: ['82%'] },
        { label: 'part', cells: ['1'], part: true },
      ],
    },
  ],
};

const found = theProject().measures.find(
  ({ declaration }) => declaration.id === 'kpi1_accommodation',
);
if (!found) throw new Error('kpi1_accommodation');
const PAGE = { ...found.declaration, quarter: true as const };
const ROW = { ...PAGE, chart: 'row' as const };

it('is the first note of a page', () => {
  const notes = (language: 'en' | 'cy') =>
    attachReturnQuarter(FIGURE, PAGE, [SHOWN], wordsOf(language)).notes;
  expect(notes('en')).toEqual([
    'In the quarter that the official return counts, 1 January 2023 to 31 March 2023: 18 of 21 children.',
    'A note.',
  ]);
  expect(notes('cy')[0]).toBe(
    'Yn y chwarter y mae’r ffurflen swyddogol yn ei gyfrif, 1 Ionawr 2023 i 31 Mawrth 2023: 18 o 21 o blant.',
  );
});

it('is a last cell of a line at a glance, and none of the lines under it', () => {
  const [table] = attachReturnQuarter(FIGURE, ROW, [SHOWN], wordsOf('en')).tables;
  expect(table?.columns.at(-1)?.label).toBe('Quarter alone');
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['82%', '18 of 21'],
    ['1', ''],
  ]);
});

it('is said to be withheld where it is hidden, with no number', () => {
  const hidden = attachReturnQuarter(FIGURE, PAGE, [HIDDEN], wordsOf('en'));
  expect(hidden.notes[0]).toMatch(/not given here/);
  const [table] = attachReturnQuarter(FIGURE, ROW, [HIDDEN], wordsOf('en')).tables;
  expect(table?.rows[0]?.hidden).toEqual([false, true]);
});

it('is not added where the measure gives none', () => {
  expect(attachReturnQuarter(FIGURE, found.declaration, [SHOWN], wordsOf('en'))).toBe(FIGURE);
});

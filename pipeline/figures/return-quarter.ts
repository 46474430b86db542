// The newest quarter of a measure → beside its twelve months: a note on its page, or a cell of its line at a glance.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import type { Figure, FigureTable } from './figure.js';
import { writeCount } from './numbers.js';
import { nameDay } from './periods.js';
import { readShown } from './results.js';
import type { FigureWords } from './words.js';

/**
 * Adds the quarter that the official return counts. An edition that hides says on a page that it is not given, and shows
 * in a line that it is hidden. Nothing is added to a figure whose measure gives no quarter.
 */
export function attachReturnQuarter(
  figure: Figure,
  declaration: Declaration,
  quarters: readonly DisclosedCell[],
  words: FigureWords,
): Figure {
  const cell = quarters.find(({ measure }) => measure === declaration.id);
  if (declaration.quarter !== true || !cell) return figure;
  if (declaration.chart === 'row')
    return { ...figure, tables: figure.tables.map((table) => addCell(table, cell, words)) };
  return { ...figure, notes: [writeNote(cell, declaration, words), ...figure.notes] };
}

function addCell(table: FigureTable, cell: DisclosedCell, words: FigureWords): FigureTable {
  return {
    ...table,
    columns: [...table.columns, { label: words.say('head.return_quarter'), numeric: true }],
    rows: table.rows.map((row, at) => {
      const cells = [...row.cells, at === 0 ? writeQuarter(cell, words) : ''];
      const isHidden = at === 0 && cell.status === 'hidden';
      if (!row.hidden && !isHidden) return { ...row, cells };
      return { ...row, cells, hidden: [...(row.hidden ?? row.cells.map(() => false)), isHidden] };
    }),
  };
}

function writeNote(cell: DisclosedCell, { counts }: Declaration, words: FigureWords): string {
  const shown = readShown(cell);
  if (!shown || shown.numerator === null) return words.say(`note.return_quarter.${cell.status}`);
  const { numerator, denominator, window } = shown;
  const amount =
    denominator === null
      ? words.amount(counts, numerator)
      : words.say('share_few', {
          numerator: writeCount(numerator),
          denominator: words.amount(counts, denominator),
        });
  const days = { starts: nameDay(window.starts, words), ends: nameDay(window.ends, words) };
  return words.say('note.return_quarter.shown', { amount, ...days });
}

/** `20 of 23`, a count, or the word for what stands in its place. */
function writeQuarter(cell: DisclosedCell, words: FigureWords): string {
  const shown = readShown(cell);
  if (!shown) return words.say(`cell.${cell.status}`);
  const { numerator, denominator } = shown;
  if (numerator === null) return words.say('cell.none');
  if (denominator === null) return writeCount(numerator);
  return words.say('share_few', {
    numerator: writeCount(numerator),
    denominator: writeCount(denominator),
  });
}

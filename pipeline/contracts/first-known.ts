// Several headings of one column in a file → each row with the cell that decides in the column's place.
import { NOT_YET_MAPPED } from '../domain/reference.js';
import { createCellReader, type CellContext } from './cells.js';
import type { ContractColumn } from './contract.js';
import type { ColumnPlace } from './headings.js';
import { CellError, unwrapCell } from './parsed-cell.js';

/** Returns the row with the deciding cell of each such column in the place of the first of them. */
export type RowChooser = (
  cells: readonly string[],
  /** Receives a column of which an earlier cell has a text that its list does not know. */
  reportSkip: (column: ContractColumn) => void,
) => readonly string[];

interface Choice {
  readonly column: ContractColumn;
  readonly index: number;
  readonly indexes: readonly number[];
  readonly judge: (text: string) => Judgement;
}

type Judgement = 'known' | 'blank' | 'unknown';

/**
 * Creates the chooser of a file; null if no column has several headings there. In the supplier's order, the first known
 * cell decides. Where none is known, the first unknown one does, so that it is reported as any other is.
 */
export function createRowChooser(
  places: readonly ColumnPlace[],
  context: CellContext,
): RowChooser | null {
  const choices: Choice[] = places
    .filter(({ others = [] }) => others.length > 0)
    .map(({ column, index, others = [] }) => ({
      ...{ column, index, indexes: [index, ...others] },
      judge: createJudge(column, context),
    }));
  if (choices.length === 0) return null;
  return (cells, reportSkip) => {
    const row = [...cells];
    for (const choice of choices) row[choice.index] = choose(choice, cells, reportSkip);
    return row;
  };
}

function choose(
  { column, indexes, judge }: Choice,
  cells: readonly string[],
  reportSkip: (column: ContractColumn) => void,
): string {
  let unknown: string | null = null;
  for (const at of indexes) {
    const text = cells[at] ?? '';
    const judgement = judge(text);
    if (judgement === 'known') {
      if (unknown !== null) reportSkip(column);
      return text;
    }
    if (judgement === 'unknown') unknown ??= text;
  }
  return unknown ?? '';
}

function createJudge(column: ContractColumn, context: CellContext): (text: string) => Judgement {
  const read = createCellReader({ ...column, required: false }, context);
  return (text) => {
    const value = unwrapCell(read(text));
    if (value === null) return 'blank';
    return value instanceof CellError || value === NOT_YET_MAPPED ? 'unknown' : 'known';
  };
}

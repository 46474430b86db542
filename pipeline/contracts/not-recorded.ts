// What stands for an empty cell → whether a text is it.
import type { ContractColumn } from './contract.js';

/** What databases and spreadsheets write for an empty cell. `NA`, `None` and `-` may be values, so they are not here. */
const NOT_RECORDED = new Set([
  ...['null', '(null)', '<null>', '[null]', '#null!', 'n/a', '#n/a', 'nan', '\\n'],
]);

const LONGEST = Math.max(...[...NOT_RECORDED].map(({ length }) => length));

/** Words that may be somebody's name when they are not in capitals. */
const NAMES = new Set(['null', 'nan']);

/**
 * Whether a trimmed text stands for an empty cell. In a column of names, a word that is a name too (Null, Nan) is one
 * unless it is `NULL`.
 */
export function isNotRecorded(column: ContractColumn, text: string): boolean {
  if (text.length > LONGEST) return false;
  const word = text.toLowerCase();
  if (!NOT_RECORDED.has(word)) return false;
  return !isName(column) || !NAMES.has(word) || text === 'NULL';
}

function isName(column: ContractColumn): boolean {
  return (
    column.type === 'personal' && (column.identity === 'forename' || column.identity === 'surname')
  );
}

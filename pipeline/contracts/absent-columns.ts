// Columns that a layout may lack and that are never blank otherwise → a note on each that a file lacks.
import type { Problem } from '../domain/problem.js';
import type { Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';

/** A note on each column that is required where it is, and that this file does not have. */
export function describeAbsentColumns(
  { columns }: Contract,
  places: readonly ColumnPlace[],
  file: string,
  line: number,
): Problem[] {
  const located = new Set(places.map(({ column }) => column.name));
  return columns
    .filter(({ name, required, optional }) => required && optional && !located.has(name))
    .map(({ name }) => ({
      kind: 'note',
      code: 'absent-column',
      ...{ file, line, column: name },
      facts: { name },
    }));
}

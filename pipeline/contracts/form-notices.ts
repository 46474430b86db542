// Cells in unusual forms → one note for each form and file, with the columns and how many cells.
import type { Problem } from '../domain/problem.js';
import type { ColumnPlace } from './headings.js';
import type { CellForm } from './parsed-cell.js';

/** The cells of one form in one column of one file. */
interface FormCount {
  readonly form: CellForm;
  readonly column: string;
  readonly file: number;
  readonly firstLine: number;
  count: number;
}

/** Counts cells in unusual forms. */
export class FormTally {
  readonly #counts = new Map<string, FormCount>();

  /** Counts one cell. Cells of one file must come in line order. */
  add(form: CellForm, column: string, file: number, line: number): void {
    const key = `${form} ${column} ${file}`;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { form, column, file, firstLine: line, count: 1 });
  }

  /** The counts of one file, by form. */
  groupByForm(file: number): Map<CellForm, FormCount[]> {
    const groups = new Map<CellForm, FormCount[]>();
    for (const each of this.#counts.values())
      if (each.file === file) groups.set(each.form, [...(groups.get(each.form) ?? []), each]);
    return groups;
  }
}

/** A note for each form in which cells of a file were read, the `at`th of its extract. No cell is quoted. */
export function describeForms(
  tally: FormTally,
  at: number,
  file: string,
  places: readonly ColumnPlace[],
): Problem[] {
  return [...tally.groupByForm(at)].map(([form, counts]) => {
    const cells = counts.reduce((sum, { count }) => sum + count, 0);
    const headings = counts.map(({ column }) => findHeading(places, column));
    return {
      kind: 'note',
      code: form,
      file,
      line: Math.min(...counts.map(({ firstLine }) => firstLine)),
      column: headings.join(', '),
      facts: { cells },
    };
  });
}

function findHeading(places: readonly ColumnPlace[], name: string): string {
  return places.find(({ column }) => column.name === name)?.heading ?? name;
}

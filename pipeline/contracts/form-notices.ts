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
    const { what, fix } = FORM_TEXTS[form];
    return {
      kind: 'note',
      code: form,
      file,
      line: Math.min(...counts.map(({ firstLine }) => firstLine)),
      column: headings.join(', '),
      what: `${cells === 1 ? '1 cell' : `${cells} cells`} ${what}`,
      fix,
    };
  });
}

function findHeading(places: readonly ColumnPlace[], name: string): string {
  return places.find(({ column }) => column.name === name)?.heading ?? name;
}

const NOTHING = 'Nothing need be done.';

const FORM_TEXTS: Record<CellForm, { readonly what: string; readonly fix: string }> = {
  'not-recorded': {
    what: 'with a database’s word for an empty cell (such as NULL or N/A), read as not recorded',
    fix: 'Nothing need be done if that is what it means.',
  },
  'no-date': {
    what: 'with a day that systems write where there is no date (such as 01/01/1900), read as blank',
    fix: 'Nothing, if it has not happened or is not known; else give the day in the case system. The days are in queries/codes/no_date.csv.',
  },
  'time-dropped': { what: 'with a date and a time: the date was read, not the time', fix: NOTHING },
  'date-form': {
    what: 'with a date in another form than DD/MM/YYYY or YYYY-MM-DD, day first or with the month’s name, read as that day',
    fix: NOTHING,
  },
  'planned-date': {
    what: 'with a date that has not come yet, read as planned: until that day it counts as open',
    fix: 'Check that the date is planned, and export again when it has come.',
  },
  'number-form': {
    what: 'with a number that has thousands separated, a pound sign or .0 after it, read as the number',
    fix: NOTHING,
  },
  'id-form': {
    what: 'with an identifier that ends in .0, read without it',
    fix: 'Nothing need be done. The program that added it reads identifiers as decimals: exporting them as text avoids it.',
  },
  'yes-no-form': {
    what: 'with another word or number for yes, no or not recorded (such as 1 and 0), read as that',
    fix: 'Nothing need be done if 1 means yes and 0 means no.',
  },
  'label-form': {
    what: 'with a code and its label together, read by the label',
    fix: NOTHING,
  },
};

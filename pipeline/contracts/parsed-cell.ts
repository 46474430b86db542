// What one cell is parsed into: a value, a value in an unusual form, or an error.
/** A way of writing a value that is accepted and reported. */
export type CellForm =
  | 'not-recorded'
  | 'no-date'
  | 'time-dropped'
  | 'date-form'
  | 'planned-date'
  | 'number-form'
  | 'id-form'
  | 'yes-no-form'
  | 'label-form'
  | 'passed-over'
  | 'not-yet-mapped';

/** A value that was read in an unusual form. A class, so that `instanceof` distinguishes it fast from a text. */
export class NotedCell {
  constructor(
    readonly value: string | null,
    readonly form: CellForm,
  ) {}
}

/** A parsed cell: a canonical text, null (*not recorded*), either of them in an unusual form, or an error. */
export type ParsedCell = string | null | NotedCell | CellError;

/** An error in a cell. A class, because `instanceof` distinguishes it from a text fast enough for a million cells. */
export class CellError {
  constructor(readonly code: CellErrorCode) {}
}

/** An unknown code with what may be said of it. */
export type UnknownCode = `unknown-code ${string}`;

/**
 * Why a text is no day: `american-date` is valid only with its month first; `time-zone` has an offset from which it falls
 * on one day as written and on another in the United Kingdom.
 */
export type DateRefusal = 'bad-date' | 'american-date' | 'time-zone';

/** The errors of a cell, by problem code. */
export type CellErrorCode =
  | 'blank'
  | 'bad-id'
  | DateRefusal
  | 'date-out-of-range'
  | 'bad-yes-no'
  | 'bad-number'
  | 'number-out-of-range'
  | 'bad-area'
  | 'unknown-code'
  | 'bare-code'
  | UnknownCode;

/** Parses one cell's text into its stored value. Pure. */
export type CellReader = (text: string) => ParsedCell;

/** What a cell is stored as, without the form it was written in. */
export function unwrapCell(cell: ParsedCell): string | null | CellError {
  return cell instanceof NotedCell ? cell.value : cell;
}

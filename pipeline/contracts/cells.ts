// One cell's text → the value a delivery keeps, or what is wrong with it.
import { NOT_YET_MAPPED } from '../domain/reference.js';
import type { Day } from '../domain/period.js';
import { isAreaCode } from '../domain/area-code.js';
import type { PseudonymPrefixes } from '../domain/system.js';
import { isNotRecorded } from './not-recorded.js';
import {
  CellError,
  NotedCell,
  unwrapCell,
  type CellErrorCode,
  type CellReader,
} from './parsed-cell.js';
import { findLabel, type CodeList } from './codes.js';
import type { ContractColumn } from './contract.js';
import { createYearReader, readWrittenDay } from './dates.js';
import { findCodedLabel } from './labels.js';
import { findSchemes } from './schemes.js';
import { createWholeReader, createYesNoReader, readNumber } from './scalars.js';
import { readPublisherMark } from './publisher-marks.js';
import { suggestLabels, type Suggestions } from './suggestions.js';

/** The list of the days that systems write where there is no date. */
export const NO_DATE_LIST = 'no_date';
/** The list of the words that suppliers have for yes, no and not recorded. */
export const YES_NO_LIST = 'yes_no';
/** What parsing a cell depends on, apart from its column. */
export interface CellContext {
  /**
   * The code lists of the columns, `YES_NO_LIST`, and `NO_DATE_LIST`; without that, every day is a date.
   */
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** A child's number, or a partner's name and its number of a person → the pseudonym stored instead. */
  readonly pseudonymise: (childId: string) => string;
  /** Prefixes for children's numbers, if the service has more than one case system. */
  readonly prefixes?: PseudonymPrefixes;
}

/**
 * Creates the parser of one column. Leading and trailing spaces (no-break ones too) are ignored; an empty text, and what
 * databases write for one, is *not recorded*, which a required column refuses. Nothing is guessed: a two-digit year, a
 * date that does not exist and a code that is not on its list are errors. Of a child's number only the pseudonym is
 * returned.
 */
export function createCellReader(
  column: ContractColumn,
  context: CellContext,
  isYear = false,
): CellReader {
  const read =
    isYear && column.type === 'date' && column.year
      ? createYearReader(column.year)
      : textReader(column, context);
  const blank = column.required ? new CellError('blank') : null;
  const notRecorded = blank ?? new NotedCell(null, 'not-recorded');
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '') return blank;
    if (!isNotRecorded(column, trimmed)) return read(trimmed);
    // Only a code list may give such a word a meaning of its own.
    const label = column.type === 'code' ? read(trimmed) : null;
    return typeof label === 'string' ? label : notRecorded;
  };
}

/** What may be said of an unknown code; nothing of any other fault. */
export function parseSuggestions(code: string): Suggestions {
  const [, suggestions] = /^unknown-code (.+)$/s.exec(code) ?? [];
  return suggestions === undefined
    ? { known: [], text: null }
    : (JSON.parse(suggestions) as Suggestions);
}

/** The reader of a column's trimmed texts that are not empty. */
function textReader(column: ContractColumn, context: CellContext): CellReader {
  switch (column.type) {
    case 'id':
      return readId;
    case 'child':
      return numberReader(choosePrefix(column.former, context.prefixes), context);
    case 'person':
      return numberReader(`${column.source}:`, context);
    case 'text':
    case 'mark':
      return (text) => text;
    case 'area':
      return (text) => (column.required && !isAreaCode(text) ? new CellError('bad-area') : text);
    case 'personal':
      return column.identity === 'date_of_birth'
        ? dateReader({
            ...{ earliest: column.earliest, latest: context.today },
            lastPlanned: context.today,
          })
        : column.identity === 'sex'
          ? removeCode
          : (text) => text;
    case 'date':
      return eventDayReader(column, context);
    case 'yes_no':
      return column.isDay === true
        ? createDayTest(context)
        : createYesNoReader(context.codes.get(YES_NO_LIST));
    case 'whole':
      return markedReader(column.marks, createWholeReader(column.least, column.most, column.range));
    case 'number':
      return markedReader(column.marks, readNumber);
    case 'code':
      return codeReader(context.codes.get(column.codes), column.only_breaks_down);
  }
}

/** `b) Male` without the letter before it. */
function removeCode(text: string): string {
  return text.replace(/^\(?\p{L}\)\s*(?=\p{L})/u, '');
}

/** What a spreadsheet makes of a long number. */
const EXPONENT = /^\d(\.\d+)?[eE]\+?\d+$/;

const LONGEST_ID = 100;

/** What a program that counts in decimals makes of a whole number. */
const DECIMAL_ID = /^\d{1,15}\.0$/;

/**
 * An identifier is kept as written, apart from the `.0` that a program has added to a whole number. One in a spreadsheet's
 * exponent form (1.23E+12) has lost digits and is refused.
 */
function readId(text: string): string | NotedCell | CellError {
  if (text.endsWith('.0') && DECIMAL_ID.test(text))
    return new NotedCell(text.slice(0, -2), 'id-form');
  return text.length > LONGEST_ID || EXPONENT.test(text) ? new CellError('bad-id') : text;
}

/** What stands before the children's numbers of a column when their pseudonyms are made. */
function choosePrefix(isFormer: boolean, prefixes: PseudonymPrefixes | undefined): string {
  if (!prefixes) return '';
  return isFormer ? prefixes.former : prefixes.own;
}

/** The reader of numbers of somebody, which differ by what stands before them. */
function numberReader(before: string, { pseudonymise }: CellContext): CellReader {
  return (text) => {
    const number = readId(text);
    if (number instanceof CellError) return number;
    if (number instanceof NotedCell)
      return new NotedCell(pseudonymise(before + (number.value ?? '')), number.form);
    return pseudonymise(before + number);
  };
}

/** The reader of numbers of a published table, in place of which a mark may stand. */
function markedReader(marks: boolean, read: CellReader): CellReader {
  return marks ? (text) => readPublisherMark(text) ?? read(text) : read;
}

function codeReader(list: CodeList | undefined, onlyBreaksDown: boolean): CellReader {
  if (!list) throw new TypeError('a code column needs its list');
  return (text) => {
    const label = findLabel(list, text);
    if (label) return label;
    const coded = findCodedLabel(list, text);
    if (coded !== null) return new NotedCell(coded, 'label-form');
    if (findSchemes(list, text).length > 0) return new CellError('bare-code');
    return onlyBreaksDown
      ? new NotedCell(NOT_YET_MAPPED, 'not-yet-mapped')
      : new CellError(describeUnknownCode(list, text));
  };
}

function describeUnknownCode(list: CodeList, text: string): CellErrorCode {
  const suggestions = suggestLabels(list, text);
  return suggestions.known.length === 0
    ? 'unknown-code'
    : `unknown-code ${JSON.stringify(suggestions)}`;
}

/** A day past which no plan goes: software has it for *never*. */
const LAST_DAY = '2199-12-31';

const NO_DAYS: ReadonlyMap<string, string> = new Map();

/** The reader of yes and no where a day stands for yes, and a day that means no date for no. */
function createDayTest({ codes, today }: CellContext): CellReader {
  const days = codes.get(NO_DATE_LIST)?.labels ?? NO_DAYS;
  const limits = { earliest: '1900-01-01', latest: today, lastPlanned: today };
  const read = dateReader(limits, { days, cell: new NotedCell('false', 'yes-no-form') });
  return (text) => {
    const cell = read(text);
    if (cell instanceof CellError || unwrapCell(cell) === 'false') return cell;
    return new NotedCell('true', 'yes-no-form');
  };
}

/** The reader of the day of something that happened, or is planned. */
function eventDayReader(
  column: Extract<ContractColumn, { type: 'date' }>,
  { codes, today }: CellContext,
): CellReader {
  const limits = {
    earliest: column.earliest,
    latest: column.future ? LAST_DAY : today,
    lastPlanned: column.planned ? LAST_DAY : today,
  };
  const cell = column.required ? new CellError('blank') : new NotedCell(null, 'no-date');
  return dateReader(limits, { days: codes.get(NO_DATE_LIST)?.labels ?? NO_DAYS, cell });
}

/** Days from `earliest` to `latest` are accepted; a later one, to `lastPlanned`, is planned. */
interface DayLimits {
  readonly earliest: Day;
  readonly latest: Day;
  readonly lastPlanned: Day;
}

/** The days that stand for no date, and what such a cell is read as. */
interface Placeholders {
  readonly days: ReadonlyMap<string, string>;
  readonly cell: NotedCell | CellError;
}

/** Reads days; those that systems write where there is no date are none, however they are written. */
function dateReader(
  { earliest, latest, lastPlanned }: DayLimits,
  placeholders: Placeholders = { days: NO_DAYS, cell: new CellError('blank') },
): CellReader {
  return (text) => {
    const found = readWrittenDay(text);
    if (placeholders.days.has(typeof found === 'string' ? text : found.day))
      return placeholders.cell;
    if (typeof found === 'string') return new CellError(found);
    const { day, form } = found;
    if (day < earliest || (day > latest && day > lastPlanned))
      return new CellError('date-out-of-range');
    if (day > latest) return new NotedCell(day, 'planned-date');
    return form === null ? day : new NotedCell(day, form);
  };
}

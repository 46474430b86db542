// One cell's text → the value a delivery keeps, or what is wrong with it.
import type { Day } from '../domain/period.js';
import { isAreaCode } from '../domain/area-code.js';
import { dayNumber } from '../domain/period.js';
import type { PseudonymPrefixes } from '../domain/system.js';
import { findLabel, type CodeList } from './codes.js';
import type { ContractColumn } from './contract.js';
import { readPublisherMark } from './publisher-marks.js';
import { suggestLabels, type Suggestions } from './suggestions.js';

/** A parsed cell: a canonical text, null (*not recorded*), or an error. */
type ParsedCell = string | null | CellError;

/** An error in a cell. A class, because `instanceof` distinguishes it from a text fast enough for a million cells. */
export class CellError {
  constructor(readonly code: CellErrorCode) {}
}

/** An unknown code with what may be said of it. */
export type UnknownCode = `unknown-code ${string}`;

/** The errors of a cell, by problem code. */
export type CellErrorCode =
  | 'blank'
  | 'bad-id'
  | 'bad-date'
  | 'american-date'
  | 'date-out-of-range'
  | 'bad-yes-no'
  | 'bad-number'
  | 'number-out-of-range'
  | 'bad-area'
  | 'unknown-code'
  | UnknownCode;

/** Parses one cell's text into its stored value. Pure. */
export type CellReader = (text: string) => ParsedCell;

/** What parsing a cell depends on, apart from its column. */
export interface CellContext {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** A child's number, or a partner's name and its number of a person → the pseudonym stored instead. */
  readonly pseudonymise: (childId: string) => string;
  /** Prefixes for children's numbers, if the service has more than one case system. */
  readonly prefixes?: PseudonymPrefixes;
}

/**
 * Creates the parser of one column. Leading and trailing spaces (no-break ones too) are ignored; an empty text is *not
 * recorded*, which a required column refuses. Nothing is guessed: a two-digit year, a date that does not exist and a
 * code that is not on its list are errors. Of a child's number only the pseudonym is returned.
 */
export function createCellReader(column: ContractColumn, context: CellContext): CellReader {
  const read = textReader(column, context);
  const blank = column.required ? new CellError('blank') : null;
  return (text) => {
    const trimmed = text.trim();
    return trimmed === '' ? blank : read(trimmed);
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
        ? dateReader(column.earliest, context.today)
        : (text) => text;
    case 'date':
      return dateReader(column.earliest, column.future ? '2199-12-31' : context.today);
    case 'yes_no':
      return (text) => YES_NO_WORDS.get(text.toLowerCase()) ?? new CellError('bad-yes-no');
    case 'whole':
      return markedReader(column.marks, wholeReader(column.least, column.most));
    case 'number':
      return markedReader(column.marks, readNumber);
    case 'code':
      return codeReader(context.codes.get(column.codes));
  }
}

/** What a spreadsheet makes of a long number. */
const EXPONENT = /^\d(\.\d+)?[eE]\+?\d+$/;

const LONGEST_ID = 100;

/** An identifier is kept as written. One in a spreadsheet's exponent form (1.23E+12) has lost digits and is refused. */
function readId(text: string): string | CellError {
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
    return number instanceof CellError ? number : pseudonymise(before + number);
  };
}

const YES_NO_WORDS = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['n', 'false'],
]);

function readNumber(text: string): string | CellError {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return new CellError('bad-number');
  return Number.isFinite(Number(text)) ? text : new CellError('number-out-of-range');
}

/** The reader of numbers of a published table, in place of which a mark may stand. */
function markedReader(marks: boolean, read: CellReader): CellReader {
  return marks ? (text) => readPublisherMark(text) ?? read(text) : read;
}

function wholeReader(least: number, most: number): CellReader {
  return (text) => {
    if (!/^\d{1,12}$/.test(text)) return new CellError('bad-number');
    const number = Number(text);
    return number >= least && number <= most
      ? String(number)
      : new CellError('number-out-of-range');
  };
}

function codeReader(list: CodeList | undefined): CellReader {
  if (!list) throw new TypeError('a code column needs its list');
  return (text) => findLabel(list, text) || new CellError(describeUnknownCode(list, text));
}

function describeUnknownCode(list: CodeList, text: string): CellErrorCode {
  const suggestions = suggestLabels(list, text);
  return suggestions.known.length === 0
    ? 'unknown-code'
    : `unknown-code ${JSON.stringify(suggestions)}`;
}

function dateReader(earliest: Day, latest: Day): CellReader {
  return (text) => {
    if (isMonthFirst(text)) return new CellError('american-date');
    const day = parseDay(text);
    if (day === null) return new CellError('bad-date');
    return day >= earliest && day <= latest ? day : new CellError('date-out-of-range');
  };
}

/** Accepts day first, as UK extracts write it, or ISO, both with or without a midnight time; null for anything else. */
function parseDay(text: string): Day | null {
  const uk = /^(\d{1,2})\/(\d{1,2})\/(\d{4})( 00:00(:00)?)?$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})([T ]00:00(:00(\.0+)?)?Z?)?$/.exec(text);
  const [year, month, date] = uk ? [uk[3], uk[2], uk[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  try {
    dayNumber(day);
    return day;
  } catch {
    return null;
  }
}

/** Whether a date is valid only with its month first. Then other dates in the column may be month first too. */
function isMonthFirst(text: string): boolean {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  return Number(date) > 12 && parseDay(`${date}/${month}/${year}`) !== null;
}

// The text of a number, or of yes or no, in any of the forms that systems write → its value.
import { findLabel, type CodeList } from './codes.js';
import { CellError, NotedCell, type CellReader } from './parsed-cell.js';

const YES_NO_WORDS = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['n', 'false'],
]);

/** Other words for yes, no and not recorded. Welsh *na* is not among them, because NA may stand for an empty cell. */
const OTHER_YES_NO_WORDS: ReadonlyMap<string, string | null> = new Map([
  ...['true', 't', '1', 'ie', 'oes', 'ydy', 'ydi', 'ydyw', 'do'].map(
    (word) => [word, 'true'] as const,
  ),
  ...['false', 'f', '0', 'nage', 'nac oes', 'nac ydy', 'nac ydi', 'nac ydyw', 'naddo'].map(
    (word) => [word, 'false'] as const,
  ),
  ...['not recorded', 'not known', 'unknown', 'heb ei gofnodi', 'anhysbys', 'ddim yn hysbys'].map(
    (word) => [word, null] as const,
  ),
]);

/** What is stored for each label of the list of words for yes and no. */
const LISTED = new Map([
  ['yes', 'true'],
  ['no', 'false'],
  ['not recorded', null],
]);

/** Creates the reader of yes or no, which also knows the words of a list, such as `UNSUITABLE`. */
export function createYesNoReader(list: CodeList | undefined): CellReader {
  if (!list) return readYesNo;
  return (text) => {
    const cell = readYesNo(text);
    const listed = cell instanceof CellError ? LISTED.get(findLabel(list, text) ?? '') : undefined;
    return listed === undefined ? cell : new NotedCell(listed, 'yes-no-form');
  };
}

/** Reads yes or no in English or Welsh, as a number or as a truth value; *not recorded* is null. */
function readYesNo(text: string): string | NotedCell | CellError {
  const word = text.toLowerCase().replace(/\s+/g, ' ');
  const usual = YES_NO_WORDS.get(word);
  if (usual !== undefined) return usual;
  const other = OTHER_YES_NO_WORDS.has(word) ? OTHER_YES_NO_WORDS.get(word) : readCodedYesNo(word);
  return other === undefined ? new CellError('bad-yes-no') : new NotedCell(other, 'yes-no-form');
}

/** `a) Yes`, `1 - Yes`. */
function readCodedYesNo(word: string): string | undefined {
  const [, label = ''] = /^\(?[\p{L}\p{N}](?:\)|\.| ?[-–:])\s*(\p{L}+)$/u.exec(word) ?? [];
  return YES_NO_WORDS.get(label);
}

/** With a point for the decimals, and commas only between thousands. */
const DECIMAL = /^-?£?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** Reads a number. */
export function readNumber(text: string): string | NotedCell | CellError {
  if (!DECIMAL.test(text)) return new CellError('bad-number');
  const plain = text.replace(/[£,]/g, '');
  if (!Number.isFinite(Number(plain))) return new CellError('number-out-of-range');
  return plain === text ? text : new NotedCell(plain, 'number-form');
}

/** `2.0` or `14,049`. Three noughts after a point may be thousands elsewhere, so they are refused. */
const OTHER_WHOLE = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.0{1,2})?$/;

/** Creates the parser of whole numbers between two bounds; with `range`, also of one end of an age range. */
export function createWholeReader(least: number, most: number, range?: 'from' | 'to'): CellReader {
  const checkRange = (digits: string): string | CellError => {
    const number = Number(digits);
    return number >= least && number <= most
      ? String(number)
      : new CellError('number-out-of-range');
  };
  return (text) => {
    if (/^\d{1,12}$/.test(text)) return checkRange(text);
    const [, digits] = OTHER_WHOLE.exec(text) ?? [];
    if (digits === undefined) {
      const end = range === undefined ? null : readRangeEnd(text, range);
      return end === null ? new CellError('bad-number') : checkRange(end);
    }
    const number = checkRange(digits.replaceAll(',', ''));
    return number instanceof CellError ? number : new NotedCell(number, 'number-form');
  };
}

/** `Age 10`, `Aged 10 to 14 years`, `10-14`: one end of it, null for anything else. A single age is both. */
function readRangeEnd(text: string, end: 'from' | 'to'): string | null {
  const [, from, to = from] =
    /^(?:aged?|oed(?:ran)?)? ?(\d{1,3})(?: ?(?:-|–|to|i) ?(\d{1,3}))?(?: years?| oed)?$/i.exec(
      text,
    ) ?? [];
  return (end === 'from' ? from : to) ?? null;
}

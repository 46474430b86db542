// Row errors → problems that name the place of each error and never quote the cell.
import type { Problem } from '../domain/problem.js';
import { parseSuggestions } from './cells.js';
import type { ContractColumn } from './contract.js';
import { MAX_REPORTED, type RowErrorCode, type ErrorPlace, type ErrorGroup } from './faults.js';
import type { CellErrorCode, UnknownCode } from './parsed-cell.js';
import type { Suggestions } from './suggestions.js';
import { formatLabelLine } from './supplier.js';

/** The column of an error in its file: its declaration, and its heading as the supplier wrote it. */
interface ErrorColumn {
  readonly column: ContractColumn;
  readonly heading: string;
  readonly extract: string;
  /** Columns of which each row must have one. */
  readonly oneOf: readonly string[];
  readonly file: string;
  /** The supplier of the file; empty if none is declared. */
  readonly supplier: string;
}

interface RowError extends ErrorColumn, ErrorPlace {
  /** Whether the first row with a duplicate's key may be in an earlier file. */
  readonly earlierFiles: boolean;
  /** Known labels similar to an unknown code. */
  readonly suggestions: Suggestions;
}

type ProblemText = Pick<Problem, 'what' | 'fix'>;

/**
 * The problems for errors of one kind: one for each of the first twenty, and one that counts the rest.
 */
export function describeErrors(errors: ErrorGroup, at: ErrorColumn): Problem[] {
  const problems = errors.places.map((place) => describeRow(errors, at, place));
  const next = problems[MAX_REPORTED];
  if (!next) return problems;
  const rest = `${next.what}; so are ${errors.count - MAX_REPORTED - 1} more below it`;
  return [...problems.slice(0, MAX_REPORTED), { ...next, what: rest }];
}

function describeRow({ code, file }: ErrorGroup, at: ErrorColumn, place: ErrorPlace): Problem {
  const kind = baseCode(code);
  const error = { ...at, ...place, earlierFiles: file > 0, suggestions: parseSuggestions(code) };
  const words = PROBLEM_TEXTS[kind](error);
  return {
    kind: 'data',
    code: kind,
    ...{ file: at.file, line: place.line, column: at.heading },
    ...words,
  };
}

/** The error code without its suggestions. */
function baseCode(code: RowErrorCode): BaseErrorCode {
  return isUnknownCode(code) ? 'unknown-code' : code;
}

function isUnknownCode(code: RowErrorCode): code is UnknownCode {
  return code.startsWith('unknown-code ');
}

/** How to accept an unknown label: a line that maps it to a known label or, if it is new, a line in its code list. */
function suggestCodeFix({ column, supplier, suggestions: { known, text } }: RowError): string {
  const list = column.type === 'code' ? column.codes : '';
  const [nearest] = known;
  if (nearest === undefined)
    return `Correct it, or add the label to codes/${list}.csv in your service’s folder.`;
  const line = formatLabelLine(supplier, list, text ?? 'THE TEXT OF THAT CELL', nearest);
  const others = known.slice(1).map((each) => ` (or ${each})`);
  return `If it means ${nearest}${others.join('')}, correct it or add this line to labels.csv in your service’s folder: ${line} If it is new, add it to codes/${list}.csv there.`;
}

type BaseErrorCode = Exclude<CellErrorCode, UnknownCode> | Exclude<RowErrorCode, CellErrorCode>;

const PROBLEM_TEXTS: Record<BaseErrorCode, (error: RowError) => ProblemText> = {
  blank: ({ column }) => ({
    what:
      column.type === 'date'
        ? 'is blank, or stands for no date, and must not be'
        : 'is blank or not recorded, and must not be',
    fix: `Fill in ${column.name} in the case system.`,
  }),
  'bad-id': () => ({
    what: 'is not an identifier as the case system wrote it: a spreadsheet has changed it, or it is too long',
    fix: 'Export again and do not save the file from a spreadsheet, or format the column as text first.',
  }),
  'bad-date': () => ({
    what: 'is not a date in a form that is read, such as DD/MM/YYYY, YYYY-MM-DD or 1 April 2022',
    fix: 'Write day, month and a four-digit year, and check that the day exists.',
  }),
  'american-date': () => ({
    what: 'is a date with its month first, as Americans write it: others of this column may be so too, and could not be told',
    fix: 'Export again with days as DD/MM/YYYY or YYYY-MM-DD; a spreadsheet that is set to American dates changes them on saving.',
  }),
  'time-zone': () => ({
    what: 'has a time with an offset, which is on another day in the United Kingdom than the day written',
    fix: 'Export the day alone, as DD/MM/YYYY or YYYY-MM-DD.',
  }),
  'date-out-of-range': ({ column }) =>
    column.type === 'personal'
      ? {
          what: 'is a day of birth too long ago or in the future; 1 January 1900 and the like are how some systems write that it is not known',
          fix: 'Find out when the child was born and record it in the case system: every age group and the age limits rest on it.',
        }
      : {
          what: 'is a date too long ago or in the future',
          fix: 'Correct the year in the case system.',
        },
  'bad-yes-no': () => ({
    what: 'is neither yes nor no',
    fix: 'Write yes or no, or leave it blank when it is not recorded.',
  }),
  'bad-number': () => ({ what: 'is not a number', fix: 'Write digits only.' }),
  'number-out-of-range': ({ column }) => ({
    what: column.type === 'whole' ? `is not ${column.least} to ${column.most}` : 'is out of range',
    fix: 'Correct it in the case system.',
  }),
  'bad-area': () => ({
    what: 'is not an area code: a letter and eight digits, such as W06000005',
    fix: 'Export the code of the authority, not its name, or give each child the right code in the case system.',
  }),
  'bare-code': ({ extract, column }) => ({
    what: 'is a code that means one thing in one published scheme and another, or nothing, elsewhere',
    fix: `Export the label, or say in the settings which scheme the sender uses: code_schemes: {${extract}: {${column.name}: …}}, with a scheme of queries/schemes/${column.type === 'code' ? column.codes : ''}.csv.`,
  }),
  'unknown-code': (error) => ({
    what: `is a code that is not on the list${error.suggestions.text === null ? '' : `: ${error.suggestions.text}`}`,
    fix: suggestCodeFix(error),
  }),
  'none-of': ({ oneOf }) => ({
    what: `has a value in none of ${oneOf.join(', ')}, so that nobody knows whose it is`,
    fix: 'Fill one of them in where it comes from.',
  }),
  'duplicate-id': ({ first, earlierFiles }) => ({
    what: `has the same identifier as line ${first ?? 0}${earlierFiles ? ' of this file or of one before it' : ''}`,
    fix: 'Remove one of the two rows in the case system, or export again without joining tables.',
  }),
  'orphan-reference': ({ column }) => ({
    what: `points at a record that is not among the accepted rows of ${column.references ?? ''}`,
    fix: `Export ${column.references ?? ''} again at the same time and with every record, or correct the number.`,
  }),
};

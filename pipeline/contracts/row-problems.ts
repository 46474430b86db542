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

type ProblemFacts = Pick<Problem, 'variant' | 'facts'>;

/**
 * The problems for errors of one kind: one for each of the first twenty, and one that counts the rest.
 */
export function describeErrors(errors: ErrorGroup, at: ErrorColumn): Problem[] {
  const problems = errors.places.map((place) => describeRow(errors, at, place));
  const next = problems[MAX_REPORTED];
  if (!next) return problems;
  return [...problems.slice(0, MAX_REPORTED), { ...next, more: errors.count - MAX_REPORTED - 1 }];
}

function describeRow({ code, file }: ErrorGroup, at: ErrorColumn, place: ErrorPlace): Problem {
  const kind = baseCode(code);
  const error = { ...at, ...place, earlierFiles: file > 0, suggestions: parseSuggestions(code) };
  const details = DETAILS[kind]?.(error);
  return {
    kind: 'data',
    code: kind,
    ...{ file: at.file, line: place.line, column: at.heading },
    ...details,
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
function suggestCode({ column, supplier, suggestions: { known, text } }: RowError): ProblemFacts {
  const list = column.type === 'code' ? column.codes : '';
  const [nearest] = known;
  if (nearest === undefined) return { variant: 'unlike', facts: { list } };
  const others = known.slice(1);
  const line = formatLabelLine(supplier, list, text ?? LABEL_GAP, nearest);
  const facts = { list, nearest, others, line, text: text ?? '' };
  return {
    variant: `${text === null ? 'unshown' : 'shown'}-${others.length > 0 ? 'several' : 'one'}`,
    facts,
  };
}

/** Stands in a line to copy for a text that may not be shown. */
const LABEL_GAP = '…';

type BaseErrorCode = Exclude<CellErrorCode, UnknownCode> | Exclude<RowErrorCode, CellErrorCode>;

const DETAILS: Partial<Record<BaseErrorCode, (error: RowError) => ProblemFacts>> = {
  blank: ({ column }) => ({
    variant: column.type === 'date' ? 'date' : 'other',
    facts: { name: column.name },
  }),
  'date-out-of-range': ({ column }) => ({
    variant: column.type === 'personal' ? 'birth' : 'other',
  }),
  'number-out-of-range': ({ column }) =>
    column.type === 'whole'
      ? {
          variant: 'limits',
          facts: { least: String(column.least), most: String(column.most) },
        }
      : { variant: 'other' },
  'bare-code': ({ extract, column }) => ({
    facts: { extract, name: column.name, list: column.type === 'code' ? column.codes : '' },
  }),
  'unknown-code': suggestCode,
  'none-of': ({ oneOf }) => ({ facts: { names: oneOf } }),
  'duplicate-id': ({ first, earlierFiles }) => ({
    variant: earlierFiles ? 'several-files' : 'one-file',
    facts: { first: String(first ?? '') },
  }),
  'orphan-reference': ({ column }) => ({ facts: { extract: column.references ?? '' } }),
};

// One cell's text → the value a delivery keeps, or what is wrong with it. Each column type is a Zod schema.
import { z } from 'zod';
import type { Day } from '../domain/period.js';
import { dayNumber } from '../domain/period.js';
import type { Marks } from '../domain/system.js';
import { canonical, type CodeList } from './codes.js';
import type { Column } from './contract.js';
import { likenessOf, type Likeness } from './suggestions.js';

/** What a cell may turn out to be: a canonical text, nothing (*not recorded*), or a fault. */
export type Cell = string | null | Fault;

/** What is wrong with a cell. A class, so that a text and a fault are told apart at once, a million times over. */
export class Fault {
  constructor(readonly code: CellFault) {}
}

/** An unknown code with what may be said of it, as one text: a fault goes through the database as text. */
export type UnknownCode = `unknown-code ${string}`;

/** The faults of a cell, by problem code. */
export type CellFault =
  | 'blank'
  | 'bad-id'
  | 'bad-date'
  | 'american-date'
  | 'date-out-of-range'
  | 'bad-yes-no'
  | 'bad-number'
  | 'number-out-of-range'
  | 'unknown-code'
  | UnknownCode;

/** Turns one cell's text into what is kept. Pure. */
export type ReadCell = (text: string) => Cell;

/** What reading a cell stands on besides its column. */
export interface CellContext {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** A child's number, or a partner's name and a person's number there → the pseudonym that is kept in its place. */
  readonly pseudonymise: (childId: string) => string;
  /** What stands before children's numbers, where a service has more than one case system. */
  readonly marks?: Marks;
}

const FAULTS = new Set<string>([
  'bad-date',
  'american-date',
  'date-out-of-range',
  'bad-yes-no',
  'bad-number',
  'number-out-of-range',
  'unknown-code',
  'bad-id',
]);

/**
 * The reader of one column. Spaces at the ends (no-break ones too) never matter; an empty text is *not recorded*,
 * which a required column refuses. Nothing is guessed: a two-digit year, a date of no calendar and a code that is not
 * on its list are faults. Of a child's number only the pseudonym comes out.
 */
export function cellReader(column: Column, context: CellContext): ReadCell {
  const schema = schemaOf(column, context);
  const blank = column.required ? new Fault('blank') : null;
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '') return blank;
    const result = schema.safeParse(trimmed);
    if (result.success) return result.data;
    const code = faultOf(result.error);
    return new Fault(code === 'unknown-code' ? unknownCode(column, context, trimmed) : code);
  };
}

function unknownCode(column: Column, { codes }: CellContext, text: string): CellFault {
  const list = column.type === 'code' ? codes.get(column.codes) : undefined;
  const likeness = list ? likenessOf(list, text) : { known: [], text: null };
  return likeness.known.length === 0 ? 'unknown-code' : `unknown-code ${JSON.stringify(likeness)}`;
}

/** What may be said of an unknown code; nothing of any other fault. */
export function likenessIn(code: string): Likeness {
  const [, said] = /^unknown-code (.+)$/s.exec(code) ?? [];
  return said === undefined ? { known: [], text: null } : (JSON.parse(said) as Likeness);
}

function faultOf(error: z.ZodError): CellFault {
  const message = error.issues[0]?.message ?? '';
  if (!FAULTS.has(message)) throw new TypeError(`a cell schema gave no fault code: ${message}`);
  return message as CellFault;
}

function schemaOf(column: Column, context: CellContext): z.ZodType<string> {
  switch (column.type) {
    case 'id':
      return ID;
    case 'child': {
      const mark = markOfNumbers(column, context.marks);
      return ID.transform((number) => context.pseudonymise(mark + number));
    }
    case 'person':
      return ID.transform((number) => context.pseudonymise(`${column.source}:${number}`));
    case 'text':
    case 'mark':
      return z.string();
    case 'personal':
      return column.identity === 'date_of_birth'
        ? dateBetween(column.earliest, context.today)
        : z.string();
    case 'date':
      return dateBetween(column.earliest, column.future ? '2199-12-31' : context.today);
    case 'yes_no':
      return YES_NO;
    case 'whole':
      return whole(column.least, column.most);
    case 'number':
      return NUMBER;
    case 'code':
      return codeOf(context.codes.get(column.codes));
  }
}

/** What stands before the children's numbers of a column when their pseudonyms are made. */
export function markOfNumbers(column: Column, marks: Marks | undefined): string {
  if (column.type !== 'child' || !marks) return '';
  return column.former ? marks.former : marks.own;
}

/** What a spreadsheet makes of a long number; also a pattern of the database. */
export const EXPONENT = String.raw`\d(\.\d+)?[eE]\+?\d+`;

/** An identifier is kept as written. One in a spreadsheet's exponent form (1.23E+12) has lost digits and is refused. */
const ID = z.string().regex(new RegExp(`^(?!${EXPONENT}$).{1,100}$`, 's'), { error: 'bad-id' });

const YES_OR_NO = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['no', 'false'],
  ['n', 'false'],
]);

const YES_NO = z
  .string()
  .transform((text) => YES_OR_NO.get(text.toLowerCase()) ?? '')
  .refine((text) => text !== '', { error: 'bad-yes-no' });

const NUMBER = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: 'bad-number', abort: true })
  .refine((text) => Number.isFinite(Number(text)), { error: 'number-out-of-range' });

function whole(least: number, most: number): z.ZodType<string> {
  return z
    .string()
    .regex(/^\d{1,12}$/, { error: 'bad-number' })
    .transform((text) => String(Number(text)))
    .refine((text) => Number(text) >= least && Number(text) <= most, {
      error: 'number-out-of-range',
    });
}

function codeOf(codes: CodeList | undefined): z.ZodType<string> {
  if (!codes) throw new TypeError('a code column needs its list');
  return z
    .string()
    .transform((text) => canonical(codes, text) ?? '')
    .refine((text) => text !== '', { error: 'unknown-code' });
}

function dateBetween(earliest: Day, latest: Day): z.ZodType<string> {
  return z
    .string()
    .refine((text) => !isAmerican(text), { error: 'american-date', abort: true })
    .transform((text) => isoDay(text) ?? '')
    .refine((day) => day !== '', { error: 'bad-date', abort: true })
    .refine((day) => day >= earliest && day <= latest, { error: 'date-out-of-range' });
}

/** Day first, as UK extracts write it, or ISO with or without a midnight time; anything else is no date here. */
function isoDay(text: string): Day | null {
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

/** A day that there is only with its month first: whoever wrote it may have written every other so. */
function isAmerican(text: string): boolean {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  return Number(date) > 12 && isoDay(`${date}/${month}/${year}`) !== null;
}

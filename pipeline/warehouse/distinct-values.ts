// The cells of a plain file → the different texts of its columns, each judged once.
import type { Column } from '../contracts/contract.js';
import type { Faults } from '../contracts/faults.js';
import type { KeptCell } from '../contracts/stored-columns.js';
import type { Connection } from './connection.js';
import { cellOf } from './plain-cells.js';
import { literal } from './sql.js';

/** What is kept of a text: a value, nothing, or a fault by its code. */
export interface Answer {
  readonly value: string | null;
  readonly fault: Faults['code'] | null;
}

/** What texts are judged by. */
export interface Judging {
  readonly answer: (cell: KeptCell, text: string) => Answer;
  /** The form of an identifier that a spreadsheet has changed, as a pattern. */
  readonly exponent: string;
  /** With these the database makes the pseudonyms of numbers that stand as they are. */
  readonly pads: { readonly inner: Uint8Array; readonly outer: Uint8Array };
  /** What stands before the numbers of a column of children when their pseudonyms are made. */
  readonly mark: (cell: KeptCell) => string;
}

/** What the answers come to: the columns, by their places, whose texts change, those with a fault, and the faults. */
export interface Answers {
  readonly changed: ReadonlySet<number>;
  readonly faulty: readonly number[];
  /** The codes of faults; in the database a fault is its place here, so that no text goes with it. */
  readonly faults: readonly Faults['code'][];
  /** The different codes that texts of a column of codes stand for, by its place. */
  readonly codes: ReadonlyMap<number, readonly string[]>;
}

/**
 * Gathers, in one reading of the cells, the different texts of each column that are not certain to be kept as they stand,
 * and the pseudonyms of numbers that do.
 */
export async function askTexts(
  connection: Connection,
  cells: string,
  columns: readonly KeptCell[],
  judging: Judging,
): Promise<void> {
  await connection.tell(
    'create or replace table asked (place integer, text varchar, value varchar)',
  );
  if (columns.length === 0) return;
  const value = pseudonyms(columns, judging);
  const statement = await connection.ready(
    `insert into asked select *, ${value ?? 'null'} from (${textsOf(cells, columns, judging)})`,
  );
  await statement.tell(...(value === null ? [] : [judging.pads.inner, judging.pads.outer]));
  statement.close();
}

/** Judges every text that was asked and has no pseudonym. */
export async function answerTexts(
  connection: Connection,
  columns: readonly KeptCell[],
  judging: Judging,
): Promise<Answers> {
  await connection.tell(
    'create or replace table answers (place integer, text varchar, value varchar, fault integer)',
  );
  const faults = await judge(connection, columns, judging);
  const rows = await connection.ask(
    `select place, bool_or(fault is not null or value is distinct from nullif(text, '')), bool_or(fault is not null)
     from answers group by place order by place`,
  );
  const changed = rows.filter(([, changes]) => changes).map(([place]) => Number(place));
  const numbers = columns.filter(({ column }) => isOfNumbers(column)).map(({ place }) => place);
  return {
    changed: new Set([...changed, ...numbers]),
    faulty: rows.filter(([, , has]) => has).map(([place]) => Number(place)),
    faults,
    codes: await codesAmong(connection, columns),
  };
}

async function codesAmong(
  connection: Connection,
  columns: readonly KeptCell[],
): Promise<Map<number, string[]>> {
  const places = columns.flatMap(({ column, place }) => (column.type === 'code' ? place : []));
  if (places.length === 0) return new Map();
  const rows = await connection.ask(
    `select distinct place, value from answers where place in (${places.join(', ')}) and value is not null order by all`,
  );
  const codesOf = (place: number): string[] =>
    rows.flatMap(([of, code]) => (of === place ? String(code) : []));
  return new Map(places.map((place) => [place, codesOf(place)]));
}

/** Whether the texts of a column are numbers of somebody, of which pseudonyms are kept. */
function isOfNumbers(column: Column): column is Extract<Column, { type: 'child' | 'person' }> {
  return column.type === 'child' || column.type === 'person';
}

/** What became of the texts of a column: a query of each text, the value that is kept of it, and its fault. */
export function answersOf(cell: KeptCell, type: string): string {
  const { place } = cell;
  const judged = `select text, value::${type} as value, fault from answers where place = ${place}`;
  const made = `select text, value, null from asked where place = ${place} and value is not null`;
  return isOfNumbers(cell.column) ? `${judged} union all ${made}` : judged;
}

/** Whether the texts of a column are all judged, and not only those that may change. */
export function isAsked(column: Column): column is Exclude<Column, { type: 'id' | 'text' }> {
  return column.type !== 'id' && column.type !== 'text';
}

/** Leaves nothing of the cells behind. */
export async function forgetTexts(connection: Connection): Promise<void> {
  for (const table of ['asked', 'answers']) await connection.tell(`drop table if exists ${table}`);
}

/** The different texts of each column, by its place. */
function textsOf(
  cells: string,
  columns: readonly KeptCell[],
  { exponent }: Pick<Judging, 'exponent'>,
): string {
  const texts = columns.map((column) => `${askedOf(column, exponent)} as text_${column.place}`);
  const all = columns.map(({ place }) => `text_${place}`);
  const place = columns.map(({ place: of }) => `when text_${of} is not null then ${of}`).join(' ');
  return `select case ${place} end as place, coalesce(${all.join(', ')}) as text
    from (select ${texts.join(', ')} from ${cells})
    group by grouping sets (${all.map((text) => `(${text})`).join(', ')})
    having text is not null`;
}

/**
 * HMAC-SHA-256 as `pseudonymiser` makes it, of the numbers that stand as they are; of other texts, null. In the same
 * statement that gathers them, because both processors then make some. Null where no column is of numbers.
 */
function pseudonyms(
  columns: readonly KeptCell[],
  { exponent, mark }: Pick<Judging, 'exponent' | 'mark'>,
): string | null {
  const cases = columns.flatMap((cell) => {
    const { column, place } = cell;
    if (!isOfNumbers(column)) return [];
    const of = column.type === 'person' ? `${column.source}:` : mark(cell);
    const hashed = `sha256($2 || unhex(sha256($1 || encode(${literal(`child:${of}`)} || text))))`;
    return [`when place = ${place} and ${isSound('text', exponent)} then left(${hashed}, 32)`];
  });
  return cases.length === 0 ? null : `case ${cases.join(' ')} end`;
}

/** Answers every text still asked; gives the codes of the faults met. */
async function judge(
  connection: Connection,
  columns: readonly KeptCell[],
  { answer }: Judging,
): Promise<Faults['code'][]> {
  const faults: Faults['code'][] = [];
  const byPlace = new Map(columns.map((column) => [column.place, column]));
  const answered = (place: unknown, text: unknown): [string | null, number | null] => {
    const column = byPlace.get(Number(place));
    if (!column) throw new RangeError('a text of no column');
    const { value, fault } = answer(column, String(text));
    if (fault !== null && !faults.includes(fault)) faults.push(fault);
    return [value, fault === null ? null : faults.indexOf(fault)];
  };
  // An answer goes back to its text by number: a text that begins with a byte order mark comes here without it.
  const statement = await connection.ready(
    `insert into answers select place, text, given.value, fault from asked join (
       select unnest(from_json($1, '["bigint"]')) as number, unnest(from_json($2, '["varchar"]')) as value, unnest(from_json($3, '["integer"]')) as fault
     ) as given on asked.rowid = given.number`,
  );
  const reader = await connection.beside();
  try {
    const unanswered = 'select rowid::integer, place, text from asked where value is null';
    for await (const rows of reader.askInParts(unanswered)) {
      const answers = rows.map(([, place, text]) => answered(place, text));
      await statement.tell(
        JSON.stringify(rows.map(([number]) => number)),
        JSON.stringify(answers.map(([value]) => value)),
        JSON.stringify(answers.map(([, fault]) => fault)),
      );
    }
  } finally {
    reader.close();
    statement.close();
  }
  return faults;
}

/** A cell whose text somebody must judge, as that text; null where it is certain to be kept as it stands. */
function askedOf({ column, index }: KeptCell, exponent: string): string {
  const cell = cellOf(index);
  if (isAsked(column)) return cell;
  const sound = column.type === 'id' ? isSound(cell, exponent) : isTrimmed(cell);
  return `case when ${sound}${column.required ? '' : ` or ${cell} = ''`} then null else ${cell} end`;
}

/**
 * Holds only of texts that neither begin nor end with a space. Of what is not all ASCII, the first and the last letter
 * must be; to cut the last off takes longer than the rest.
 */
function isTrimmed(text: string): string {
  return `(${text} >= '!' and case when length(${text}) = strlen(${text}) then not ends_with(${text}, ' ') else ${text} < chr(127) and right(${text}, 1) between '!' and '~' end)`;
}

/** Holds only of identifiers that are kept as they stand. */
function isSound(text: string, exponent: string): string {
  const mayBeNumber = `${text} < ':' and (contains(${text}, 'e') or contains(${text}, 'E'))`;
  const changed = `case when ${mayBeNumber} then regexp_full_match(${text}, ${literal(exponent)}) else false end`;
  return `(${isTrimmed(text)} and strlen(${text}) <= 100 and not ${changed})`;
}

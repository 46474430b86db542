// The cells of a lot → each different text of a column judged once, and the lot's rows accepted or set aside by that.
import type { Faults } from '../contracts/faults.js';
import { typeOf } from './column-types.js';
import type { Connection } from './connection.js';
import { cellOf, LOT, standsTest, type LotColumn, type LotLayout } from './lot.js';
import { ACCEPTED, SET_ASIDE } from './spooled.js';
import { name } from './sql.js';

/** What is kept of a text: a value, nothing, or a fault by its code. */
export interface Answer {
  readonly value: string | null;
  readonly fault: Faults['code'] | null;
}

/** What texts are judged by. */
export interface Judging {
  readonly answer: (column: LotColumn, text: string) => Answer;
  /** The form of an identifier that a spreadsheet has changed, as a pattern. */
  readonly exponent: string;
  /** With these the database makes the pseudonyms of children's numbers that stand as they are. */
  readonly pads: { readonly inner: Uint8Array; readonly outer: Uint8Array };
}

/** A column with the answers to its texts. `all`: every text has one; else the others are kept as they stand. */
interface Answered extends LotColumn {
  readonly answers: string | null;
  readonly faulty: boolean;
}

/** How many texts are fetched at once. */
const BATCH = 50_000;

/**
 * Judges the texts of a lot, puts its rows that have the heading's number of cells among those accepted and those set
 * aside, and gives the faults; `most` of each kind are placed.
 */
export async function settleLot(
  connection: Connection,
  layout: LotLayout,
  judging: Judging,
  file: number,
  most: number,
): Promise<{ readonly accepted: number; readonly setAside: number; readonly faults: Faults[] }> {
  const answered: Answered[] = [];
  for (const column of layout.columns)
    answered.push(await answer(connection, layout, column, judging));
  const before = await counts(connection);
  const faulty = answered.filter(({ faulty: has }) => has);
  const isFaulty = faulty.map(({ place }) => `answers_${place}.fault is not null`).join(' or ');
  const rows = `${rowsOf(answered)} where "#cells" = ${layout.width}`;
  const columns = [...layout.columns.map(({ column }) => name(column.name)), '"#file"', '"#line"'];
  const values = [...answered.map(valueOf), String(file), '"#line"'].join(', ');
  const insert = (table: string, only: string): Promise<void> =>
    connection.tell(
      `insert into ${table} (${columns.join(', ')}) select ${values} from ${rows}${only}`,
    );
  await insert(ACCEPTED, isFaulty === '' ? '' : ` and not (${isFaulty})`);
  const faults: Faults[] = [];
  if (isFaulty !== '') await insert(SET_ASIDE, ` and (${isFaulty})`);
  for (const column of faulty)
    faults.push(...(await faultsOf(connection, layout, column, file, most)));
  for (const { place, answers } of answered)
    if (answers !== null) await connection.tell(`drop table answers_${place}`);
  const after = await counts(connection);
  return {
    accepted: after.accepted - before.accepted,
    setAside: after.setAside - before.setAside,
    faults,
  };
}

async function counts(connection: Connection): Promise<{ accepted: number; setAside: number }> {
  const [row] = await connection.ask(
    `select (select count(*) from ${ACCEPTED})::integer, (select count(*) from ${SET_ASIDE})::integer`,
  );
  const [accepted = 0, setAside = 0] = (row ?? []).map(Number);
  return { accepted, setAside };
}

async function answer(
  connection: Connection,
  { width }: LotLayout,
  column: LotColumn,
  judging: Judging,
): Promise<Answered> {
  const table = `answers_${column.place}`;
  const cell = cellOf(column);
  const stands = standsTest(column, judging.exponent);
  const awkward = stands === null ? '' : ` and not (${stands})`;
  await connection.tell(
    `create or replace table asked as select distinct ${cell} as text from ${LOT} where "#cells" = ${width}${awkward}`,
  );
  const isChild = column.column.type === 'child';
  const texts = await size(connection);
  if (texts === 0 && stands !== null && !isChild)
    return { ...column, answers: null, faulty: false };
  await connection.tell(
    `create or replace table ${table} (text varchar, value ${typeOf(column.column)}, fault varchar)`,
  );
  const faulty = await judge(connection, column, texts, judging);
  if (isChild && stands !== null) await pseudonymise(connection, column, stands, width, judging);
  return { ...column, answers: table, faulty };
}

async function size(connection: Connection): Promise<number> {
  const [row] = await connection.ask('select count(*)::integer from asked');
  return Number(row?.[0]);
}

/** Answers every text asked of a column; says whether any has a fault. */
async function judge(
  connection: Connection,
  column: LotColumn,
  texts: number,
  { answer: judged }: Judging,
): Promise<boolean> {
  const statement = await connection.ready(
    `insert into answers_${column.place} select text, value, fault from asked join (
       select unnest(from_json($1, '["bigint"]')) as place, unnest(from_json($2, '["varchar"]')) as value, unnest(from_json($3, '["varchar"]')) as fault
     ) as given on asked.rowid = given.place`,
  );
  let faulty = false;
  for (let from = 0; from < texts; from += BATCH) {
    const rows = await connection.ask(
      `select text, rowid::integer from asked where rowid >= ${from} and rowid < ${from + BATCH}`,
    );
    // An answer goes back to its text by place: a text that begins with a byte order mark comes here without it.
    const answers = rows.map(([text]) => judged(column, String(text)));
    faulty ||= answers.some(({ fault }) => fault !== null);
    await statement.tell(
      JSON.stringify(rows.map(([, place]) => place)),
      JSON.stringify(answers.map(({ value }) => value)),
      JSON.stringify(answers.map(({ fault }) => fault)),
    );
  }
  statement.close();
  return faulty;
}

/** HMAC-SHA-256 as `pseudonymiser` makes it, of the numbers that stand as they are. */
async function pseudonymise(
  connection: Connection,
  column: LotColumn,
  stands: string,
  width: number,
  { pads }: Judging,
): Promise<void> {
  const cell = cellOf(column);
  const statement = await connection.ready(
    `insert into answers_${column.place}
     select text, left(sha256($2 || unhex(sha256($1 || encode('child:' || text)))), 32), null
     from (select distinct ${cell} as text from ${LOT} where "#cells" = ${width} and ${stands})`,
  );
  await statement.tell(pads.inner, pads.outer);
  statement.close();
}

function rowsOf(answered: readonly Answered[]): string {
  const joins = answered.flatMap((column) =>
    column.answers === null
      ? []
      : [`left join ${column.answers} on ${column.answers}.text = ${cellOf(column)}`],
  );
  return [LOT, ...joins].join(' ');
}

/** A text that nobody was asked about is kept as it stands. */
function valueOf({ column, place, answers }: Answered): string {
  if (answers === null) return cellOf({ place });
  const asks = column.type === 'id' || column.type === 'text';
  if (!asks) return `${answers}.value`;
  return `case when ${answers}.text is null then ${cellOf({ place })} else ${answers}.value end`;
}

async function faultsOf(
  connection: Connection,
  { width }: LotLayout,
  { column, place, answers }: Answered,
  file: number,
  most: number,
): Promise<Faults[]> {
  const rows = await connection.ask(
    `select fault, "#line", (count(*) over (partition by fault))::integer
     from ${LOT} join ${String(answers)} on text = ${cellOf({ place })}
     where "#cells" = ${width} and fault is not null
     qualify row_number() over (partition by fault order by "#line") <= ${most} order by "#line"`,
  );
  const codes = [...new Set(rows.map(([code]) => code as Faults['code']))];
  return codes.map((code) => {
    const own = rows.filter(([of]) => of === code);
    const places = own.map(([, line]) => ({ line: Number(line) }));
    return { code, column: column.name, file, count: Number(own[0]?.[2]), places };
  });
}

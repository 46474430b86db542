// A child's pseudonyms and every delivery of a store → the deliveries that hold the child, written anew without.
import { join } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { storing } from './parts.js';
import { literal, name } from './sql.js';

/** A delivery of an extract, as it lies in the store. */
export interface Held {
  readonly contract: Contract;
  /** The case system it comes from, by its mark: what refers to a record is of the same one. */
  readonly system?: string | undefined;
  /** Of a spreadsheet kept beside a case system, that one's mark: it holds what the spreadsheet refers to and has not. */
  readonly beside?: string | undefined;
  readonly delivery: string;
  readonly parquet: string;
}

/** A person of a partner who was found to be the child. */
export interface Linked {
  readonly source: string;
  readonly person: string;
}

/** Which deliveries hold the child, each with its file anew, and who the child is to partners: by source, a pseudonym. */
export interface Without {
  readonly anew: readonly { readonly was: string; readonly parquet: string }[];
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Writes anew, into a folder, each delivery that has a row of the child: one with a pseudonym of the child's, one of a
 * person whom a partner's record, or `linked`, links to it, or one that points at such a row. `held` has each extract after those it
 * refers to.
 */
export async function writeWithout(
  connection: Connection,
  held: readonly Held[],
  child: ReadonlySet<string>,
  linked: readonly Linked[],
  folder: string,
): Promise<Without> {
  const persons = await personsOf(connection, held, child);
  for (const { source, person } of linked)
    persons.set(source, new Set([...(persons.get(source) ?? []), person]));
  await connection.tell('create table gone (system varchar, extract varchar, key varchar)');
  const anew: { was: string; parquet: string }[] = [];
  const tests = new Map<Held, string>();
  for (const each of held) {
    const test = isOf(each, held, await columnsIn(connection, each), child, persons);
    tests.set(each, test);
    if (test !== NOBODY) await connection.tell(markGone(each, test));
  }
  for (const [each, test] of tests) {
    if (test === NOBODY) continue;
    const from = `from read_parquet(${literal(each.parquet)})`;
    const [row] = await connection.ask(`select count(*)::integer ${from} where ${test}`);
    if (row?.[0] === 0) continue;
    const parquet = join(folder, `${each.delivery}.without`);
    await connection.tell(storing(`select * ${from} where not (${test})`, parquet));
    anew.push({ was: each.delivery, parquet });
  }
  return { anew, persons };
}

const NOBODY = 'false';

/**
 * Every pseudonym of the child that has this one: in each case system, where rows of children say which number a child
 * had in the system before. Of what was said at different times the last counts, as it does when systems are joined. A
 * number that two children are then said to have had is that of neither.
 */
export async function pseudonymsOf(
  connection: Connection,
  held: readonly Held[],
  given: string,
): Promise<ReadonlySet<string>> {
  const said: string[] = [];
  for (const [nth, each] of held.entries()) {
    const { key, storedColumns: kept } = each.contract;
    const former = kept.find((column) => column.type === 'child' && column.former);
    if (!former || !(await columnsIn(connection, each)).has(former.name)) continue;
    const both = `${name(key[0] ?? '')} as own, ${name(former.name)} as former`;
    said.push(`select ${both}, ${nth} as nth from read_parquet(${literal(each.parquet)})`);
  }
  if (said.length === 0) return new Set([given]);
  const rows = await connection.ask(
    `with recursive pairs as (
       select distinct own, former from (
         from (${said.join(' union all ')}) qualify nth = max(nth) over (partition by own)
       ) where former is not null
       qualify nth = max(nth) over (partition by former) and count(*) over (partition by former, nth) = 1
     ), same as (select own, former from pairs union all select former, own from pairs),
     found as (
       select ${literal(given)} as number
       union select s.former from same as s join found as f on s.own = f.number
     ) from found`,
  );
  return new Set(rows.map(([number]) => String(number)));
}

/** Whether any delivery has a row with a pseudonym of a child. */
export async function isHeld(
  connection: Connection,
  held: readonly Held[],
  child: string,
): Promise<boolean> {
  for (const each of held) {
    const own = each.contract.storedColumns.filter(({ type }) => type === 'child');
    const columns = await columnsIn(connection, each);
    const tests = own.flatMap((column) => (columns.has(column.name) ? [name(column.name)] : []));
    if (tests.length === 0) continue;
    const [row] = await connection.ask(
      `select count(*)::integer from read_parquet(${literal(each.parquet)}) where ${literal(child)} in (${tests.join(', ')})`,
    );
    if (row?.[0] !== 0) return true;
  }
  return false;
}

/** Who a partner's records say the child is. */
async function personsOf(
  connection: Connection,
  held: readonly Held[],
  child: ReadonlySet<string>,
): Promise<Map<string, Set<string>>> {
  const persons = new Map<string, Set<string>>();
  for (const each of held) {
    const person = each.contract.storedColumns.find(({ type }) => type === 'person');
    const columns = await columnsIn(connection, each);
    const linked = each.contract.storedColumns.find(
      ({ name, type }) => type === 'child' && columns.has(name),
    );
    if (person?.type !== 'person' || !linked || !columns.has(person.name)) continue;
    const found = await connection.ask(
      `select distinct ${name(person.name)} from read_parquet(${literal(each.parquet)}) where ${name(linked.name)} in (${listOf(child)})`,
    );
    const own = persons.get(person.source) ?? new Set<string>();
    for (const [number] of found) if (typeof number === 'string') own.add(number);
    persons.set(person.source, own);
  }
  return persons;
}

/** The test of a row: whether it is of the child. Never null. */
function isOf(
  each: Held,
  all: readonly Held[],
  columns: ReadonlySet<string>,
  child: ReadonlySet<string>,
  persons: Without['persons'],
): string {
  const tests = each.contract.storedColumns.flatMap((column) => {
    if (!columns.has(column.name)) return [];
    const cell = name(column.name);
    if (column.type === 'child') return [`${cell} in (${listOf(child)})`];
    if (column.type === 'person')
      return [...(persons.get(column.source) ?? [])].map(
        (number) => `${cell} = ${literal(number)}`,
      );
    if (column.references === undefined) return [];
    const gone = `select key from gone where extract = ${literal(column.references)} and system = ${literal(holderOf(each, column.references, all))}`;
    return [`${cell} in (${gone})`];
  });
  return tests.length === 0 ? NOBODY : tests.map((test) => `coalesce(${test}, false)`).join(' or ');
}

/** The mark of the system whose records of an extract a delivery refers to. */
function holderOf({ system = '', beside }: Held, extract: string, all: readonly Held[]): string {
  const isOwn = ({ contract, system: of = '' }: Held): boolean =>
    contract.extract === extract && of === system;
  return beside === undefined || all.some(isOwn) ? system : beside;
}

function markGone({ contract: { extract, key }, system, parquet }: Held, test: string): string {
  const [column = ''] = key;
  return `insert into gone select distinct ${literal(system ?? '')}, ${literal(extract)}, ${name(column)} from read_parquet(${literal(parquet)}) where ${test}`;
}

async function columnsIn(connection: Connection, { parquet }: Held): Promise<Set<string>> {
  const rows = await connection.ask(`select name from parquet_schema(${literal(parquet)})`);
  return new Set(rows.map(([column]) => String(column)));
}

function listOf(child: ReadonlySet<string>): string {
  return [...child].map(literal).join(', ');
}

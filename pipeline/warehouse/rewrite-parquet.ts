// A child's pseudonyms and every delivery of a store → the deliveries that hold the child, rewritten without the child.
import { join } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { storeParquet } from './parts.js';
import { quoteText, quoteName } from './sql.js';

/** A delivery in the store. */
export interface StoredDelivery {
  readonly contract: Contract;
  /** The case system it comes from, by its mark: what refers to a record is of the same one. */
  readonly system?: string | undefined;
  /** For a spreadsheet that supplements a case system: that system's mark, which holds the records it refers to. */
  readonly parentMark?: string | undefined;
  readonly delivery: string;
  readonly parquet: string;
}

/** A person of a partner who was found to be the child. */
export interface LinkedPerson {
  readonly source: string;
  readonly person: string;
}

/** Which deliveries hold the child, each with its file anew, and who the child is to partners: by source, a pseudonym. */
export interface RowsRemoved {
  readonly rewritten: readonly { readonly was: string; readonly parquet: string }[];
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Writes anew, into a folder, each delivery that has a row of the child: one with a pseudonym of the child's, one of a
 * person whom a partner's record, or `linked`, links to it, or one that points at such a row. `held` has each extract after those it
 * refers to.
 */
export async function rewriteDeliveries(
  connection: Connection,
  deliveries: readonly StoredDelivery[],
  child: ReadonlySet<string>,
  linked: readonly LinkedPerson[],
  folder: string,
): Promise<RowsRemoved> {
  const persons = await findPersons(connection, deliveries, child);
  for (const { source, person } of linked)
    persons.set(source, new Set([...(persons.get(source) ?? []), person]));
  await connection.execute('create table gone (system varchar, extract varchar, key varchar)');
  const rewritten: { was: string; parquet: string }[] = [];
  const tests = new Map<StoredDelivery, string>();
  for (const each of deliveries) {
    const test = buildChildTest(
      each,
      deliveries,
      await readColumns(connection, each),
      child,
      persons,
    );
    tests.set(each, test);
    if (test !== NOBODY) await connection.execute(buildRemovalMark(each, test));
  }
  for (const [each, test] of tests) {
    if (test === NOBODY) continue;
    const from = `from read_parquet(${quoteText(each.parquet)})`;
    const [row] = await connection.query(`select count(*)::integer ${from} where ${test}`);
    if (row?.[0] === 0) continue;
    const parquet = join(folder, `${each.delivery}.without`);
    await storeParquet(connection, `select * ${from} where not (${test})`, parquet);
    rewritten.push({ was: each.delivery, parquet });
  }
  return { rewritten, persons };
}

const NOBODY = 'false';

/**
 * Every pseudonym of the child that has this one: in each case system, where rows of children say which number a child
 * had in the system before. Of what was said at different times the last counts, as it does when systems are joined. A
 * number that two children are then said to have had is that of neither.
 */
export async function findPseudonyms(
  connection: Connection,
  deliveries: readonly StoredDelivery[],
  pseudonym: string,
): Promise<ReadonlySet<string>> {
  const said: string[] = [];
  for (const [nth, each] of deliveries.entries()) {
    const { key, storedColumns: kept } = each.contract;
    const former = kept.find((column) => column.type === 'child' && column.former);
    if (!former || !(await readColumns(connection, each)).has(former.name)) continue;
    const both = `${quoteName(key[0] ?? '')} as own, ${quoteName(former.name)} as former`;
    said.push(`select ${both}, ${nth} as nth from read_parquet(${quoteText(each.parquet)})`);
  }
  if (said.length === 0) return new Set([pseudonym]);
  const rows = await connection.query(
    `with recursive pairs as (
       select distinct own, former from (
         from (${said.join(' union all ')}) qualify nth = max(nth) over (partition by own)
       ) where former is not null
       qualify nth = max(nth) over (partition by former) and count(*) over (partition by former, nth) = 1
     ), same as (select own, former from pairs union all select former, own from pairs),
     found as (
       select ${quoteText(pseudonym)} as number
       union select s.former from same as s join found as f on s.own = f.number
     ) from found`,
  );
  return new Set(rows.map(([number]) => String(number)));
}

/** Whether any delivery has a row with a pseudonym of a child. */
export async function isStored(
  connection: Connection,
  deliveries: readonly StoredDelivery[],
  child: string,
): Promise<boolean> {
  for (const each of deliveries) {
    const own = each.contract.storedColumns.filter(({ type }) => type === 'child');
    const columns = await readColumns(connection, each);
    const tests = own.flatMap((column) =>
      columns.has(column.name) ? [quoteName(column.name)] : [],
    );
    if (tests.length === 0) continue;
    const [row] = await connection.query(
      `select count(*)::integer from read_parquet(${quoteText(each.parquet)}) where ${quoteText(child)} in (${tests.join(', ')})`,
    );
    if (row?.[0] !== 0) return true;
  }
  return false;
}

/** Who a partner's records say the child is. */
async function findPersons(
  connection: Connection,
  deliveries: readonly StoredDelivery[],
  child: ReadonlySet<string>,
): Promise<Map<string, Set<string>>> {
  const persons = new Map<string, Set<string>>();
  for (const each of deliveries) {
    const person = each.contract.storedColumns.find(({ type }) => type === 'person');
    const columns = await readColumns(connection, each);
    const linked = each.contract.storedColumns.find(
      ({ name, type }) => type === 'child' && columns.has(name),
    );
    if (person?.type !== 'person' || !linked || !columns.has(person.name)) continue;
    const found = await connection.query(
      `select distinct ${quoteName(person.name)} from read_parquet(${quoteText(each.parquet)}) where ${quoteName(linked.name)} in (${formatList(child)})`,
    );
    const own = persons.get(person.source) ?? new Set<string>();
    for (const [number] of found) if (typeof number === 'string') own.add(number);
    persons.set(person.source, own);
  }
  return persons;
}

/** The test of a row: whether it is of the child. Never null. */
function buildChildTest(
  each: StoredDelivery,
  all: readonly StoredDelivery[],
  columns: ReadonlySet<string>,
  child: ReadonlySet<string>,
  persons: RowsRemoved['persons'],
): string {
  const tests = each.contract.storedColumns.flatMap((column) => {
    if (!columns.has(column.name)) return [];
    const cell = quoteName(column.name);
    if (column.type === 'child') return [`${cell} in (${formatList(child)})`];
    if (column.type === 'person')
      return [...(persons.get(column.source) ?? [])].map(
        (number) => `${cell} = ${quoteText(number)}`,
      );
    if (column.references === undefined) return [];
    const gone = `select key from gone where extract = ${quoteText(column.references)} and system = ${quoteText(findReferencedSystem(each, column.references, all))}`;
    return [`${cell} in (${gone})`];
  });
  return tests.length === 0 ? NOBODY : tests.map((test) => `coalesce(${test}, false)`).join(' or ');
}

/** The mark of the system whose records of an extract a delivery refers to. */
function findReferencedSystem(
  { system = '', parentMark }: StoredDelivery,
  extract: string,
  all: readonly StoredDelivery[],
): string {
  const isOwn = ({ contract, system: other = '' }: StoredDelivery): boolean =>
    contract.extract === extract && other === system;
  return parentMark === undefined || all.some(isOwn) ? system : parentMark;
}

function buildRemovalMark(
  { contract: { extract, key }, system, parquet }: StoredDelivery,
  test: string,
): string {
  const [column = ''] = key;
  return `insert into gone select distinct ${quoteText(system ?? '')}, ${quoteText(extract)}, ${quoteName(column)} from read_parquet(${quoteText(parquet)}) where ${test}`;
}

async function readColumns(
  connection: Connection,
  { parquet }: StoredDelivery,
): Promise<Set<string>> {
  const rows = await connection.query(`select name from parquet_schema(${quoteText(parquet)})`);
  return new Set(rows.map(([column]) => String(column)));
}

function formatList(child: ReadonlySet<string>): string {
  return [...child].map(quoteText).join(', ');
}

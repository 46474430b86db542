// Raw tables → the identities in them, by pseudonyms and marks; and links of partners' persons to children → raw.links.
import type { Contract } from '../contracts/contract.js';
import type { LinkRow } from '../identity/links-as-at.js';
import type { PersonReference } from '../identity/records.js';
import type { Connection } from './connection.js';
import { rawTable } from './raw.js';
import { quoteText, quoteName } from './sql.js';

/** The identities in the raw tables. */
export interface RawIdentities {
  /** Every distinct reference to a person of a partner. */
  readonly persons: readonly PersonReference[];
  /** The mark of each of the service's children. */
  readonly children: ReadonlyMap<string, string | null>;
}

/** Says which of the persons is which child. */
export type LinkPersons = (identities: RawIdentities) => readonly LinkRow[];

/** Finds the identities in the raw tables. */
export async function findIdentities(
  connection: Connection,
  contracts: readonly Contract[],
): Promise<RawIdentities> {
  const partners = contracts.flatMap(buildPersonQueries);
  const rows =
    partners.length === 0
      ? []
      : await connection.query(
          `select distinct * from (${partners.join(' union all ')}) order by all`,
        );
  const own = contracts.find(({ extract }) => extract === 'children');
  const children = own ? await readChildren(connection, own, rawTable(own)) : new Map();
  return {
    persons: rows.map(([source, person, mark = null, child = null]) => ({
      source: String(source),
      person: String(person),
      mark: mark as string | null,
      child: child as string | null,
    })),
    children,
  };
}

/** Lists the children in a Parquet file of accepted rows, with their marks. */
export function listChildren(
  connection: Connection,
  contract: Contract,
  parquet: string,
): Promise<RawIdentities['children']> {
  return readChildren(connection, contract, `read_parquet(${quoteText(parquet)})`);
}

/** The extract that the table of links passes for in the lineage of a query. */
export const LINKS = 'links';

/** Makes `raw.links(source, person, child, status, weight)`, both numbers as pseudonyms, without a row. */
export function createLinks(connection: Connection): Promise<void> {
  return connection.execute(
    `create table raw.${LINKS} (source varchar, person varchar, child varchar, status varchar, weight double)`,
  );
}

/** Puts links into their table. */
export async function fillLinks(connection: Connection, links: readonly LinkRow[]): Promise<void> {
  const statement = await connection.prepare(
    `insert into raw.${LINKS} select unnest(from_json($1,
       '[{"source": "varchar", "person": "varchar", "child": "varchar", "status": "varchar", "weight": "double"}]'), recursive := true)`,
  );
  await statement.execute(JSON.stringify(links));
  statement.close();
}

/** The persons of an extract beside what is said of them; nothing of an extract that has no persons. */
function buildPersonQueries(contract: Contract): string[] {
  const { storedColumns: kept } = contract;
  const person = kept.find(({ type }) => type === 'person');
  if (person?.type !== 'person') return [];
  const formatColumn = (type: 'mark' | 'child'): string => {
    const found = kept.find((column) => column.type === type);
    return found ? `p.${quoteName(found.name)}` : 'null::varchar';
  };
  const number = `p.${quoteName(person.name)}`;
  const child = formatColumn('child');
  // The partner may know the child by the number of a case system whose children are linked to those of another.
  return [
    `select ${quoteText(person.source)}, ${number}, ${formatColumn('mark')}, coalesce(s.earlier, ${child})
     from ${rawTable(contract)} as p left join (select child_id, min(earlier) as earlier from raw.system_children group by child_id) as s
       on s.child_id = ${child} where ${number} is not null`,
  ];
}

async function readChildren(
  connection: Connection,
  contract: Contract,
  table: string,
): Promise<RawIdentities['children']> {
  const child = contract.storedColumns.find(({ type }) => type === 'child');
  const mark = contract.storedColumns.find(({ type }) => type === 'mark');
  if (!child) return new Map();
  const rows = await connection.query(
    `select ${quoteName(child.name)}, ${mark ? quoteName(mark.name) : 'null'} from ${table}`,
  );
  return new Map(rows.map(([number, own = null]) => [String(number), own as string | null]));
}

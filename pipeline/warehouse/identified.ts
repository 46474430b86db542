// Raw tables of partners' extracts → raw.links: which of their persons is which child of the service.
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { literal, name } from './sql.js';

/**
 * Makes `raw.links(source, person, child, status, weight)`, both numbers as pseudonyms, and fills it with what partners
 * say themselves: a person on whose row the partner wrote the service's own number of a child is that child for certain.
 * One with the numbers of two children has two rows, and staging links that person to neither.
 */
export async function createLinks(
  connection: Connection,
  contracts: readonly Contract[],
): Promise<void> {
  await connection.tell(
    'create table raw.links (source varchar, person varchar, child varchar, status varchar, weight double)',
  );
  const named = contracts.flatMap(saying);
  if (named.length > 0)
    await connection.tell(
      `insert into raw.links select distinct *, 'certain', null from (${named.join(' union all ')})`,
    );
}

/** The persons of an extract beside the children they are said to be; nothing of an extract that has no persons. */
function saying({ extract, kept }: Contract): string[] {
  const person = kept.find(({ type }) => type === 'person');
  const child = kept.find(({ type }) => type === 'child');
  if (person?.type !== 'person' || !child) return [];
  const table = `raw.${name(extract)}`;
  const both = `${literal(person.source)}, ${name(person.name)}, ${name(child.name)}`;
  return [`select ${both} from ${table} where ${name(child.name)} is not null`];
}

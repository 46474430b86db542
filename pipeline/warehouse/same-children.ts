// The pairs of children that look like one → raw.same_children.
import type { SameChild } from '../identity/same-children.js';
import type { Connection } from './connection.js';

/** Makes `raw.same_children(one, other)`, both numbers as pseudonyms, without a row. */
export function createSameChildren(connection: Connection): Promise<void> {
  return connection.execute('create table raw.same_children (one varchar, other varchar)');
}

/** Puts pairs into their table. */
export async function fillSameChildren(
  connection: Connection,
  pairs: readonly SameChild[],
): Promise<void> {
  const statement = await connection.prepare(
    `insert into raw.same_children
     select unnest(from_json($1, '[{"one": "varchar", "other": "varchar"}]'), recursive := true)`,
  );
  await statement.execute(JSON.stringify(pairs));
  statement.close();
}

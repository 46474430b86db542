// Raw tables that a test filled → the staging views and all marts on them.
import { createStaging, createTables, listMarts } from '../../pipeline/warehouse/build.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';

/** Makes, or makes again, the staging views and the marts from what the raw tables hold. */
export async function createMarts(connection: Connection, queries: string): Promise<void> {
  await createStaging(connection, queries);
  const { linked, others } = listMarts(queries);
  await createTables(connection, [...others, ...linked]);
}

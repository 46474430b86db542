// A built warehouse and other links → the same warehouse with those links, in memory and gone when it is closed.
import type { Contract } from '../contracts/contract.js';
import type { LinkRow } from '../identity/links-as-at.js';
import { createBirthdays, type Birthdays } from './birthdays.js';
import { createStaging, createTables, listMarts } from './build.js';
import { openForBuilding, type Connection } from './connection.js';
import { createLinks, fillLinks, LINKS } from './identified.js';
import { quoteText, quoteName } from './sql.js';

/** What a warehouse with other links is made with. */
interface WhatIfLinks {
  readonly contracts: readonly Contract[];
  readonly links: readonly LinkRow[];
  readonly birthdays: Birthdays;
  /** The folder that holds `staging` and `marts`. */
  readonly queries: string;
}

/**
 * Opens the warehouse at `path` as it would be with other links. Nothing is copied: only what rests on links is made
 * anew, and the rest is read where it lies.
 */
export async function openWhatIf(path: string, whatIf: WhatIfLinks): Promise<Connection> {
  const connection = await openForBuilding(':memory:');
  try {
    await connection.execute(`attach ${quoteText(path)} as held (read_only)`);
    await createSchemaViews(connection, 'raw', [LINKS]);
    await createSchemaViews(connection, 'codes');
    await createLinks(connection);
    await fillLinks(connection, whatIf.links);
    await createBirthdays(connection, whatIf.contracts, whatIf.birthdays);
    await rebuildTables(connection, whatIf.queries);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Makes each table of a schema of the file a view under its own name. */
export async function createSchemaViews(
  connection: Connection,
  schema: string,
  except: readonly string[] = [],
): Promise<void> {
  const tables = await connection.query(
    `select table_name from duckdb_tables() where database_name = 'held' and schema_name = ${quoteText(schema)}`,
  );
  await connection.execute(`create schema ${schema}`);
  for (const [table] of tables)
    if (!except.includes(String(table))) await createView(connection, schema, String(table));
}

/** Makes one table of the file a view under its own name. */
export function createView(connection: Connection, schema: string, table: string): Promise<void> {
  const place = `${schema}.${quoteName(table)}`;
  return connection.execute(`create view ${place} as from held.${place}`);
}

async function rebuildTables(connection: Connection, queries: string): Promise<void> {
  for (const schema of ['staging', 'marts']) await connection.execute(`create schema ${schema}`);
  await createStaging(connection, queries);
  const { linked, others } = listMarts(queries);
  for (const { name: table } of others) await createView(connection, 'marts', table);
  await createTables(connection, linked);
}

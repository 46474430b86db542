// A built warehouse and other links → the same warehouse with those links, in memory and gone when it is closed.
import type { Contract } from '../contracts/contract.js';
import type { LinkRow } from '../identity/links-as-at.js';
import { supplyBirthdays, type BirthdayOf } from './birthdays.js';
import { createStaging, createTables, martsOf } from './build.js';
import { openForBuilding, type Connection } from './connection.js';
import { createLinks, fillLinks, LINKS } from './identified.js';
import { literal, name } from './sql.js';

/** What a warehouse with other links is made with. */
interface OtherLinks {
  readonly contracts: readonly Contract[];
  readonly links: readonly LinkRow[];
  readonly birthdayOf: BirthdayOf;
  /** The folder that holds `staging` and `marts`. */
  readonly queries: string;
}

/**
 * Opens the warehouse at `path` as it would be with other links. Nothing is copied: only what rests on links is made
 * anew, and the rest is read where it lies.
 */
export async function openWithLinks(path: string, other: OtherLinks): Promise<Connection> {
  const connection = await openForBuilding(':memory:');
  try {
    await connection.tell(`attach ${literal(path)} as held (read_only)`);
    await showHeld(connection, 'raw', [LINKS]);
    await showHeld(connection, 'codes');
    await createLinks(connection);
    await fillLinks(connection, other.links);
    await supplyBirthdays(connection, other.contracts, other.birthdayOf);
    await makeAnew(connection, other.queries);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Makes each table of a schema of the file a view under its own name. */
async function showHeld(
  connection: Connection,
  schema: string,
  except: readonly string[] = [],
): Promise<void> {
  const tables = await connection.ask(
    `select table_name from duckdb_tables() where database_name = 'held' and schema_name = ${literal(schema)}`,
  );
  await connection.tell(`create schema ${schema}`);
  for (const [table] of tables)
    if (!except.includes(String(table))) await show(connection, schema, String(table));
}

function show(connection: Connection, schema: string, table: string): Promise<void> {
  const place = `${schema}.${name(table)}`;
  return connection.tell(`create view ${place} as from held.${place}`);
}

async function makeAnew(connection: Connection, queries: string): Promise<void> {
  for (const schema of ['staging', 'marts']) await connection.tell(`create schema ${schema}`);
  await createStaging(connection, queries);
  const { linked, others } = martsOf(queries);
  for (const { name: table } of others) await show(connection, 'marts', table);
  await createTables(connection, linked);
}

// Small pieces of SQL text that stand around an analyst's query: names, literals, and which tables a query reads.
import type { Connection } from './connection.js';

/** A table a query names; the schema is empty for a common table expression or an unqualified name. */
export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** An identifier, quoted so that no name can be read as SQL. */
export function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text literal, quoted likewise. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What has been read of queries: a text names the same tables always. */
const read = new Map<string, Promise<TableName[]>>();

/** The tables a query names, by DuckDB's own parser. Throws when the text is not one select statement. */
export function tablesOf(connection: Connection, sql: string): Promise<TableName[]> {
  const found = read.get(sql) ?? readTables(connection, sql);
  read.set(sql, found);
  return found;
}

async function readTables(connection: Connection, sql: string): Promise<TableName[]> {
  const [row] = await connection.ask(`select json_serialize_sql(${literal(sql)})`);
  const tree = JSON.parse(String(row?.[0])) as { error: boolean; error_message?: string };
  if (tree.error) throw new SyntaxError(tree.error_message ?? 'not a select statement');
  return namedIn(tree);
}

function namedIn(node: unknown): TableName[] {
  if (Array.isArray(node)) return node.flatMap(namedIn);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(namedIn);
  if (!('type' in node) || node.type !== 'BASE_TABLE') return inside;
  const { schema_name, table_name } = node as { schema_name?: unknown; table_name?: unknown };
  return [{ schema: String(schema_name), table: String(table_name) }, ...inside];
}

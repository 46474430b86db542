// A query → the tables it names, by DuckDB's own parser.
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { quoteText, type TableName } from '../../pipeline/warehouse/sql.js';

/**
 * Every table a query names; the schema is empty for one of its own or one without. Throws when the text is not one
 * select statement.
 */
export async function parsedTables(connection: Connection, sql: string): Promise<TableName[]> {
  const [row] = await connection.query(`select json_serialize_sql(${quoteText(sql)})`);
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

// Small pieces of SQL text that stand around an analyst's query: names, literals, and which tables a query reads.
/** A table a query names. */
export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** An identifier, quoted so that no name can be read as SQL. */
export function quoteName(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text literal, quoted likewise. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A query in brackets, within which nothing but one select statement can stand. */
export function parenthesise(sql: string): string {
  return `(${sql}\n)`;
}

/** Comments, texts, tables with their schemas, and other names in quotes: each is passed over whole. */
const PASSED =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\b(raw|staging|marts|codes)\s*\.\s*(?:(\w+)|"((?:[^"]|"")+)")|"(?:[^"]|"")*"/g;

/**
 * The tables a query names with their schemas, as every query under `queries/` names what is not its own. A query may
 * call nothing else by the name of a schema; a test holds this to the database's own parser.
 */
export function findTables(sql: string): TableName[] {
  return [...sql.matchAll(PASSED)].flatMap(([, schema, plain, quoted = '']) =>
    schema === undefined ? [] : [{ schema, table: plain ?? quoted.replaceAll('""', '"') }],
  );
}

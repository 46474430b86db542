// The values that stand in a query for what its text leaves open: `$partner` is bound as a value and never becomes SQL.

/** The values of a query's parameters, by name. Numbers are whole. */
export type QueryParameters = Readonly<Record<string, string | number | boolean>>;

/** Comments, texts and quoted names are passed over whole; what is left may name a parameter. */
const PASSED = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w+)/g;

/** The names of the parameters that a query asks for, each once. */
export function findParameters(sql: string): Set<string> {
  return new Set(
    [...sql.matchAll(PASSED)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
}

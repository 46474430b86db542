// One case of a measure → what its query gives for the rows of that case.
import { join } from 'node:path';
import { createWindowsTable, type Measure } from '../../pipeline/measures/count.js';
import { dateRule, readCountingRules } from '../../pipeline/measures/counting-rules.js';
import { readContracts } from '../../pipeline/config/project.js';
import { fillWarehouse } from '../../pipeline/warehouse/build.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import type { Case, ExpectedRow } from './cases.js';
import { QUERIES, namesIn, readLayers, under, type Layer } from './layers.js';
import { supplyUnder } from './supply.js';

export { QUERIES };

const RULES = readCountingRules(join(QUERIES, 'definitions'));

export const OWN_AREA = 'W06000005';

export interface GivenRow {
  readonly window_id: string;
  readonly breakdown: string;
  readonly group_code: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** An empty warehouse: every table there, no row in any. */
export async function emptyWarehouse(): Promise<Connection> {
  const connection = await openForBuilding(':memory:');
  const contracts = readContracts(join(QUERIES, 'contracts'));
  await fillWarehouse(connection, {
    contracts,
    parquets: new Map(),
    birthdays: new Map(),
    linkPersons: () => [],
    areas: [OWN_AREA],
    queries: QUERIES,
  });
  return connection;
}

let read: Layer[] | null = null;

/** Runs the query on the case's rows alone and leaves the warehouse empty again. */
export async function runCase(
  connection: Connection,
  { sql, parameters }: Pick<Measure, 'sql' | 'parameters'>,
  given: Case,
): Promise<GivenRow[]> {
  await connection.execute('begin');
  try {
    const layers = (read ??= readLayers());
    await supplyUnder(connection, under(layers, namesIn(sql)), given.given);
    await supplyCaseWindows(connection, given);
    return await askRows(connection, { sql, parameters });
  } finally {
    await connection.execute('rollback');
  }
}

/** Makes the relation `windows` as the case has it. */
export async function supplyCaseWindows(
  connection: Connection,
  { windows, definitions }: Case,
): Promise<void> {
  const unknown = Object.keys(definitions).filter(
    (name) => !RULES.some((rule) => rule.name === name),
  );
  if (unknown.length > 0) throw new Error(`no counting rule ${unknown.join(', ')}`);
  await createWindowsTable(
    connection,
    windows.map(({ window_id, starts, ends }) => ({ id: window_id, starts, ends })),
    RULES.map((rule) => dateRule(rule, [{ use: definitions[rule.name] ?? rule.default }])),
  );
}

/** The rows of a measure's query on what the warehouse holds now; `first` is put before it. */
export async function askRows(
  connection: Connection,
  { sql, parameters }: Pick<Measure, 'sql' | 'parameters'>,
  first = '',
): Promise<GivenRow[]> {
  const rows = await connection.query(
    `${first} select window_id, breakdown, group_code, numerator, denominator from (${sql}\n)`,
    parameters,
  );
  return rows.map(([window_id, breakdown, group_code, numerator, denominator]) => ({
    window_id: String(window_id),
    breakdown: String(breakdown),
    group_code: String(group_code),
    numerator: Number(numerator),
    denominator: denominator === null ? null : Number(denominator),
  }));
}

/** A group where the query and the case differ; `found` is empty where the query gives no such row. */
export interface Disagreement {
  readonly expected: ExpectedRow | null;
  readonly found: readonly GivenRow[];
}

/**
 * Where the rows are not what the case says: a group it lists is missing, given twice or counted otherwise, or one that
 * it does not list counts somebody.
 */
export function disagreements(rows: readonly GivenRow[], given: Case): Disagreement[] {
  const wrong = given.expect
    .map((expected) => ({ expected, found: rows.filter((row) => sameGroup(row, expected, given)) }))
    .filter(({ expected, found }) => found.length !== 1 || !agrees(found[0], expected));
  const unlisted = rows.filter(
    (row) =>
      row.numerator !== 0 && !given.expect.some((expected) => sameGroup(row, expected, given)),
  );
  return [...wrong, ...unlisted.map((row) => ({ expected: null, found: [row] }))];
}

function agrees(found: GivenRow | undefined, { numerator, denominator }: ExpectedRow): boolean {
  if (found?.numerator !== numerator) return false;
  return denominator === undefined || found.denominator === denominator;
}

function sameGroup(row: GivenRow, expected: ExpectedRow, given: Case): boolean {
  const window = expected.window_id ?? given.windows[0]?.window_id;
  return (
    row.window_id === window &&
    row.breakdown === expected.breakdown &&
    row.group_code === expected.group_code
  );
}

// The demonstration's rows → those of a part of its children, so that many stores can be made of them in little time.
import { demonstrationTables } from '../../data-samples/generator/demonstration.js';
import type { Contract } from '../../pipeline/contracts/contract.js';

/** A row of an extract, by heading. */
export type Row = Readonly<Record<string, string>>;
/** Rows by extract. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** One child in so many is kept. */
const ONE_IN = 5;

/** The rows of one child in so many, and of nobody else; `contracts` has each extract after those it refers to. */
export function thinnedRows(contracts: readonly Contract[]): Rows {
  const tables: Readonly<Record<string, Table>> = demonstrationTables();
  const kept: Record<string, readonly Row[]> = {};
  const numbers: Record<string, ReadonlySet<string>> = {};
  for (const contract of contracts) {
    const table = tables[contract.extract];
    if (!table) continue;
    const isChildren = contract.extract === 'children';
    const rows = rowsOf(table).filter((row, at) =>
      isChildren ? at % ONE_IN === 0 : isOfKept(contract, row, numbers),
    );
    kept[contract.extract] = rows;
    numbers[contract.extract] = new Set(rows.map((row) => row[contract.key[0] ?? ''] ?? ''));
  }
  return kept;
}

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function rowsOf({ headings, rows }: Table): Row[] {
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])),
  );
}

/** Whether all that a row refers to is kept; a partner's row may be of somebody whom the service does not know. */
function isOfKept(
  { columns }: Contract,
  row: Row,
  numbers: Readonly<Record<string, ReadonlySet<string>>>,
): boolean {
  return columns.every(({ name, type, references = type === 'child' ? 'children' : '' }) => {
    const number = row[name] ?? '';
    return number === '' || numbers[references]?.has(number) !== false;
  });
}

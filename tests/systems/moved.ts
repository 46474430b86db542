// A service's extracts as one case system sends them → the same service's, which changed its case system on the way.
import { writeCsv } from '../../data-samples/generator/csv.js';
import { findCaseSystemExtracts, type Contract } from '../../pipeline/contracts/contract.js';
import type { Row, Rows } from './thinned.js';

/** The day from which records are made in the new system. */
export const CHANGED = '2022-10-01';

/** How much the new system was given of the old one's records. */
export type Given = 'all history' | 'what goes on';

export interface Move {
  /** The last day that the old system's last extract has. */
  readonly until: string;
  readonly given: Given;
  /** Children whose old number the new system lost, by their place among all. */
  readonly forgets?: (at: number) => boolean;
}

/** Files by their path in a service's folder of extracts. */
export type Files = ReadonlyMap<string, string>;

/** The files of a service that did not change. */
export function keptFiles(contracts: readonly Contract[], rows: Rows): Files {
  const own = contracts.filter(({ extract }) => rows[extract]);
  return new Map(
    own.map((contract) => [
      `${contract.extract}.csv`,
      csvOf(contract, rows[contract.extract] ?? []),
    ]),
  );
}

/** The files of a service that changed from ChildView to Core+; its partners write the new number of whom it has. */
export function movedFiles(contracts: readonly Contract[], rows: Rows, move: Move): Files {
  const own = contracts.filter(
    ({ extract }) => findCaseSystemExtracts(contracts).has(extract) && rows[extract],
  );
  const old = upTo(own, rows, move.until);
  const fresh =
    move.given === 'all history'
      ? rows
      : closed(own, rows, (contract, row) => goesOn(own, rows, contract, row));
  const files = new Map<string, string>();
  for (const contract of own) {
    const { extract } = contract;
    const before = (old[extract] ?? []).map((row) => asAt(contract, row, move.until));
    files.set(`childview/${extract}.csv`, csvOf(contract, before));
    files.set(
      `core/${extract}.csv`,
      csvOf(contract, renumbered(contract, fresh[extract] ?? [], move)),
    );
  }
  const others = contracts.filter((each) => !own.includes(each) && rows[each.extract]);
  const moved = new Set((fresh['children'] ?? []).map((row) => row['child_id']));
  for (const contract of others) {
    const { extract } = contract;
    const known = rows[extract] ?? [];
    const isMoved = (row: Row): boolean => !row['yjs_id'] || moved.has(row['yjs_id']);
    files.set(`${extract}_core.csv`, csvOf(contract, known.filter(isMoved).map(partners)));
    const left = known.filter((row) => !isMoved(row));
    if (left.length > 0) files.set(`${extract}_childview.csv`, csvOf(contract, left));
  }
  return files;
}

/** DD/MM/YYYY as ISO; empty for none. */
function iso(text: string | undefined): string {
  const [day, month, year] = (text ?? '').split('/');
  return year === undefined ? '' : `${year}-${month ?? ''}-${day ?? ''}`;
}

/** When a record came to be: its own first day, but not before the work it is about; else the last of what it ties. */
function dayOf(own: readonly Contract[], rows: Rows, contract: Contract, row: Row): string {
  const day = contract.storedColumns.find(
    ({ name, type }) => type === 'date' && name !== 'date_of_birth' && iso(row[name]) !== '',
  );
  const ownDay = day && !day.name.startsWith('transferred') ? iso(row[day.name]) : '';
  const parents = contract.storedColumns.flatMap(({ name, references }) => {
    const parent = own.find(({ extract }) => extract === references);
    const found = parent && byNumber(parent, rows).get(row[name] ?? '');
    const isWork = references === 'interventions' || ownDay === '';
    const isParent = parent && found && references !== 'children' && isWork;
    return isParent ? [dayOf(own, rows, parent, found)] : [];
  });
  return [ownDay, ...parents].sort().at(-1) ?? '';
}

const numbered = new Map<readonly Row[], Map<string, Row>>();

function byNumber({ extract, key }: Contract, rows: Rows): Map<string, Row> {
  const own = rows[extract] ?? [];
  const known = numbered.get(own) ?? new Map(own.map((row) => [row[key[0] ?? ''] ?? '', row]));
  numbered.set(own, known);
  return known;
}

/** Whether a record was made in the new system, or was not over when the service came to use it. */
function goesOn(own: readonly Contract[], rows: Rows, contract: Contract, row: Row): boolean {
  if (contract.extract === 'children') return false;
  if (dayOf(own, rows, contract, row) >= CHANGED) return true;
  const days = contract.storedColumns
    .filter(({ type }) => type === 'date')
    .map(({ name }) => iso(row[name]));
  return days.some((day) => day >= CHANGED) || ('end_date' in row && row['end_date'] === '');
}

/** What the old system had at the end of a day: no row that was not there yet, and no number of one. */
function upTo(own: readonly Contract[], rows: Rows, until: string): Rows {
  const busy = new Map<string, boolean>();
  const found: Record<string, readonly Row[]> = {};
  const numbers: Record<string, Set<string>> = {};
  for (const contract of own.filter(({ extract }) => extract !== 'children')) {
    const there = (rows[contract.extract] ?? []).filter((row) => {
      const isThere = dayOf(own, rows, contract, row) <= until;
      const child = row['child_id'] ?? '';
      busy.set(child, isThere || busy.get(child) === true);
      return isThere;
    });
    found[contract.extract] = there.map((row) => withoutLater(contract, row, numbers));
    numbers[contract.extract] = new Set(there.map((row) => row[contract.key[0] ?? ''] ?? ''));
  }
  const children = rows['children'] ?? [];
  return {
    ...found,
    children: children.filter((row) => busy.get(row['child_id'] ?? '') !== false),
  };
}

function withoutLater(
  { storedColumns: kept }: Contract,
  row: Row,
  numbers: Record<string, Set<string>>,
): Row {
  const gone = kept.filter(
    ({ name, references = '' }) =>
      references !== 'children' && numbers[references]?.has(row[name] ?? '') === false,
  );
  return { ...row, ...Object.fromEntries(gone.map(({ name }) => [name, ''])) };
}

/** The rows that are wanted and every row that they refer to. */
function closed(
  own: readonly Contract[],
  rows: Rows,
  isWanted: (contract: Contract, row: Row) => boolean,
): Rows {
  const wanted: Record<string, Set<string>> = {};
  const found: Record<string, readonly Row[]> = {};
  for (const contract of [...own].reverse()) {
    const numbers = wanted[contract.extract] ?? new Set();
    const kept = (rows[contract.extract] ?? []).filter(
      (row) => numbers.has(row[contract.key[0] ?? ''] ?? '') || isWanted(contract, row),
    );
    found[contract.extract] = kept;
    for (const { name, references } of contract.storedColumns)
      if (references !== undefined)
        wanted[references] = new Set([
          ...(wanted[references] ?? []),
          ...kept.map((row) => row[name] ?? ''),
        ]);
  }
  return found;
}

/** A row as the old system had it at the end: what was entered later is not in it yet. */
function asAt({ storedColumns: kept }: Contract, row: Row, until: string): Row {
  const later = kept.filter(
    (column) =>
      column.type === 'date' && !column.required && !column.future && iso(row[column.name]) > until,
  );
  return { ...row, ...Object.fromEntries(later.map(({ name }) => [name, ''])) };
}

/** A row under the new system's numbers and Core+'s headings. */
function renumbered(contract: Contract, rows: readonly Row[], { forgets }: Move): Row[] {
  return rows.map((row, at) => {
    const cells = contract.columns.flatMap(({ name, type }) => {
      if (!(name in row)) return [];
      const text = row[name] ?? '';
      if (type === 'child') return [['Core ID', newNumber(text)]];
      return [[name, type === 'id' && text !== '' ? swapped(text) : text]];
    });
    const former = forgets?.(at) ? '' : (row['child_id'] ?? '');
    const before = contract.extract === 'children' ? [['Originating ID', former]] : [];
    return Object.fromEntries([...cells, ...before]) as Row;
  });
}

/** Numbers of the new system that the old one used too, for other children and other records. */
export function newNumber(number: string): string {
  return number.replace(/\d+$/, (digits) =>
    String(Number(digits) + 1).padStart(digits.length, '0'),
  );
}

/** The number that a record of a store has in the old system, whichever system holds it. */
export function oldNumber(number: unknown): unknown {
  const isNew = typeof number === 'string' && number.startsWith('core:');
  return isNew ? swapped(number.slice('core:'.length)) : number;
}

function swapped(number: string): string {
  return number.replace(/\d+$/, (digits) => digits.split('').reverse().join(''));
}

function partners(row: Row): Row {
  return 'yjs_id' in row ? { ...row, yjs_id: row['yjs_id'] ? newNumber(row['yjs_id']) : '' } : row;
}

/** An extract without a row has its headings all the same. */
function csvOf({ columns }: Pick<Contract, 'columns'>, rows: readonly Row[]): string {
  const headings = rows[0] ? Object.keys(rows[0]) : columns.map(({ name }) => name);
  return writeCsv(
    headings,
    rows.map((row) => headings.map((heading) => row[heading] ?? '')),
  );
}

// A heading row → which cell holds which column of the contract.
import type { Problem } from '../domain/problem.js';
import type { ContractColumn, Contract } from './contract.js';

/** The position of one column in the file, and its heading as the supplier wrote it. */
export interface ColumnPlace {
  readonly column: ContractColumn;
  readonly index: number;
  readonly heading: string;
  /** The text of every cell, if another heading implies it; then `index` is -1. */
  readonly implied?: string;
  /** Whether the cell holds a year in place of the column's date. */
  readonly isYear?: boolean;
  /** The positions of its further headings in the supplier's order, where the first known cell decides. */
  readonly others?: readonly number[];
}

/**
 * Normalises a heading, so that headings that differ only in case, spaces, `_`, `-` and `.` are equal, and so is one in
 * camel case (`dateOfBirth`, `offenceID`).
 */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[\s_\-.]+/g, ' ')
    .trim();
}

/** Whether a row could be this contract's heading: it names at least two columns, or the only one. */
export function isHeading(contract: Contract, cells: readonly string[]): boolean {
  const names = new Set(cells.map(normaliseHeading));
  const isNamed = (spelling: string): boolean => names.has(spelling);
  const found = contract.columns.filter(
    (column) => listSpellings(column).some(isNamed) || listYearHeadings(column).some(isNamed),
  );
  return found.length >= Math.min(2, contract.columns.length);
}

/**
 * Locates every column; their order is free. `implied` are those that a file lacks and that another heading implies.
 * Problems: a missing column (`missing-column`; every column of the contract must be present, even if its cells may be
 * blank, except optional ones and personal ones that are not required), two headings for one column
 * (`duplicate-heading`; unless its supplier sends several, of which the first known one decides), a heading with a look-alike letter (`foreign-letter`), and as notes a
 * heading that nobody has confirmed (`unconfirmed-heading`) or that the contract does not know (`extra-column`).
 */
export function locateColumns(
  contract: Contract,
  cells: readonly string[],
  file: string,
  line: number,
): { places: ColumnPlace[]; implied: ColumnPlace[]; problems: Problem[] } {
  const at = { file, line };
  const places: ColumnPlace[] = [];
  const implied: ColumnPlace[] = [];
  const problems: Problem[] = [];
  for (const column of contract.columns) {
    const found = findPlaces(column, cells);
    const [index, ...others] = found;
    if (index === undefined) {
      const other = findSubstitute(column, cells);
      if (other !== null) (other.index < 0 ? implied : places).push(other);
      else if (!mayBeAbsent(column)) problems.push(describeMissing(column, at));
    } else if (column.isFirstKnown === true && areDifferent(found, cells))
      places.push({ column, index, heading: cells[index] ?? column.name, others });
    else if (found.length > 1)
      problems.push(describeDuplicate(column, at, cells[found[1] ?? index] ?? ''));
    else places.push({ column, index, heading: cells[index] ?? column.name });
  }
  problems.push(...describeMissingChoice(contract, places, at));
  problems.push(...places.filter(isUnconfirmed).map((place) => describeUnconfirmed(place, at)));
  const taken = new Set(places.flatMap(({ index, others = [] }) => [index, ...others]));
  const known = listKnownHeadings(contract);
  cells.forEach((heading, index) => {
    if (taken.has(index) || known.has(normaliseHeading(heading))) return;
    problems.push(
      isForeign(heading, known)
        ? describeForeign(heading, at)
        : describeExtra(heading, at, contract.unused),
    );
  });
  return { places, implied, problems };
}

function mayBeAbsent(column: ContractColumn): boolean {
  const { type, optional, required } = column;
  return (
    optional ||
    (type === 'personal' && !required) ||
    (type === 'id' && column.made_from !== undefined)
  );
}

/** What stands for a column that a file lacks: a year in place of its date, or what another heading implies; else null. */
function findSubstitute(column: ContractColumn, cells: readonly string[]): ColumnPlace | null {
  const [year] = findIndexes(listYearHeadings(column), cells);
  if (year !== undefined)
    return { column, index: year, heading: cells[year] ?? column.name, isYear: true };
  const names = new Set(cells.map(normaliseHeading));
  const implied = Object.entries(column.implied ?? {}).find(([heading]) =>
    names.has(normaliseHeading(heading)),
  );
  return implied ? { column, index: -1, heading: column.name, implied: implied[1] } : null;
}

function listYearHeadings(column: ContractColumn): string[] {
  return column.type === 'date' ? (column.year?.headings ?? []).map(normaliseHeading) : [];
}

/** Every heading that the contract reads or decides by. */
function listKnownHeadings({ columns, skips }: Contract): Set<string> {
  const others = skips.flatMap(({ headings }) => headings.map(normaliseHeading));
  const own = columns.flatMap((column) => [
    ...listSpellings(column),
    ...listYearHeadings(column),
    ...Object.keys(column.implied ?? {}).map(normaliseHeading),
  ]);
  return new Set([...own, ...others]);
}

function describeMissingChoice(
  { one_of: names, columns }: Contract,
  places: readonly ColumnPlace[],
  at: HeadingLine,
): Problem[] {
  if (names.length === 0 || places.some(({ column }) => names.includes(column.name))) return [];
  const [first] = columns.filter(({ name }) => names.includes(name));
  if (!first) return [];
  const facts = { names };
  return [{ kind: 'data', code: 'missing-column', variant: 'one-of', ...at, facts }];
}

/** The spellings of each column: they are asked for with every row that may be a heading. */
const SPELLINGS = new WeakMap<ContractColumn, readonly string[]>();

function listSpellings(column: ContractColumn): readonly string[] {
  const known = SPELLINGS.get(column);
  if (known) return known;
  const spellings = [column.name, ...column.headings].map(normaliseHeading);
  SPELLINGS.set(column, spellings);
  return spellings;
}

function findIndexes(names: readonly string[], cells: readonly string[]): number[] {
  return cells.flatMap((cell, index) => (names.includes(normaliseHeading(cell)) ? [index] : []));
}

/** The positions of a column's headings, in the supplier's order where the first known one decides. */
function findPlaces(column: ContractColumn, cells: readonly string[]): number[] {
  const names = listSpellings(column);
  const found = findIndexes(names, cells);
  const rank = (index: number): number => names.indexOf(normaliseHeading(cells[index] ?? ''));
  return column.isFirstKnown === true ? found.sort((one, other) => rank(one) - rank(other)) : found;
}

function areDifferent(indexes: readonly number[], cells: readonly string[]): boolean {
  const names = indexes.map((index) => normaliseHeading(cells[index] ?? ''));
  return new Set(names).size === names.length;
}

interface HeadingLine {
  readonly file: string;
  readonly line: number;
}

function describeMissing(column: ContractColumn, at: HeadingLine): Problem {
  const { name, headings, required } = column;
  const variant = `${required ? 'required' : 'blank'}-${headings.length > 0 ? 'also' : 'alone'}`;
  return {
    kind: 'data',
    code: 'missing-column',
    ...at,
    column: name,
    variant,
    facts: { headings },
  };
}

function describeDuplicate(column: ContractColumn, at: HeadingLine, heading: string): Problem {
  return {
    kind: 'data',
    code: 'duplicate-heading',
    ...at,
    column: heading,
    facts: { name: column.name },
  };
}

/** Letters of another alphabet, and invisible characters. */
const FOREIGN = /(?=\p{L})\P{Script=Latin}|\p{Cf}/u;

/**
 * Whether a heading only looks like a known one: it has such a letter, or equals one of the contract's without its
 * accents.
 */
function isForeign(heading: string, known: ReadonlySet<string>): boolean {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '');
  return FOREIGN.test(heading) || (plain !== heading && known.has(normaliseHeading(plain)));
}

function describeForeign(heading: string, at: HeadingLine): Problem {
  return {
    kind: 'data',
    code: 'foreign-letter',
    ...at,
    column: heading,
  };
}

function isUnconfirmed({ column: { unconfirmed: names = [] }, heading }: ColumnPlace): boolean {
  return names.some((name) => normaliseHeading(name) === normaliseHeading(heading));
}

function describeUnconfirmed({ column, heading }: ColumnPlace, at: HeadingLine): Problem {
  return {
    kind: 'note',
    code: 'unconfirmed-heading',
    ...at,
    column: heading,
    facts: { name: column.name },
  };
}

function describeExtra(
  heading: string,
  at: HeadingLine,
  unused: ReadonlySet<string> = new Set(),
): Problem {
  const variant = unused.has(normaliseHeading(heading)) ? 'unused' : 'headed';
  return {
    kind: 'note',
    code: 'extra-column',
    ...at,
    column: heading,
    variant: heading === '' ? 'no-heading' : variant,
  };
}

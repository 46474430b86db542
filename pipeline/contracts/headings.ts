// A heading row → which cell holds which column of the contract.
import type { Problem } from '../domain/problem.js';
import type { ContractColumn, Contract } from './contract.js';

/** The position of one column in the file, and its heading as the supplier wrote it. */
export interface ColumnPlace {
  readonly column: ContractColumn;
  readonly index: number;
  readonly heading: string;
}

/** Normalises a heading, so that headings that differ only in case, spaces, `_`, `-` and `.` are equal. */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.]+/g, ' ')
    .trim();
}

/** Whether a row could be this contract's heading: it names at least two columns, or the only one. */
export function isHeading(contract: Contract, cells: readonly string[]): boolean {
  const names = new Set(cells.map(normaliseHeading));
  const found = contract.columns.filter((column) =>
    listSpellings(column).some((name) => names.has(name)),
  );
  return found.length >= Math.min(2, contract.columns.length);
}

/**
 * Locates every column; their order is free. Problems: a missing column (`missing-column`; every column of the contract
 * must be present, even if its cells may be blank, except optional ones and personal ones that are not required), two
 * headings for one column (`duplicate-heading`), a heading with a look-alike letter (`foreign-letter`), and as notes a
 * heading that nobody has confirmed (`unconfirmed-heading`) or that the contract does not know (`extra-column`).
 */
export function locateColumns(
  contract: Contract,
  cells: readonly string[],
  file: string,
  line: number,
): { places: ColumnPlace[]; problems: Problem[] } {
  const at = { file, line };
  const places: ColumnPlace[] = [];
  const problems: Problem[] = [];
  for (const column of contract.columns) {
    const found = findIndexes(column, cells);
    const [index] = found;
    if (index === undefined) {
      if (!mayBeAbsent(column)) problems.push(describeMissing(column, at));
    } else if (found.length > 1)
      problems.push(describeDuplicate(column, at, cells[found[1] ?? index] ?? ''));
    else places.push({ column, index, heading: cells[index] ?? column.name });
  }
  problems.push(...places.filter(isUnconfirmed).map((place) => describeUnconfirmed(place, at)));
  const taken = new Set(places.map(({ index }) => index));
  const known = new Set(contract.columns.flatMap(listSpellings));
  cells.forEach((heading, index) => {
    if (taken.has(index) || known.has(normaliseHeading(heading))) return;
    problems.push(
      isForeign(heading, known) ? describeForeign(heading, at) : describeExtra(heading, at),
    );
  });
  return { places, problems };
}

function mayBeAbsent({ type, optional, required }: ContractColumn): boolean {
  return optional || (type === 'personal' && !required);
}

function listSpellings(column: ContractColumn): string[] {
  return [column.name, ...column.headings].map(normaliseHeading);
}

function findIndexes(column: ContractColumn, cells: readonly string[]): number[] {
  const names = listSpellings(column);
  return cells.flatMap((cell, index) => (names.includes(normaliseHeading(cell)) ? [index] : []));
}

interface HeadingLine {
  readonly file: string;
  readonly line: number;
}

function describeMissing(column: ContractColumn, at: HeadingLine): Problem {
  const others = column.headings.length > 0 ? ` (or ${column.headings.join(', ')})` : '';
  const blanks = column.required ? '' : ' Its cells may be blank where it is not recorded.';
  return {
    kind: 'data',
    code: 'missing-column',
    ...at,
    column: column.name,
    what: `the column ${column.name} is missing`,
    fix: `Add a column headed ${column.name}${others}, or ask the supplier to put it back.${blanks}`,
  };
}

function describeDuplicate(column: ContractColumn, at: HeadingLine, heading: string): Problem {
  return {
    kind: 'data',
    code: 'duplicate-heading',
    ...at,
    column: heading,
    what: `two headings name the column ${column.name}`,
    fix: 'Remove one of the two columns; which is right cannot be guessed.',
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
    what: 'holds a letter of another alphabet, an accent or a hidden character, so that it is no heading of this extract though it may look like one',
    fix: 'Type the heading anew where it comes from, and export again.',
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
    what: `is read as ${column.name} because the supplier is said to call it so, which nobody has confirmed`,
    fix: 'Look at a few rows. If it is right, say `confirmed: true` in a file of the supplier’s name in suppliers/ of your service’s folder; if not, give the right column the heading in headings.csv there.',
  };
}

function describeExtra(heading: string, at: HeadingLine): Problem {
  return {
    kind: 'note',
    code: 'extra-column',
    ...at,
    column: heading,
    what:
      heading === ''
        ? 'a column without a heading was not read'
        : 'a column the contract does not know was not read',
    fix: 'Nothing to do, unless it holds something the pack should use: then give it to a column in headings.csv of your service’s folder.',
  };
}

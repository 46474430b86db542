// Rows in which no heading was found → which headings are wanted, which were seen, and whose they may be.
import type { Phrase, Problem } from '../domain/problem.js';
import type { Contract, ContractColumn } from './contract.js';
import { isHeading, locateColumns } from './headings.js';

/** Headings named in a problem. */
const MAX_NAMED = 12;

/** Words of which headings are made, next to those of the contract: they distinguish a heading row from a row of somebody's data. */
const HEADING_WORDS = [
  'age area authority case category child code count date description dob end ended ethnic ethnicity file first from gender',
  'geography id identifier kind last local measure measures name no number obs outcome period person postcode reason ref',
  'reference sex start started status time title total type upn url value year',
].flatMap((line) => line.split(' '));

/**
 * The problem of a file without a heading, with the headings that the extract must have and those that the file seems to have.
 * Of the rows only headings are shown: a row with a digit in it, or of which fewer than two in three cells have a word of headings,
 * may be somebody's data.
 */
export function describeNoHeading(
  problem: Problem,
  contract: Contract,
  rows: readonly (readonly string[])[],
): Problem {
  const wanted = contract.columns.filter(({ required }) => required).map(describeWanted);
  const seen = guessHeadingRow(contract, rows)?.known ?? [];
  const facts = { extract: contract.extract, wanted: nameSome(wanted), seen: nameSome(seen) };
  return { ...problem, variant: seen.length === 0 ? 'none-seen' : 'seen', facts };
}

function describeWanted({ name, headings }: ContractColumn): string {
  const [other] = headings;
  return other === undefined ? name : `${name} (or ${other})`;
}

/** The first of many names, and how many more there are. */
function nameSome(names: readonly string[]): (string | Phrase)[] {
  const more = names.length - MAX_NAMED;
  const rest = more > 0 ? [{ phrase: 'more-names', facts: { names: more } }] : [];
  return [...names.slice(0, MAX_NAMED), ...rest];
}

/** The row that looks most like headings, and its cells that have words of headings; null if no row does. */
export function guessHeadingRow(
  contract: Contract,
  rows: readonly (readonly string[])[],
): { readonly row: readonly string[]; readonly known: readonly string[] } | null {
  const words = new Set([
    ...HEADING_WORDS,
    ...contract.columns.flatMap(({ name, headings }) => [name, ...headings].flatMap(splitWords)),
  ]);
  const isWord = (cell: string): boolean => splitWords(cell).some((word) => words.has(word));
  const scored = rows.flatMap((row) => {
    const cells = row.filter((cell) => cell.trim() !== '');
    const known = cells.filter(isWord);
    const isSafe =
      cells.length >= 3 &&
      3 * known.length >= 2 * cells.length &&
      new Set(cells).size === cells.length &&
      !cells.some((cell) => /\d/.test(cell));
    return isSafe ? [{ row, known }] : [];
  });
  scored.sort((one, other) => other.known.length - one.known.length);
  return scored[0] ?? null;
}

/** The words of a heading, parted also where its letters change to capitals. */
function splitWords(heading: string): string[] {
  const parted = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return parted.split(/[^\p{L}]+/u).filter((word) => word.length > 1);
}

/**
 * The extracts that a row of headings may be of, best first: every column that each must have is there, and at least three
 * of its columns in all.
 */
export function recogniseHeadings(
  contracts: readonly Contract[],
  cells: readonly string[],
): string[] {
  const found = contracts.flatMap((contract) => {
    if (!isHeading(contract, cells)) return [];
    const { places, implied, problems } = locateColumns(contract, cells, '', 1);
    const located = [...places, ...implied].map(({ column }) => column.name);
    const isWhole =
      contract.columns.every(
        (column) =>
          !column.required || column.optional || located.includes(column.name) || isMade(column),
      ) &&
      !problems.some(
        ({ code, column = '' }) => code === 'missing-column' && isChoice(contract, column),
      );
    return isWhole && places.length >= Math.min(3, contract.columns.length)
      ? [{ extract: contract.extract, score: places.length }]
      : [];
  });
  found.sort((one, other) => other.score - one.score);
  return found.filter(({ score }) => score === found[0]?.score).map(({ extract }) => extract);
}

function isMade(column: ContractColumn): boolean {
  return column.type === 'id' && column.made_from !== undefined;
}

function isChoice({ one_of: names }: Contract, column: string): boolean {
  return names.includes(column);
}

// The authorities that extracts name → the problems of a pack that would count nobody, or too few.
import type { Phrase, Problem } from '../domain/problem.js';
import type { Lookup } from '../warehouse/lookups.js';

/** Rows of one extract that name one authority. */
export interface NamedAuthority {
  readonly extract: string;
  readonly authority: string;
  readonly rows: number;
  /** One of the service's own areas, or one that became one of them. */
  readonly ours: boolean;
  /** Has the form of an area code. */
  readonly isCode: boolean;
}

/** Reads the authorities that every extract names. */
export async function readAuthorities(lookup: Lookup): Promise<NamedAuthority[]> {
  const rows = await lookup('authorities');
  return rows.map(([extract, authority, found, ours, isCode]) => ({
    extract: String(extract),
    authority: String(authority),
    rows: Number(found),
    ours: ours === true,
    isCode: isCode === true,
  }));
}

/**
 * Blocks where no row of an extract has one of the service's codes or, for its own children, fewer than half have. A
 * note says how many rows of a partner's extract name something that is no area code. Only what has the form of a code
 * is quoted: a heading taken for another could bring names.
 */
export function checkAuthorities(named: readonly NamedAuthority[]): Problem[] {
  const extracts = [...new Set(named.map(({ extract }) => extract))];
  return extracts.flatMap((extract) =>
    checkExtract(
      extract,
      named.filter((each) => each.extract === extract),
    ),
  );
}

function checkExtract(extract: string, named: readonly NamedAuthority[]): Problem[] {
  const whole = countRows(named);
  const ours = countRows(named.filter((each) => each.ours));
  const others = countRows(named.filter((each) => !each.isCode));
  const least = extract === 'children' ? whole / 2 : 0;
  if (ours === 0 || ours < least) return [describeStop(extract, named, ours, whole)];
  return others > 0 ? [describeUnknown(extract, others, whole)] : [];
}

function describeStop(
  extract: string,
  named: readonly NamedAuthority[],
  ours: number,
  whole: number,
): Problem {
  return {
    kind: 'data',
    code: 'other-authorities',
    file: extract,
    variant: ours === 0 ? 'none' : 'few',
    facts: { extract, whole, ours, codes: listAuthorities(named) },
  };
}

/** How many codes a problem lists. */
const MAX_LISTED = 10;

/** Each code and in how many rows it stands; the first ten, then the rest together, then what is no code. */
function listAuthorities(named: readonly NamedAuthority[]): Phrase[] {
  const codes = named.filter(({ isCode }) => isCode);
  const listed = codes.slice(0, MAX_LISTED).map(({ authority, rows }) => ({
    phrase: 'code-rows',
    facts: { code: authority, rows },
  }));
  const rest = countRows(codes.slice(MAX_LISTED));
  const others = countRows(named.filter(({ isCode }) => !isCode));
  return [
    ...listed,
    ...(rest > 0 ? [{ phrase: 'other-code-rows', facts: { rows: rest } }] : []),
    ...(others > 0 ? [{ phrase: 'no-code-rows', facts: { rows: others } }] : []),
  ];
}

function describeUnknown(extract: string, rows: number, whole: number): Problem {
  return {
    kind: 'note',
    code: 'no-area-code',
    file: extract,
    facts: { extract, others: rows, whole },
  };
}

function countRows(named: readonly NamedAuthority[]): number {
  return named.reduce((sum, { rows }) => sum + rows, 0);
}

// The authorities that extracts name → the problems of a pack that would count nobody, or too few.
import type { Problem } from '../domain/problem.js';
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
  const found = ours === 0 ? 'none' : `only ${ours}`;
  return {
    kind: 'data',
    code: 'other-authorities',
    file: extract,
    what: `of ${whole} rows of ${extract} with an authority, ${found} have one of the service's own area codes: ${listAuthorities(named)}`,
    fix: "Compare the codes with areas in the settings. If the service had another code before councils were reorganised, name it under predecessors. If this is another service's extract, export again.",
  };
}

/** How many codes a problem lists. */
const MAX_LISTED = 10;

function listAuthorities(named: readonly NamedAuthority[]): string {
  const codes = named.filter(({ isCode }) => isCode);
  const listed = codes
    .slice(0, MAX_LISTED)
    .map(({ authority, rows }) => `${authority} in ${countInWords(rows)}`);
  const rest = countRows(codes.slice(MAX_LISTED));
  const others = countRows(named.filter(({ isCode }) => !isCode));
  return [
    ...listed,
    ...(rest > 0 ? [`other codes in ${countInWords(rest)}`] : []),
    ...(others > 0 ? [`what is no area code in ${countInWords(others)}`] : []),
  ].join(', ');
}

function describeUnknown(extract: string, rows: number, whole: number): Problem {
  return {
    kind: 'note',
    code: 'no-area-code',
    file: extract,
    what: `${rows} of the ${whole} rows of ${extract} with an authority name something that is no area code: they count only where the person is linked to one of our children`,
    fix: 'Ask the partner for the code of the authority: a letter and eight digits, such as W06000005.',
  };
}

function countRows(named: readonly NamedAuthority[]): number {
  return named.reduce((sum, { rows }) => sum + rows, 0);
}

function countInWords(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}

// queries/reference/councils.csv → the councils that a person means, and the areas that became a service's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { isAreaCode, isInNation, normaliseAreaCode, type Nation } from '../domain/area-code.js';

const day = z.iso.date().or(z.literal('').transform(() => null));
const councilSchema = z.strictObject({
  code: z.string(),
  name: z.string().min(1),
  cy: z.string(),
  kind: z.enum(['unitary', 'metropolitan', 'london', 'wales', 'county', 'district']),
  county: z.string(),
  valid_from: day,
  valid_to: day,
  became: z.string().transform((codes) => codes.split('|').filter((code) => code !== '')),
  source: z.string().min(1),
});

/** A council: its code of the Office for National Statistics, the days it was in force, and what it became. */
export type Council = z.infer<typeof councilSchema>;

/** Reads the list that comes with the program. */
export function readCouncils(folder: string): Council[] {
  const path = join(folder, 'queries', 'reference', 'councils.csv');
  const { data } = Papa.parse<unknown>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return z.array(councilSchema).parse(data);
}

/** What a text means: one council in force, or why it means none. */
export type CouncilMatch =
  | { readonly council: Council }
  /** The councils whose names hold the text, if none has it as its name; none at all if the list is empty. */
  | { readonly likely: readonly Council[] }
  | { readonly ended: Council; readonly became: readonly Council[] };

/**
 * Finds a council of a nation by its code, its name in either language, or a part of its name that no other has. A
 * council in force comes before one of the same name that ended.
 */
export function findCouncil(
  text: string,
  councils: readonly Council[],
  nation: Nation,
): CouncilMatch {
  const own = councils.filter(({ code }) => isInNation(code, nation));
  const wanted = simplify(text);
  const same = isAreaCode(text)
    ? own.filter(({ code }) => code === normaliseAreaCode(text))
    : own.filter(({ name, cy }) => [name, cy].some((each) => simplify(each) === wanted));
  const held = own.filter(({ name, cy }) =>
    [name, cy].some((each) => simplify(each).includes(wanted)),
  );
  const found = same.length > 0 ? same : held;
  const inForce = found.filter(({ valid_to }) => valid_to === null);
  const [first] = inForce;
  if (first && inForce.length === 1) return { council: first };
  if (inForce.length > 1) return { likely: inForce };
  const [ended] = found;
  return ended ? { ended, became: findSuccessors(ended, councils) } : { likely: [] };
}

function simplify(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The councils in force that a council is now, whole or in part. */
function findSuccessors(council: Council, councils: readonly Council[]): Council[] {
  if (council.valid_to === null) return [council];
  const next = councils.filter(({ code }) => council.became.includes(code));
  return [...new Set(next.flatMap((each) => findSuccessors(each, councils)))];
}

/** An area that wholly became some of a service's own, in the form of the settings. */
export interface FormerArea {
  readonly code: string;
  readonly name: string;
  readonly until: string;
  readonly became: readonly string[];
}

/**
 * Lists the areas that wholly became a service's own, directly or through others, newest first. One that became partly
 * another service's is left out: nobody knows which of its children are the service's.
 */
export function listFormerAreas(
  areas: readonly string[],
  councils: readonly Council[],
): FormerArea[] {
  const former = councils.flatMap((council) => {
    const { code, name, valid_to: until } = council;
    if (until === null || areas.includes(code)) return [];
    const became = findSuccessors(council, councils).map((each) => each.code);
    return became.every((each) => areas.includes(each)) ? [{ code, name, until, became }] : [];
  });
  return former.sort(
    (one, other) => Number(one.until < other.until) - Number(one.until > other.until),
  );
}

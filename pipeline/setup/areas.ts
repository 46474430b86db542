// A typed list of councils → the councils it means, or what to type instead.
import { isAreaCode, type Nation } from '../domain/area-code.js';
import { findCouncil, type Council, type CouncilMatch } from './councils.js';
import type { Parsed } from './parsed.js';

/** More than these are not listed: the text says too little. */
const MAX_LISTED = 12;

/**
 * Reads names and codes with a semicolon between two; codes may have commas or spaces between them. The fault names, for
 * each text that does not mean one council, those that it may mean.
 */
export function parseAreas(
  text: string,
  councils: readonly Council[],
  nation: Nation,
): Parsed<readonly Council[]> {
  const parts = text.split(';').flatMap(splitCodes);
  if (parts.length === 0) return { fault: 'A service has at least one council.' };
  const matches = parts.map((part) => ({ part, match: findCouncil(part, councils, nation) }));
  const faults = matches.flatMap(({ part, match }) =>
    'council' in match ? [] : [describeFault(part, match, nation)],
  );
  if (faults.length > 0) return { fault: faults.join('\n  ') };
  const found = matches.flatMap(({ match }) => ('council' in match ? [match.council] : []));
  return { value: [...new Set(found)] };
}

function splitCodes(part: string): string[] {
  const words = part.split(/[\s,]+/).filter((each) => each !== '');
  if (words.length > 0 && words.every(isAreaCode)) return words;
  return part.trim() === '' ? [] : [part.trim()];
}

function describeFault(
  part: string,
  match: Exclude<CouncilMatch, { readonly council: Council }>,
  nation: Nation,
): string {
  if ('ended' in match) {
    const { name, valid_to: until } = match.ended;
    return `${name} ended on ${until ?? ''}. Name what it became: ${listNames(match.became)}.`;
  }
  if (match.likely.length === 0) return `No council in ${nation} is called ${part}.`;
  if (match.likely.length > MAX_LISTED)
    return `${part} may be many councils: type more of the name.`;
  return `${part} may be any of ${listNames(match.likely)}. Type its code.`;
}

function listNames(councils: readonly Council[]): string {
  return councils.map(({ code, name, kind }) => `${name} (${kind}, ${code})`).join(', ');
}

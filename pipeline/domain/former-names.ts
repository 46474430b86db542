// Things and the names they had before → the name of today for each name ever used, or which names are claimed twice.
import { ProblemError, type Problem } from './problem.js';

/** Something with the name it has today, and those it had before. */
export interface NameHistory {
  readonly name: string;
  readonly formerly: readonly string[];
}

/** The name of today, by every name that is or was in use. */
export type CurrentNames = ReadonlyMap<string, string>;

/** What the things are, and the file in which each declares its former names: for the problems alone. */
interface NamesSource {
  readonly thing: string;
  readonly file: (name: string) => string;
}

/** Former names as a line of a code list holds them: separated by `|`, or none. */
export function splitFormerNames(written: unknown): string[] {
  if (typeof written !== 'string') return [];
  return written.split('|').flatMap((name) => name.trim() || []);
}

/**
 * Finds the name of today for each name. Names are not followed from one to the next: whatever was renamed twice lists
 * both former names. Throws `ProblemError` for a former name that something has today, itself among them, and for one that
 * is listed twice: what was given under it could be either's.
 */
export function resolveFormerNames(
  named: readonly NameHistory[],
  { thing, file }: NamesSource,
): CurrentNames {
  const today = new Map(named.map(({ name }) => [name, name]));
  const found = new Map(today);
  const problems: Problem[] = [];
  for (const { name, formerly } of named)
    for (const former of formerly) {
      const other = found.get(former);
      if (today.has(former)) problems.push(describeNameInUse(thing, file(name), name, former));
      else if (other !== undefined)
        problems.push(describeRepeatedName(thing, file(name), name, former, other));
      else found.set(former, name);
    }
  if (problems.length > 0) throw new ProblemError(problems);
  return found;
}

function describeNameInUse(thing: string, file: string, name: string, former: string): Problem {
  return {
    kind: 'declaration',
    code: 'former-name-in-use',
    file,
    facts: { thing: { phrase: `thing-${thing.replace(/ .*/, '')}` }, name, former },
  };
}

function describeRepeatedName(
  thing: string,
  file: string,
  name: string,
  former: string,
  other: string,
): Problem {
  return {
    kind: 'declaration',
    code: 'former-name-twice',
    file,
    facts: { thing: { phrase: `thing-${thing.replace(/ .*/, '')}` }, name, former, other },
  };
}

// All children → the few candidates that a person is compared with (blocking).
import type { Day } from '../domain/period.js';
import type { Linkage } from './fields.js';
import { encodeSoundex } from './phonetic.js';
import type { Traits } from './person.js';

/**
 * Finds the positions in the list of children of those that share a blocking key with a person, each once, ascending.
 */
export type FindCandidates = (person: Traits) => readonly number[];

/**
 * Creates an index of children by several blocking keys, so that no single error loses a pair: the date of birth (day
 * and month in either order), the postcode, the full name (in either order, by its common form), the phonetic code of
 * both names, the phonetic code of one name with two thirds of the date of birth, and each identifier. A true pair is
 * missed only if all of them fail together.
 */
export function createBlockingIndex(linkage: Linkage, children: readonly Traits[]): FindCandidates {
  const index = new Map<string, number[]>();
  children.forEach((child, position) => {
    for (const key of listBlockingKeys(linkage, child)) {
      const bucket = index.get(key);
      if (bucket) bucket.push(position);
      else index.set(key, [position]);
    }
  });
  const stamp = new Int32Array(children.length);
  let round = 0;
  return (person) => {
    round += 1;
    const candidates: number[] = [];
    for (const key of listBlockingKeys(linkage, person))
      for (const position of index.get(key) ?? []) {
        if (stamp[position] === round) continue;
        stamp[position] = round;
        candidates.push(position);
      }
    return candidates.sort((one, other) => one - other);
  };
}

function listBlockingKeys(linkage: Linkage, person: Traits): Set<string> {
  const keys = new Set<string>();
  if (person.postcode) keys.add(`p ${person.postcode.whole}`);
  if (person.birth !== null) keys.add(`b ${normaliseBirth(person.birth)}`);
  for (const [kind, number] of Object.entries(person.identifiers)) keys.add(`i ${kind} ${number}`);
  for (const key of listNameKeys(linkage, person)) keys.add(key);
  return keys;
}

function listNameKeys(linkage: Linkage, { forename, surname, birth }: Traits): string[] {
  const sounds = [forename, surname].flatMap((name) =>
    name ? [...new Set([name.first, ...name.halves])].map(encodeSoundex) : [],
  );
  const keys = birth === null ? [] : sounds.flatMap((sound) => combineBirth(sound, birth));
  if (!forename || !surname) return keys;
  const forms = linkage.forms.get(forename.first) ?? [];
  for (const form of [forename.first, forename.whole, ...forms.map((group) => `=${group}`)])
    keys.push(`n ${[form, surname.whole].sort().join(' ')}`);
  keys.push(`s ${[encodeSoundex(forename.first), encodeSoundex(surname.whole)].sort().join(' ')}`);
  return keys;
}

function combineBirth(sound: string, birth: Day): string[] {
  const [year, month, day] = [birth.slice(0, 4), birth.slice(5, 7), birth.slice(8, 10)];
  return [`ym ${sound} ${year}${month}`, `md ${sound} ${month}${day}`, `yd ${sound} ${year}${day}`];
}

function normaliseBirth(birth: Day): string {
  return [birth.slice(0, 4), ...[birth.slice(5, 7), birth.slice(8, 10)].sort()].join('');
}

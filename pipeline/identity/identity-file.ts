// The sealed identity file ↔ who the persons of each source are, and from which day that was known.
import { z } from 'zod';
import type { Day } from '../domain/period.js';
import { Stopped } from '../domain/problem.js';
import type { Person } from './person.js';
import { readSealed, writeSealed } from './sealed.js';

const blank = z.string().nullable();
const identity = z.strictObject({
  source: z.string().min(1),
  person: z.string().min(1),
  known_from: z.iso.date(),
  forename: blank,
  surname: blank,
  date_of_birth: z.iso.date().nullable(),
  postcode: blank,
  sex: blank,
  identifiers: z.record(z.string(), z.string()),
});

/** What one source said of a person from one day on. What it says later stands beside it, never in its place. */
export type Identity = z.infer<typeof identity>;

/** Everything in the file, oldest first; nothing where there is no file. Refuses what `readSealed` refuses. */
export function readIdentities(file: string, key: string): Identity[] {
  const text = readSealed(file, key);
  if (text === null) return [];
  const read = z.array(identity).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  // What Zod says of a value may hold it, and these are names: so nothing of it is told.
  const what = 'holds identities of another shape than this version of Boardpack writes';
  const fix =
    'Use the version of Boardpack that wrote it, or put back the last good copy of the file.';
  throw new Stopped([{ kind: 'data', code: 'identity-shape', file, what, fix }]);
}

/** Adds what is new or has changed and seals the whole again; the same delivery twice adds nothing. */
export function addIdentities(file: string, key: string, added: readonly Identity[]): void {
  const held = readIdentities(file, key);
  const latest = new Map(held.map((each) => [placeOf(each), said(each)]));
  const news: Identity[] = [];
  for (const each of added) {
    if (latest.get(placeOf(each)) === said(each)) continue;
    latest.set(placeOf(each), said(each));
    news.push(each);
  }
  if (news.length > 0) writeSealed(file, key, JSON.stringify([...held, ...news]));
}

/** Takes a person of a source out of the file for good: for the erasure of a child. */
export function eraseIdentities(
  file: string,
  key: string,
  erased: (source: string, person: string) => boolean,
): void {
  const held = readIdentities(file, key);
  const kept = held.filter(({ source, person }) => !erased(source, person));
  if (kept.length < held.length) writeSealed(file, key, JSON.stringify(kept));
}

/** The persons of a source as they were known at the end of a day, the last thing said of each. */
export function personsAsAt(all: readonly Identity[], source: string, asAt: Day): Person[] {
  const known = new Map<string, Identity>();
  for (const each of all) {
    if (each.source !== source || each.known_from > asAt) continue;
    const held = known.get(each.person);
    if (!held || held.known_from <= each.known_from) known.set(each.person, each);
  }
  return [...known.values()];
}

function placeOf({ source, person }: Identity): string {
  return JSON.stringify([source, person]);
}

function said({ forename, surname, date_of_birth, postcode, sex, identifiers }: Identity): string {
  const numbers = Object.entries(identifiers).sort();
  return JSON.stringify([forename, surname, date_of_birth, postcode, sex, numbers]);
}

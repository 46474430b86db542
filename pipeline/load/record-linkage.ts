// The identity file, decisions and links made before → birthdays, and which of partners' persons is which child, as at a day.
import { join } from 'node:path';
import { OWN } from '../contracts/identity-columns.js';
import type { Day } from '../domain/period.js';
import { decisionsFile, readDecisions, type Decision } from '../identity/decisions.js';
import { readLinkage, type Linkage } from '../identity/fields.js';
import { identityFile, readIdentities, type Identity } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { link, type Link } from '../identity/link.js';
import { linksAsAt, type LinkRow, type MadeLink } from '../identity/links-as-at.js';
import { addMadeLinks, madeLinksFile, readMadeLinks } from '../identity/made-links.js';
import { childRecord, linksOfPersons, recordsOf, type SaidPerson } from '../identity/records.js';
import type { Settings } from '../config/settings.js';
import type { BirthdayOf } from '../warehouse/birthdays.js';
import type { InRaw } from '../warehouse/identified.js';

/** All that is known of who is who, opened for one day. */
export interface WhoIsWho {
  readonly asAt: Day;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly birthdayOf: BirthdayOf;
  readonly linkage: Linkage;
  readonly made: readonly MadeLink[];
  readonly decisions: readonly Decision[];
}

/** The links of every source: as measures read them, as they were weighed, and those that are new. */
export interface Linking {
  readonly rows: readonly LinkRow[];
  readonly weighed: readonly (Link & { readonly source: string })[];
  readonly fresh: readonly MadeLink[];
}

/** Keeps the links that a pack as at a day was the first to be made with, so that later ones have them too. */
export function keepLinks(settings: Settings, asAt: Day, fresh: readonly MadeLink[]): void {
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  addMadeLinks(madeLinksFile(settings.deliveries), key, asAt, fresh);
}

/** Opens what a store knows of who is who. `queries` is the folder that declares how records are compared. */
export function openWhoIsWho(settings: Settings, queries: string, asAt: Day): WhoIsWho {
  const { deliveries } = settings;
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  const all = readIdentities(identityFile(deliveries), key);
  return {
    asAt,
    identities: new Map(all.map((each) => [each.mark, each])),
    birthdayOf: new Map(all.flatMap(birthdayIn)),
    linkage: readLinkage(join(queries, 'linkage')),
    made: readMadeLinks(madeLinksFile(deliveries), key),
    decisions: readDecisions(decisionsFile(deliveries)),
  };
}

function birthdayIn({ source, mark, date_of_birth }: Identity): [string, string][] {
  return source === OWN && date_of_birth !== null ? [[mark, date_of_birth]] : [];
}

/** Links the persons of every source to the service's children. */
export function linkAll(known: WhoIsWho, { persons, children }: InRaw): Linking {
  const sources = [...new Set(persons.map(({ source }) => source))].sort();
  const own = [...children].map(([child, mark]) =>
    childRecord(child, known.identities.get(mark ?? '')),
  );
  const linkings = sources.map((source) => {
    const said = persons.filter((each) => each.source === source);
    const records = recordsOf(said, known.identities);
    const weighed = linksOfPersons(records, link(known.linkage, records, own).links);
    return settle(known, source, weighed, marksOf(said, children));
  });
  return {
    rows: linkings.flatMap(({ rows }) => rows),
    weighed: linkings.flatMap((each) => each.weighed),
    fresh: linkings.flatMap(({ fresh }) => fresh),
  };
}

function settle(
  { asAt, made, decisions }: WhoIsWho,
  source: string,
  weighed: readonly Link[],
  markOf: (person: string, child: string) => string | null,
): Linking {
  const rows = linksAsAt(source, asAt, weighed, made, decisions, markOf);
  const before = new Set(
    made.map((each) => JSON.stringify([each.source, each.person, each.child, each.mark])),
  );
  const fresh = rows.flatMap(({ person, child, status, weight }) => {
    const mark = markOf(person, child);
    if (status !== 'certain' || weight === null || mark === null) return [];
    if (before.has(JSON.stringify([source, person, child, mark]))) return [];
    return [{ source, person, child, weight, made_on: asAt, mark }];
  });
  return { rows, weighed: weighed.map((each) => ({ ...each, source })), fresh };
}

/** A mark of all that is said of a person and a child; null where either is no longer there. */
function marksOf(
  said: readonly SaidPerson[],
  children: InRaw['children'],
): (person: string, child: string) => string | null {
  const persons = new Map<string, string[]>();
  for (const { person, mark, child } of said)
    persons.set(person, [...(persons.get(person) ?? []), `${mark ?? ''}/${child ?? ''}`]);
  return (person, child) => {
    const own = persons.get(person);
    if (!own || !children.has(child)) return null;
    return [children.get(child) ?? '', ...own.sort()].join(' ');
  };
}

// The identity file, decisions and earlier links → dates of birth, and which child each partner's person is, as at a day.
import { join } from 'node:path';
import { OWN_SERVICE } from '../contracts/identity-columns.js';
import type { Day } from '../domain/period.js';
import { decisionsFile, readDecisions, type LinkDecision } from '../identity/decisions.js';
import { readLinkage, type Linkage } from '../identity/fields.js';
import { identityFile, readIdentities, type Identity } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { linkRecords, type Link } from '../identity/link.js';
import { resolveLinks, type LinkRow, type ReleasedLink } from '../identity/links-as-at.js';
import { addReleasedLinks, releasedLinksFile, readReleasedLinks } from '../identity/made-links.js';
import {
  buildChildRecord,
  mergePersonLinks,
  buildPersonRecords,
  type PersonReference,
} from '../identity/records.js';
import type { Settings } from '../config/settings.js';
import type { Birthdays } from '../warehouse/birthdays.js';
import type { RawIdentities } from '../warehouse/identified.js';

/** The stored state of record linkage, read for one day. */
export interface LinkageState {
  readonly asAt: Day;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly birthdays: Birthdays;
  readonly linkage: Linkage;
  readonly releasedLinks: readonly ReleasedLink[];
  readonly decisions: readonly LinkDecision[];
}

/** The links of every source: as measures use them, the scored pairs, and the new automatic links. */
export interface LinkageResult {
  readonly rows: readonly LinkRow[];
  readonly scoredPairs: readonly (Link & { readonly source: string })[];
  readonly newLinks: readonly ReleasedLink[];
}

/** Saves the links that a pack as at a day was the first to use, so that later packs use them too. */
export function saveReleasedLinks(
  settings: Settings,
  asAt: Day,
  newLinks: readonly ReleasedLink[],
): void {
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  addReleasedLinks(releasedLinksFile(settings.deliveries), key, asAt, newLinks);
}

/** Reads the stored state of record linkage. `queries` is the folder that declares how records are compared. */
export function readLinkageState(settings: Settings, queries: string, asAt: Day): LinkageState {
  const { deliveries } = settings;
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  const all = readIdentities(identityFile(deliveries), key);
  return {
    asAt,
    identities: new Map(all.map((each) => [each.mark, each])),
    birthdays: new Map(all.flatMap(readBirthday)),
    linkage: readLinkage(join(queries, 'linkage')),
    releasedLinks: readReleasedLinks(releasedLinksFile(deliveries), key),
    decisions: readDecisions(decisionsFile(deliveries)),
  };
}

function readBirthday({ source, mark, date_of_birth }: Identity): [string, string][] {
  return source === OWN_SERVICE && date_of_birth !== null ? [[mark, date_of_birth]] : [];
}

/** Links the persons of every source to the service's children. */
export function linkAllSources(
  state: LinkageState,
  { persons, children }: RawIdentities,
): LinkageResult {
  const sources = [...new Set(persons.map(({ source }) => source))].sort();
  const childRecords = [...children].map(([child, mark]) =>
    buildChildRecord(child, state.identities.get(mark ?? '')),
  );
  const results = sources.map((source) => {
    const references = persons.filter((each) => each.source === source);
    const records = buildPersonRecords(references, state.identities);
    const scoredPairs = mergePersonLinks(
      records,
      linkRecords(state.linkage, records, childRecords).links,
    );
    return resolveSourceLinks(state, source, scoredPairs, createMarkFinder(references, children));
  });
  return {
    rows: results.flatMap(({ rows }) => rows),
    scoredPairs: results.flatMap((each) => each.scoredPairs),
    newLinks: results.flatMap(({ newLinks }) => newLinks),
  };
}

function resolveSourceLinks(
  { asAt, releasedLinks, decisions }: LinkageState,
  source: string,
  scoredPairs: readonly Link[],
  findMark: (person: string, child: string) => string | null,
): LinkageResult {
  const rows = resolveLinks(source, asAt, scoredPairs, releasedLinks, decisions, findMark);
  const known = new Set(
    releasedLinks.map((each) => JSON.stringify([each.source, each.person, each.child, each.mark])),
  );
  const newLinks = rows.flatMap(({ person, child, status, weight }) => {
    const mark = findMark(person, child);
    if (status !== 'certain' || weight === null || mark === null) return [];
    if (known.has(JSON.stringify([source, person, child, mark]))) return [];
    return [{ source, person, child, weight, made_on: asAt, mark }];
  });
  return { rows, scoredPairs: scoredPairs.map((each) => ({ ...each, source })), newLinks };
}

/** Creates marks of everything stated about a person and a child; null if either no longer exists. */
function createMarkFinder(
  references: readonly PersonReference[],
  children: RawIdentities['children'],
): (person: string, child: string) => string | null {
  const persons = new Map<string, string[]>();
  for (const { person, mark, child } of references)
    persons.set(person, [...(persons.get(person) ?? []), `${mark ?? ''}/${child ?? ''}`]);
  return (person, child) => {
    const own = persons.get(person);
    if (!own || !children.has(child)) return null;
    return [children.get(child) ?? '', ...own.sort()].join(' ');
  };
}

// Person references in rows, and the identity file → comparable records, and the links of persons.
import type { IdentityRecord } from '../contracts/identity-columns.js';
import type { Identity } from './identity-file.js';
import type { Link } from './link.js';
import type { Person } from './person.js';

/** A reference to a person in a partner's rows: the mark of the identity and our child number, if present. */
export interface PersonReference {
  readonly source: string;
  readonly person: string;
  readonly mark: string | null;
  /** Pseudonym of our number of the child, as the partner wrote it. */
  readonly child: string | null;
}

/** One version of a person in a source: some have several, after a change of name or a reused number. */
interface PersonRecord extends Person {
  /** The person's own pseudonym; `person` identifies this record only. */
  readonly owner: string;
}

const NO_IDENTITY = {
  forename: null,
  surname: null,
  date_of_birth: null,
  postcode: null,
  sex: null,
} as const;

/** Kind of identifier for the service's own number of a child. */
const OWN_NUMBER = 'ours';

/**
 * Builds the records of the persons of one source: one for each combination of a stated identity and one of our numbers
 * in the same rows. A number in rows without an identity is combined with every identity of the person.
 */
export function buildPersonRecords(
  references: readonly PersonReference[],
  identities: ReadonlyMap<string, Identity>,
): PersonRecord[] {
  const persons = new Map<string, PersonReference[]>();
  for (const each of references) {
    const own = persons.get(each.person);
    if (own) own.push(each);
    else persons.set(each.person, [each]);
  }
  return [...persons].flatMap(([owner, rows]) => {
    const marks = sortDistinct(rows.map(({ mark }) => mark));
    const unnamedNumbers = listChildNumbers(rows.filter(({ mark }) => mark === null));
    return (marks.length > 0 ? marks : [null]).flatMap((mark) => {
      const ownNumbers = listChildNumbers(rows.filter((row) => row.mark === mark));
      const numbers = ownNumbers.length > 0 ? ownNumbers : unnamedNumbers;
      return (numbers.length > 0 ? numbers : [null]).map((child) => ({
        ...(identities.get(mark ?? '') ?? NO_IDENTITY),
        person: JSON.stringify([owner, mark, child]),
        identifiers: child === null ? {} : { [OWN_NUMBER]: child },
        owner,
      }));
    });
  });
}

/** Builds the record of a child in the service's own case system. */
export function buildChildRecord(child: string, identity: IdentityRecord | undefined): Person {
  return { ...(identity ?? NO_IDENTITY), person: child, identifiers: { [OWN_NUMBER]: child } };
}

/**
 * Merges the links of records into links of persons: certain if a record is certain and none is of another child;
 * otherwise the best of the proposals, each child once.
 */
export function mergePersonLinks(records: readonly PersonRecord[], links: readonly Link[]): Link[] {
  const owners = new Map(records.map(({ person, owner }) => [person, owner]));
  const persons = new Map<string, Link[]>();
  for (const each of links) {
    const person = owners.get(each.person) ?? each.person;
    persons.set(person, [...(persons.get(person) ?? []), { ...each, person }]);
  }
  return [...persons.values()].flatMap(mergeRecordLinks);
}

function mergeRecordLinks(links: readonly Link[]): Link[] {
  const best = new Map<string, Link>();
  for (const each of [...links].sort((one, other) => other.weight - one.weight))
    if (!best.has(each.child) || each.matchStatus === 'certain') best.set(each.child, each);
  const certain = [...best.values()].filter(({ matchStatus }) => matchStatus === 'certain');
  if (certain.length === 1) return certain;
  // Two children under one person number: the rows cannot be told apart.
  return [...best.values()].map((each) =>
    certain.includes(each)
      ? {
          ...each,
          matchStatus: 'proposed' as const,
          reasons: ['two_children' as const, ...each.reasons],
        }
      : each,
  );
}

function listChildNumbers(rows: readonly PersonReference[]): string[] {
  return sortDistinct(rows.map(({ child }) => child));
}

function sortDistinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))].sort();
}

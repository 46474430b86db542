// What rows say of who persons are, and the identity file → records that can be compared, and the links of persons.
import type { Identity } from './identity-file.js';
import type { Link } from './link.js';
import type { Person } from './person.js';

/** What the rows of a partner say of one of its persons: a mark, and our number of a child, where there are any. */
export interface PersonReference {
  readonly source: string;
  readonly person: string;
  readonly mark: string | null;
  /** The pseudonym of our number of a child, as the partner wrote it. */
  readonly child: string | null;
}

/** One way in which a source has a person: some have several, under names that changed or a number given again. */
export interface PersonRecord extends Person {
  /** The person's own pseudonym; `person` is that of the record alone. */
  readonly owner: string;
}

const NO_IDENTITY = {
  forename: null,
  surname: null,
  date_of_birth: null,
  postcode: null,
  sex: null,
} as const;

/** The kind of identifier that the service's own number of a child is. */
const OWN_NUMBER = 'ours';

/**
 * The records of the persons of one source: one for each thing that is said of a person with each of our numbers that
 * stand beside it. A number that stands in rows without a name goes with whatever is said of the person elsewhere.
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

/** A child as its own service has it. */
export function buildChildRecord(child: string, identity: Identity | undefined): Person {
  return { ...(identity ?? NO_IDENTITY), person: child, identifiers: { [OWN_NUMBER]: child } };
}

/**
 * The links of persons, from those of their records: certain where one record is, and none is of another child; else
 * the best of what is proposed, each child once.
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
  // One number for two persons: nobody can say whose each row is.
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

// What rows say of who persons are, and the identity file → records that can be compared, and the links of persons.
import type { Identity } from './identity-file.js';
import type { Link } from './link.js';
import type { Person } from './person.js';

/** What the rows of a partner say of one of its persons: a mark, and our number of a child, where there are any. */
export interface SaidPerson {
  readonly source: string;
  readonly person: string;
  readonly mark: string | null;
  /** The pseudonym of our number of a child, as the partner wrote it. */
  readonly child: string | null;
}

/** One way in which a source has a person: some have several, under names that changed or a number given again. */
export interface PersonRecord extends Person {
  /** The person's own pseudonym; `person` is that of the record alone. */
  readonly of: string;
}

const NOTHING = {
  forename: null,
  surname: null,
  date_of_birth: null,
  postcode: null,
  sex: null,
} as const;

/** The kind of identifier that the service's own number of a child is. */
const OURS = 'ours';

/**
 * The records of the persons of one source: one for each thing that is said of a person with each of our numbers that
 * stand beside it. A number that stands in rows without a name goes with whatever is said of the person elsewhere.
 */
export function recordsOf(
  said: readonly SaidPerson[],
  identities: ReadonlyMap<string, Identity>,
): PersonRecord[] {
  const persons = new Map<string, SaidPerson[]>();
  for (const each of said) {
    const own = persons.get(each.person);
    if (own) own.push(each);
    else persons.set(each.person, [each]);
  }
  return [...persons].flatMap(([of, rows]) => {
    const marks = distinct(rows.map(({ mark }) => mark));
    const elsewhere = numbersIn(rows.filter(({ mark }) => mark === null));
    return (marks.length > 0 ? marks : [null]).flatMap((mark) => {
      const beside = numbersIn(rows.filter((row) => row.mark === mark));
      const numbers = beside.length > 0 ? beside : elsewhere;
      return (numbers.length > 0 ? numbers : [null]).map((child) => ({
        ...(identities.get(mark ?? '') ?? NOTHING),
        person: JSON.stringify([of, mark, child]),
        identifiers: child === null ? {} : { [OURS]: child },
        of,
      }));
    });
  });
}

/** A child as its own service has it. */
export function childRecord(child: string, identity: Identity | undefined): Person {
  return { ...(identity ?? NOTHING), person: child, identifiers: { [OURS]: child } };
}

/**
 * The links of persons, from those of their records: certain where one record is, and none is of another child; else
 * the best of what is proposed, each child once.
 */
export function linksOfPersons(records: readonly PersonRecord[], links: readonly Link[]): Link[] {
  const owner = new Map(records.map(({ person, of }) => [person, of]));
  const persons = new Map<string, Link[]>();
  for (const each of links) {
    const person = owner.get(each.person) ?? each.person;
    persons.set(person, [...(persons.get(person) ?? []), { ...each, person }]);
  }
  return [...persons.values()].flatMap(linksOfPerson);
}

function linksOfPerson(links: readonly Link[]): Link[] {
  const best = new Map<string, Link>();
  for (const each of [...links].sort((one, other) => other.weight - one.weight))
    if (!best.has(each.child) || each.standing === 'certain') best.set(each.child, each);
  const certain = [...best.values()].filter(({ standing }) => standing === 'certain');
  if (certain.length === 1) return certain;
  // One number for two persons: nobody can say whose each row is.
  return [...best.values()].map((each) =>
    certain.includes(each)
      ? {
          ...each,
          standing: 'proposed' as const,
          reasons: ['two_children' as const, ...each.reasons],
        }
      : each,
  );
}

function numbersIn(rows: readonly SaidPerson[]): string[] {
  return distinct(rows.map(({ child }) => child));
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))].sort();
}

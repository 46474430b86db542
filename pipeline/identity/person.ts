// A person as a source records them → the values that can be compared.
import type { Day } from '../domain/period.js';
import { parseName, type Name } from './name.js';
import { parsePostcode, type Postcode } from './place.js';

/** A person as one source records them. `person` is the source's pseudonym, never its number. */
export interface Person {
  readonly person: string;
  readonly forename: string | null;
  readonly surname: string | null;
  readonly date_of_birth: Day | null;
  readonly postcode: string | null;
  readonly sex: string | null;
  /** Identifiers that several sources may share, by kind (upn, nhs …), as keyed pseudonyms or as received. */
  readonly identifiers: Readonly<Record<string, string>>;
}

/** A person prepared for comparison; null means not known. */
export interface Traits {
  readonly person: string;
  readonly forename: Name | null;
  readonly surname: Name | null;
  readonly birth: Day | null;
  readonly postcode: Postcode | null;
  readonly sex: 'F' | 'M' | null;
  readonly identifiers: Readonly<Record<string, string>>;
}

/**
 * Prepares a person for comparison. `noBirthDates` are placeholder days that systems write for an unknown birth date.
 */
export function prepareTraits(person: Person, noBirthDates: readonly string[]): Traits {
  const birth = person.date_of_birth;
  return {
    person: person.person,
    forename: parseName(person.forename),
    surname: parseName(person.surname),
    birth: birth === null || noBirthDates.includes(birth) ? null : birth,
    postcode: parsePostcode(person.postcode),
    sex: parseSex(person.sex),
    identifiers: person.identifiers,
  };
}

/** Only values that every source records in the same sense; another or an unknown sex is no evidence of identity. */
function parseSex(written: string | null): 'F' | 'M' | null {
  const letter = written?.trim().charAt(0).toUpperCase();
  return letter === 'F' || letter === 'M' ? letter : null;
}

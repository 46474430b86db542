// What a source says of a person → what can be compared.
import type { Day } from '../domain/period.js';
import { parseName, type Name } from './name.js';
import { parsePostcode, type Postcode } from './place.js';

/** A person as one source has them. The identifier of the person is the source's pseudonym, never its number. */
export interface Person {
  readonly person: string;
  readonly forename: string | null;
  readonly surname: string | null;
  readonly date_of_birth: Day | null;
  readonly postcode: string | null;
  readonly sex: string | null;
  /** Numbers that more than one source may hold, by kind (upn, nhs …), as keyed pseudonyms or as they came. */
  readonly identifiers: Readonly<Record<string, string>>;
}

/** A person made ready to be compared; null is not known. */
export interface Traits {
  readonly person: string;
  readonly forename: Name | null;
  readonly surname: Name | null;
  readonly birth: Day | null;
  readonly postcode: Postcode | null;
  readonly sex: 'F' | 'M' | null;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** Makes a person ready. `noBirthDates` are days that systems write where none is known. */
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

/** Only what every source records in the same sense; another or an unknown sex says nothing of who somebody is. */
function parseSex(written: string | null): 'F' | 'M' | null {
  const letter = written?.trim().charAt(0).toUpperCase();
  return letter === 'F' || letter === 'M' ? letter : null;
}

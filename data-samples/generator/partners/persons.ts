// Children on file → persons in a partner's records: some misspelt, some twins or strangers, many with our number of the child.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import type { CaseFile, ChildOnFile } from '../further/case-file.js';
import { someone, type Habits } from '../person.js';
import type { Random } from '../random.js';
import type { Tables } from '../tables.js';
import { writtenElsewhere, type Identity } from './slips.js';

/** A person as a partner has them. `child` is who it is in truth, null where it is nobody the service knows. */
export interface Person extends Identity {
  readonly number: string;
  readonly child: ChildOnFile | null;
  /** Our number of a child, where the partner wrote it down; not always of this child. */
  readonly yjsId: string;
  readonly ethnicity: string;
}

/** A partner's habits. */
export interface PartnerHabits {
  readonly prefix: string;
  /** How often the partner writes down our number of a child. */
  readonly writesOurs: number;
  readonly strangers: number;
  /** Whether a number was once given to a second person. */
  readonly numbersAgain: boolean;
  readonly habits: Habits;
}

/** The columns of every partner's extract that say who a person is, and the cells of a person under them. */
export const WHO = [
  'person_id',
  'yjs_id',
  'forename',
  'surname',
  'date_of_birth',
  'postcode',
  'sex',
] as const;

/** A person's cells under `WHO`. */
export function whoIs(person: Person): Record<(typeof WHO)[number], string> {
  const { number, yjsId, forename, surname, born, postcode, sex } = person;
  return {
    person_id: number,
    yjs_id: yjsId,
    forename,
    surname,
    date_of_birth: born,
    postcode,
    sex,
  };
}

/**
 * The persons a partner has of these children, and others: strangers, twins of a few of the children, and one stranger
 * on whom our number of another child was written, as happens when numbers are used again.
 */
export function inventPersons(
  tables: Tables,
  children: readonly ChildOnFile[],
  { prefix, writesOurs, strangers, numbersAgain, habits }: PartnerHabits,
  random: Random,
): Person[] {
  const identities = identitiesOf(tables);
  const known = children.map((child) => {
    const who = identities.get(child.id);
    if (!who) throw new RangeError('a child without a name');
    const ours = random.chance(writesOurs) ? child.id : '';
    const ethnicity = random.chance(0.08) ? '' : who.ethnicity;
    return { ...writtenElsewhere(who, random), ethnicity, child, yjsId: ours };
  });
  const twins = known
    .slice(0, 3)
    .map((one) => ({ ...one, forename: random.pick(habits.forenames), child: null, yjsId: '' }));
  const others = Array.from({ length: strangers }, (_none, place) => ({
    ...someone(random, habits),
    ...{ born: addDays('2004-01-01', random.whole(0, 2900)), child: null },
    yjsId: place === 0 ? (known.find(({ yjsId }) => yjsId !== '')?.yjsId ?? '') : '',
  }));
  const numbered = random
    .shuffled([...known, ...twins, ...others])
    .map((person, place) => ({ ...person, number: prefix + String(40_000 + 7 * place) }));
  const [first, second] = numbered.filter(({ yjsId }) => yjsId !== '');
  if (!numbersAgain || !first || !second) return numbered;
  return numbered.map((person) =>
    person === second ? { ...second, number: first.number } : person,
  );
}

/** The service's own children who were worked with since a day. */
export function workedWithSince(file: CaseFile, from: Day): ChildOnFile[] {
  const recent = file.work.filter(({ child, end }) => child.own && (end === null || end >= from));
  return [...new Set(recent.map(({ child }) => child))];
}

function identitiesOf({ children }: Tables): Map<string, Identity & { ethnicity: string }> {
  const cell = (row: readonly string[], heading: string): string =>
    row[children.headings.indexOf(heading)] ?? '';
  return new Map(
    children.rows.map((row) => [
      cell(row, 'child_id'),
      {
        ...{ forename: cell(row, 'forename'), surname: cell(row, 'surname') },
        ...{ postcode: cell(row, 'postcode'), sex: cell(row, 'sex') },
        born: cell(row, 'date_of_birth').split('/').reverse().join('-'),
        ethnicity: cell(row, 'ethnicity'),
      },
    ]),
  );
}

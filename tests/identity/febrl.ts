// A seed → children and the records that other sources hold of them, with the errors of FEBRL's generator.
import { createRandom, type Random } from '../../data-samples/generator/random.js';
import type { Person } from '../../pipeline/identity/person.js';
import { namePools, type Pools } from './names.js';

/**
 * The error model is that of the Febrl project's generator (Christen, P. (2005), "Probabilistic data generation for
 * deduplication and data linkage", IDEAL 2005; the shares are those in its generate.py). What differs: names and
 * postcodes are of the form of England and Wales and invented or common; addresses, state and the social security number are left
 * out, so that a modification which Febrl would have made there is not made at all; Febrl's list of misspellings is not
 * used, and its share goes to the other forms of a forename or to one more wrong letter; a date of birth stays a day that
 * there is; the sex is kept, which Febrl has not; the children are born in ten years, not a hundred, which makes chance
 * agreement of dates ten times as likely.
 */
export interface Setting {
  readonly seed: number;
  readonly children: number;
  readonly duplicates: number;
  /** The most duplicates of one child, how they are spread, and the most modifications of a field and of a record. */
  readonly most: number;
  readonly spread: 'uniform' | 'poisson' | 'zipf';
  readonly ofField: number;
  readonly ofRecord: number;
  /** Persons of the source who are none of the children. */
  readonly strangers: number;
}

export interface Population {
  readonly children: readonly Person[];
  readonly people: readonly Person[];
  /** The child that each person is. */
  readonly truth: ReadonlyMap<string, string>;
}

type Written = 'forename' | 'surname' | 'date_of_birth' | 'postcode';
type Fields = Record<Written | 'sex', string | null>;

/** Febrl's share of modifications that fall to each field, the fields that are not kept among them. */
const FALLS: Readonly<Record<Written | 'other', number>> = {
  forename: 0.1,
  surname: 0.15,
  date_of_birth: 0.1,
  postcode: 0.05,
  other: 0.55,
};

/** Febrl's share of each kind of modification, by field. */
const KINDS: Readonly<Record<Written, Readonly<Record<string, number>>>> = {
  forename: {
    misspell: 0.3,
    insert: 0.05,
    delete: 0.15,
    substitute: 0.35,
    transpose: 0.05,
    replace: 0.02,
    words: 0.02,
    space: 0.02,
    missing: 0.02,
  },
  surname: {
    misspell: 0.3,
    insert: 0.1,
    delete: 0.1,
    substitute: 0.35,
    transpose: 0.04,
    replace: 0.02,
    words: 0.02,
    space: 0.03,
    missing: 0.02,
  },
  date_of_birth: { substitute: 0.5, transpose: 0.3, replace: 0.05, missing: 0.1 },
  postcode: { substitute: 0.35, transpose: 0.6, replace: 0.03, missing: 0.01 },
};

/** Makes the children, their duplicates and the strangers. The same setting gives the same ones. */
export function population(
  setting: Setting,
  others: ReadonlyMap<string, readonly string[]>,
): Population {
  const random = createRandom(setting.seed);
  const names = namePools(random);
  const children: Person[] = [];
  for (let at = 0; at < setting.children; at += 1)
    children.push({ person: `c${at}`, ...original(random, names), identifiers: {} });
  const people: Person[] = [];
  const truth = new Map<string, string>();
  for (const child of random.shuffled(children)) {
    const count = Math.min(duplicatesOf(random, setting), setting.duplicates - truth.size);
    for (let copy = 0; copy < count; copy += 1) {
      const person = `p${child.person.slice(1)}-${copy}`;
      people.push({ person, ...corrupted(random, setting, names, child, others), identifiers: {} });
      truth.set(person, child.person);
    }
  }
  for (let at = 0; at < setting.strangers; at += 1)
    people.push({ person: `s${at}`, ...original(random, names), identifiers: {} });
  return { children, people: random.shuffled(people), truth };
}

function duplicatesOf(random: Random, { most, spread }: Setting): number {
  if (spread === 'uniform') return random.whole(1, most);
  const weights: Record<string, number> = {};
  for (let count = 1, term = 1; count <= most; count += 1) {
    weights[String(count)] = spread === 'zipf' ? 1 / Math.sqrt(count) : term;
    term /= count + 1;
  }
  return Number(random.weighted(weights));
}

function original(random: Random, names: Pools): Fields {
  const sex = random.chance(0.5) ? 'Female' : 'Male';
  const [forename, surname] = [
    rankedPick(random, sex === 'Female' ? names.girls : names.boys),
    rankedPick(random, names.surnames),
  ];
  const [year, month, day] = [random.whole(2003, 2012), random.whole(1, 12), random.whole(1, 28)];
  return {
    forename,
    surname,
    sex,
    date_of_birth: dayOf(year, month, day),
    postcode: postcode(random, names),
  };
}

/** Names fall off as the inverse of their rank, after the first few: close to how names in use do. */
function rankedPick(random: Random, names: readonly string[]): string {
  const flat = 8;
  const rank = Math.floor(flat * ((names.length / flat + 1) ** random.fraction() - 1));
  return names[Math.min(rank, names.length - 1)] ?? '';
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function postcode(random: Random, { districts }: Pools): string {
  const letter = (): string => random.pick(Array.from('ABDEFGHJLNPQRSTUWXYZ'));
  return `${random.pick(districts)} ${random.whole(1, 9)}${letter()}${letter()}`;
}

function corrupted(
  random: Random,
  setting: Setting,
  names: Pools,
  child: Person,
  others: ReadonlyMap<string, readonly string[]>,
): Fields {
  const { forename, surname, sex, date_of_birth, postcode: place } = child;
  const record: Fields = { forename, surname, sex, date_of_birth, postcode: place };
  const done: Record<string, number> = {};
  let left = setting.ofRecord;
  if (left > 1 && random.chance(0.05)) {
    [record.forename, record.surname] = [surname, forename];
    left -= 2;
  }
  while (left > 0) {
    const field = random.weighted(FALLS) as Written | 'other';
    const count = Math.min(left, random.whole(1, setting.ofField));
    left -= count;
    if (field === 'other' || (done[field] ?? 0) >= setting.ofField) continue;
    for (let at = 0; at < count; at += 1)
      record[field] = modified(random, names, field, record[field], others);
    done[field] = (done[field] ?? 0) + count;
  }
  return record;
}

function modified(
  random: Random,
  names: Pools,
  field: Written,
  value: string | null,
  others: ReadonlyMap<string, readonly string[]>,
): string | null {
  if (value === null || value.length < 2) return value;
  const kind = random.weighted(KINDS[field]);
  if (kind === 'missing') return null;
  if (kind === 'replace') return original(random, names)[field];
  if (kind === 'words') return value.split(' ').reverse().join(' ');
  if (field === 'date_of_birth') return wrongDay(random, value, kind);
  const forms = kind === 'misspell' ? others.get(value) : undefined;
  if (forms && forms.length > 0) return random.pick(forms);
  return mistyped(random, value, kind);
}

function wrongDay(random: Random, value: string, kind: string): string {
  for (let tried = 0; ; tried += 1) {
    // Some days have no two digits whose exchange gives a day that there is.
    const how = tried < 20 ? kind : 'substitute';
    const digits = mistyped(random, value.replaceAll('-', ''), how);
    const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(
      Number,
    );
    if (year === undefined || month === undefined || day === undefined)
      throw new RangeError(digits);
    const there = year > 1900 && year < 2023 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
    if (there) return dayOf(year, month, day);
  }
}

/** One character wrong, about the middle of the word as in Febrl. */
function mistyped(random: Random, value: string, kind: string): string {
  const middle = value.length / 2 + random.fraction() + random.fraction() + random.fraction() - 1.5;
  const at = Math.min(value.length - 1, Math.max(0, Math.round(middle)));
  const was = value[at] ?? '';
  const other = random.pick(
    Array.from(/\d/.test(was) ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz').filter(
      (each) => each !== was,
    ),
  );
  if (kind === 'insert') return value.slice(0, at) + other + value.slice(at);
  if (kind === 'delete') return value.slice(0, at) + value.slice(at + 1);
  if (kind === 'space') return `${value.slice(0, at)} ${value.slice(at)}`;
  if (kind === 'transpose' && at + 1 < value.length)
    return value.slice(0, at) + (value[at + 1] ?? '') + was + value.slice(at + 2);
  return value.slice(0, at) + other + value.slice(at + 1);
}

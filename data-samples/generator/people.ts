// Children with a story → who they are, so that each year's published make-up comes out.
import type { World } from './world.js';
import { within } from './days.js';
import { FORENAMES, SURNAMES } from './names.js';
import { workedWith } from './programmes.js';
import type { Child, Mark, Person } from './story.js';
import type { Random } from './random.js';

/** A year whose make-up is fixed: how many children of each sex, and of each recorded ethnicity (blank: the rest). */
export interface MakeUp {
  readonly starts: string;
  readonly ends: string;
  readonly sexes: Readonly<Record<string, number>>;
}

/** The published make-up of the children worked with in 2022-23, by the labels the service used. */
export const ETHNICITIES_2023: Readonly<Record<string, number>> = {
  'White British': 136,
  'White European': 4,
  'Gypsy / Roma / Traveller': 2,
  'White Eastern European': 1,
  'White Indian': 1,
  'Other White British': 1,
  'Any other Mixed Background': 1,
  '': 1,
};

/** Labels found in older records: the census lists, the police, social care, and what could not be asked. */
const OLDER_ETHNICITIES = {
  'White British': 900,
  'White - British': 18,
  W1: 9,
  WBRI: 9,
  'White European': 8,
  'Any other White background': 8,
  'Gypsy or Irish Traveller': 4,
  M1: 3,
  'White and Asian': 3,
  'White and Black Caribbean': 4,
  'Any other Mixed background': 3,
  Bangladeshi: 2,
  A2: 1,
  Chinese: 1,
  B2: 2,
  'Black Caribbean': 1,
  'Any other ethnic group': 1,
  NS: 6,
  Refused: 3,
  NOBT: 4,
  'Not known': 5,
  '': 6,
};
/** The letters after the space; no real postcode begins as these do. */
const INWARD = ['AL', 'BN', 'DJ', 'EP', 'FQ', 'GR', 'HS', 'XT', 'WU', 'LB'];
const LANGUAGES = { English: 860, Welsh: 95, Other: 12, '': 33 };
const LOOKED_AFTER: Readonly<Record<Mark, number>> = { no: 79, yes: 11, '': 10 };

/** Gives every child a name and a character, the two fixed years first. */
export function describe(world: World, last: MakeUp, before: MakeUp): void {
  const { random, children } = world;
  for (const child of children) child.person = someone(random);
  const now = workedWith(world, last);
  const then = workedWith(world, before);
  const both = [...now].filter((child) => then.has(child));
  const girls = Math.round((both.length * (last.sexes['Female'] ?? 0)) / now.size);
  const shared = { Male: both.length - girls, Female: girls };
  assign(random, both, shared, 'sex');
  assign(
    random,
    [...now].filter((child) => !then.has(child)),
    less(last.sexes, shared),
    'sex',
  );
  assign(
    random,
    [...then].filter((child) => !now.has(child)),
    less(before.sexes, shared),
    'sex',
  );
  const elsewhere = children.filter((child) => !now.has(child) && !then.has(child));
  for (const child of elsewhere.slice(0, 2)) rename(child, 'sex', '');
  nameEthnicities(world, now, last);
}

function someone(random: Random): Person {
  const welsh = random.weighted(LANGUAGES);
  return {
    forename: random.pick(FORENAMES),
    surname: random.pick(SURNAMES),
    sex: random.chance(0.8) ? 'Male' : 'Female',
    ethnicity: random.weighted(OLDER_ETHNICITIES),
    language: welsh,
    postcode: `QX${random.whole(1, 9)} ${random.whole(1, 9)}${random.pick(INWARD)}`,
    lookedAfter: random.weighted(LOOKED_AFTER) as Mark,
  };
}

/** Everyone in the list gets one of the values, as many each as the quota says. Refuses a quota of another size. */
function assign(
  random: Random,
  children: readonly Child[],
  quota: Readonly<Record<string, number>>,
  trait: 'sex' | 'ethnicity',
): void {
  const values = Object.entries(quota).flatMap(([value, count]) =>
    Array<string>(count).fill(value),
  );
  if (values.length !== children.length)
    throw new RangeError(`${children.length} children for a quota of ${values.length}`);
  random.shuffled(children).forEach((child, place) => {
    rename(child, trait, values[place] ?? '');
  });
}

function rename(child: Child, trait: 'sex' | 'ethnicity', value: string): void {
  if (child.person) child.person[trait] = value;
}

function less(
  whole: Readonly<Record<string, number>>,
  part: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(whole).map(([value, count]) => [value, count - (part[value] ?? 0)]),
  );
}

/** Of the children dealt with formally, one is Mixed, one Other and never worked with, and the rest are White. */
function nameEthnicities(world: World, now: ReadonlySet<Child>, last: MakeUp): void {
  const { random } = world;
  const formal = (child: Child): boolean =>
    child.contacts.some((met) => met.formal && within(met.date, last));
  const dealtWith = random.shuffled(world.children.filter(formal));
  const fined = dealtWith.filter((child) => !now.has(child));
  for (const child of fined) rename(child, 'ethnicity', 'White British');
  const [other] = fined.filter((child) =>
    child.contacts.some((met) => met.outcomes.includes('Fine')),
  );
  const [mixed] = dealtWith.filter((child) => now.has(child));
  if (!other || !mixed) throw new RangeError('no child was fined without being worked with');
  rename(other, 'ethnicity', 'Any other ethnic group');
  const unknown = random.shuffled([...now].filter((child) => !formal(child))).slice(0, 2);
  rename(mixed, 'ethnicity', 'Any other Mixed Background');
  unknown.forEach((child, place) => {
    rename(child, 'ethnicity', place === 0 ? 'White Indian' : '');
  });
  const rest = [...now].filter((child) => child !== mixed && !unknown.includes(child));
  assign(
    random,
    rest,
    less(ETHNICITIES_2023, { 'Any other Mixed Background': 1, 'White Indian': 1, '': 1 }),
    'ethnicity',
  );
}

/** Names children of whom no figure depends on who they are. */
export function describeStrangers(children: readonly Child[], random: Random): void {
  for (const child of children) child.person = someone(random);
}

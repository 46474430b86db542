// Children with a story → who they are, so that each year's published make-up comes out.
import type { World } from './world.js';
import { within } from './days.js';
import { someone, WELSH_SERVICE } from './person.js';
import { workedWith } from './programmes.js';
import type { Child } from './story.js';
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

/** Gives every child a name and a character, the two fixed years first. */
export function describe(world: World, last: MakeUp, before: MakeUp): void {
  const { random, children } = world;
  for (const child of children) child.person = someone(random, WELSH_SERVICE);
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

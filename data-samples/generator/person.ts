// A service's habits of recording → a child's name and character as its records would have them.
import { FORENAMES, SURNAMES } from './names.js';
import type { Random } from './random.js';
import type { Child, Mark, Person } from './story.js';

/** What is usual in a service's records: each label is as likely as its weight. */
export interface Habits {
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  readonly ethnicities: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly lookedAfter: Readonly<Record<Mark, number>>;
}

/** Labels found in a Welsh service's older records: census lists, police, social care, and what could not be asked. */
export const WELSH_SERVICE: Habits = {
  forenames: FORENAMES,
  surnames: SURNAMES,
  ethnicities: {
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
  },
  languages: { English: 860, Welsh: 95, Other: 12, '': 33 },
  lookedAfter: { no: 79, yes: 11, '': 10 },
};

const plain = (name: string): boolean => /^[A-Za-z'-]+$/.test(name);

/** An English service: no Welsh, several groups of some size, and many cells never filled in. */
export const ENGLISH_SERVICE: Habits = {
  forenames: FORENAMES.filter(plain),
  surnames: SURNAMES.filter(plain),
  ethnicities: {
    'White: British': 640,
    'White: Other White': 30,
    'White: Gypsy or Irish Traveller': 8,
    'Mixed: White and Black Caribbean': 38,
    'Mixed: White and Asian': 16,
    'Mixed: Other Mixed': 12,
    'Asian or Asian British: Pakistani': 55,
    'Asian or Asian British: Indian': 18,
    'Asian or Asian British: Bangladeshi': 14,
    'Asian or Asian British: Chinese': 2,
    'Black or Black British: African': 34,
    'Black or Black British: Caribbean': 24,
    'Other ethnic group: Arab': 8,
    'Other ethnic group: Any other ethnic group': 8,
    'Not stated': 24,
    '': 35,
  },
  languages: { English: 900, Other: 60, '': 40 },
  lookedAfter: { no: 52, yes: 13, '': 35 },
};

/** The letters after the space; no real postcode begins with Q. */
const INWARD = ['AL', 'BN', 'DJ', 'EP', 'FQ', 'GR', 'HS', 'XT', 'WU', 'LB'];

/** Somebody invented. */
export function someone(random: Random, habits: Habits): Person {
  return {
    forename: random.pick(habits.forenames),
    surname: random.pick(habits.surnames),
    sex: random.chance(0.8) ? 'Male' : 'Female',
    ethnicity: random.weighted(habits.ethnicities),
    language: random.weighted(habits.languages),
    postcode: `QX${random.whole(1, 9)} ${random.whole(1, 9)}${random.pick(INWARD)}`,
    lookedAfter: random.weighted(habits.lookedAfter) as Mark,
  };
}

/** Gives each of these children a name and a character on which no figure depends. */
export function introduce(children: readonly Child[], random: Random, habits: Habits): void {
  for (const child of children) child.person = someone(random, habits);
}

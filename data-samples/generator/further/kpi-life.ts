// A piece of work and its point → where the child lives and what the child does in the week.
import type { Random } from '../random.js';
import type { WorkOnFile } from './case-file.js';
import { answered } from './ledger.js';

const GOOD_HOMES = {
  'With parents or carers': 88,
  'With relatives or friends': 8,
  'Own tenancy': 1,
};
const CARE = { 'Foster care': 55, 'Residential home': 35, 'Supported accommodation': 10 };
const POOR_HOMES = {
  'With relatives or friends': 40,
  'Supported accommodation': 20,
  'Bed and breakfast': 20,
  'No fixed abode': 20,
};

/** Where the child lives, and whether it will do. Fewer are badly housed by the end. */
export function homeOf(
  { child, programme }: WorkOnFile,
  later: boolean,
  random: Random,
): Record<'accommodation_suitable' | 'accommodation_type', string> {
  const poor = child.needs.has('Unsuitable accommodation') && random.chance(later ? 0.6 : 0.95);
  const homes = poor ? POOR_HOMES : child.lookedAfter === 'yes' ? CARE : GOOD_HOMES;
  const secure = programme === 'Custody and resettlement' && !later;
  return {
    accommodation_suitable: answered(!poor, random),
    accommodation_type: secure ? 'Secure accommodation' : random.weighted(homes),
  };
}

/** Hours a week that each kind of provision offers, at the least and at the most. */
const OFFERED: Readonly<Record<string, readonly [number, number]>> = {
  'Mainstream school': [25, 25],
  'Special school': [25, 25],
  'Alternative provision': [10, 25],
  'Elective home education': [6, 20],
  College: [14, 20],
  Training: [16, 25],
  Employment: [16, 38],
  'Not in education, training or employment': [0, 0],
};
const SCHOOL = {
  'Mainstream school': 56,
  'Special school': 9,
  'Alternative provision': 21,
  'Elective home education': 5,
  'Not in education, training or employment': 9,
};
const AFTER_SCHOOL = {
  College: 38,
  Training: 15,
  Employment: 14,
  'Not in education, training or employment': 33,
};

type Education = 'ete_suitable' | 'ete_type' | 'ete_hours_offered' | 'ete_hours_attended';

/** The week's education, training or work: suitable from 25 hours at school age and 16 after, or fewer where agreed. */
export function educationAt(
  schoolAge: boolean,
  later: boolean,
  random: Random,
): Record<Education, string> {
  const type = random.weighted(schoolAge ? SCHOOL : AFTER_SCHOOL);
  const [least, most] = OFFERED[type] ?? [0, 0];
  const offered = random.whole(least, most);
  const keen = random.fraction() < (later ? 0.65 : 0.5);
  const attended = Math.round(offered * (keen ? 0.9 + random.fraction() / 10 : random.fraction()));
  const enough = offered >= (schoolAge ? 25 : 16) || (offered >= 12 && random.chance(0.3));
  return {
    ete_suitable: answered(enough, random),
    ete_type: type,
    ete_hours_offered: String(offered),
    ete_hours_attended: random.chance(0.06) ? '' : String(attended),
  };
}

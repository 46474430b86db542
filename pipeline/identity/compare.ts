// Two records → the agreement level of each field.
import type { Day } from '../domain/period.js';
import type { Agreement, AgreementLevel, Linkage } from './fields.js';
import { measureSimilarity } from './jaro-winkler.js';
import type { Name } from './name.js';
import type { Traits } from './person.js';
import type { Postcode } from './place.js';
import { isOneEdit } from './edit-distance.js';

/** Compares a person with a child, field by field. Symmetric: the order of the two does not matter. */
export type Compare = (one: Traits, other: Traits) => Agreement;

/** In shorter names, one different letter is too weak to be an error: Ava and Eva, Rhys and Rhyl. */
const MIN_SLIP_LENGTH = 4;

/** Creates a comparison by the declared levels; `bearers` counts the records that have a forename. */
export function createComparison(linkage: Linkage, bearers: (forename: string) => number): Compare {
  const { declared } = linkage;
  const isName = ({ whole }: Name): boolean =>
    linkage.forms.has(whole) || bearers(whole) >= declared.known_name;
  // Errors at the first letter are rare (Pollock and Zamora 1984: 8% of misspellings), and many names rhyme.
  const areDistinctNames = (one: Name, other: Name): boolean =>
    one.whole[0] !== other.whole[0] || (isName(one) && isName(other));
  const compareForenames = (one: Name | null, other: Name | null): AgreementLevel<'forename'> => {
    if (!one || !other) return 'missing';
    if (one.whole === other.whole) return 'same';
    if (hasEveryPart(one, other) || hasEveryPart(other, one)) return 'part';
    if (haveSharedNickname(linkage, one, other)) return 'nickname';
    const level = compareParts(linkage, one, other);
    // Two forenames that are both common are different names, however similar: Ella and Ellie may be twins.
    if (level === 'slip') return areDistinctNames(one, other) ? 'alike' : 'slip';
    return level === 'different' && matchesInitial(one, other) ? 'alike' : level;
  };
  const compareSurnames = (one: Name | null, other: Name | null): AgreementLevel<'surname'> => {
    if (!one || !other) return 'missing';
    if (one.whole === other.whole) return 'same';
    if (isHalf(one, other) || isHalf(other, one)) return 'part';
    return compareSpelling(linkage, one.whole, other.whole);
  };
  // A cheap test first: names with different first letters are never near, and this rules out most.
  const isNear = (one: Name | null, other: Name | null): boolean =>
    one?.whole[0] === other?.whole[0] && ['same', 'slip'].includes(compareForenames(one, other));
  const areNamesSwapped = (one: Traits, other: Traits): boolean =>
    isNear(one.forename, other.surname) && isNear(one.surname, other.forename);
  return (one, other) => {
    const forename = compareForenames(one.forename, other.forename);
    const surname = compareSurnames(one.surname, other.surname);
    const rest = compareOtherFields(one, other);
    if (forename !== 'different' || surname !== 'different' || !areNamesSwapped(one, other))
      return { forename, surname, order: 'straight', ...rest };
    return {
      forename: compareForenames(one.forename, other.surname),
      surname: compareSurnames(one.surname, other.forename),
      order: 'swapped',
      ...rest,
    };
  };
}

function compareOtherFields(
  one: Traits,
  other: Traits,
): Pick<Agreement, 'birth' | 'postcode' | 'sex'> {
  return {
    birth: compareBirths(one.birth, other.birth),
    postcode: comparePostcodes(one.postcode, other.postcode),
    sex: one.sex && other.sex ? (one.sex === other.sex ? 'same' : 'different') : 'missing',
  };
}

function haveSharedNickname({ forms }: Linkage, one: Name, other: Name): boolean {
  const groups = forms.get(one.first);
  if (!groups) return false;
  // Different second forenames mean different people: Thomas James is not a short form of Tom Alun.
  if (one.parts.length > 1 && other.parts.length > 1 && one.parts[1] !== other.parts[1])
    return false;
  return forms.get(other.first)?.some((group) => groups.includes(group)) ?? false;
}

/** Whether every part of the first name is in the other, which has more parts: Amelia in Amelia Jane. */
function hasEveryPart(one: Name, other: Name): boolean {
  return (
    one.parts.length < other.parts.length && one.parts.every((part) => other.parts.includes(part))
  );
}

/** Whether the first is one half of the other's double-barrelled name, or the same halves in reverse order. */
function isHalf(one: Name, other: Name): boolean {
  if (other.halves.length < 2) return false;
  return other.halves.includes(one.whole) || one.whole === [...other.halves].reverse().join('');
}

/**
 * Names with the same number of parts agree as well as their worst part: Mohammed Ali and Mohammed Amir may be
 * brothers.
 */
function compareParts(linkage: Linkage, one: Name, other: Name): Spelling {
  if (one.parts.length !== other.parts.length)
    return compareSpelling(linkage, one.whole, other.whole);
  const levels = one.parts.map((part, at) => compareSpelling(linkage, part, other.parts[at] ?? ''));
  if (levels.includes('different'))
    return levels.every((level) => level === 'different') ? 'different' : 'alike';
  return levels.includes('alike') ? 'alike' : 'slip';
}

function matchesInitial(one: Name, other: Name): boolean {
  const short = one.whole.length === 1 || other.whole.length === 1;
  return short && one.whole[0] === other.whole[0];
}

type Spelling = 'slip' | 'alike' | 'different';

function compareSpelling({ declared }: Linkage, one: string, other: string): Spelling {
  if (one === other) return 'slip';
  const shorter = Math.min(one.length, other.length);
  if (shorter >= MIN_SLIP_LENGTH && isOneEdit(one, other)) return 'slip';
  const minimum = Math.min(declared.slip_likeness, declared.alike_likeness);
  const similarity = measureSimilarity(one, other, minimum);
  if (shorter >= MIN_SLIP_LENGTH && similarity >= declared.slip_likeness) return 'slip';
  return similarity >= declared.alike_likeness ? 'alike' : 'different';
}

function compareBirths(one: Day | null, other: Day | null): AgreementLevel<'birth'> {
  if (one === null || other === null) return 'missing';
  if (one === other) return 'same';
  if (isDayMonthSwapped(one, other)) return 'swapped';
  return isNextYear(one, other) ? 'slip' : compareDigits(one, other);
}

/** Whether the day and month of the same year are swapped. */
function isDayMonthSwapped(one: Day, other: Day): boolean {
  return (
    one.slice(0, 4) === other.slice(0, 4) &&
    one.slice(5, 7) === other.slice(8) &&
    one.slice(8) === other.slice(5, 7)
  );
}

function isNextYear(one: Day, other: Day): boolean {
  const years = Number(one.slice(0, 4)) - Number(other.slice(0, 4));
  return one.slice(4) === other.slice(4) && Math.abs(years) === 1;
}

function compareDigits(one: Day, other: Day): AgreementLevel<'birth'> {
  let wrong = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) wrong += 1;
  // One edit changes two digits at most.
  if (wrong > 2) return 'different';
  return isOneEdit(one.replaceAll('-', ''), other.replaceAll('-', '')) ? 'slip' : 'part';
}

function comparePostcodes(
  one: Postcode | null,
  other: Postcode | null,
): AgreementLevel<'postcode'> {
  if (!one || !other) return 'missing';
  if (one.whole === other.whole) return 'same';
  if (isOneEdit(one.whole, other.whole)) return 'slip';
  if (one.sector !== null && one.sector === other.sector) return 'sector';
  return one.district !== null && one.district === other.district ? 'district' : 'different';
}

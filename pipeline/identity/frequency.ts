// The values in two sources → how often records of different people agree by chance.
import type { Compare } from './compare.js';
import { FIELDS, type LinkageRules, type LinkageField } from './fields.js';
import type { Traits } from './person.js';
import { readDeclaredShares, readShare, type TermFrequency, type LevelShares } from './weights.js';

/** The value of a person that each field compares; the order of names has no value and is never counted. */
const FIELD_VALUES: Readonly<
  Record<Exclude<LinkageField, 'order'>, (one: Traits) => string | undefined>
> = {
  forename: ({ forename }) => forename?.whole,
  surname: ({ surname }) => surname?.whole,
  birth: ({ birth }) => birth ?? undefined,
  postcode: ({ postcode }) => postcode?.whole,
  sex: ({ sex }) => sex ?? undefined,
};
/** Number of pairs of strangers that the declared `u` counts as. */
const PRIOR_STRANGERS = 200;
/** An estimated chance agreement is never below this share of the declared one. */
const MIN_SHARE_OF_DECLARED = 0.05;

/** Counts the persons with each value of a field. */
export function countValues(
  persons: readonly Traits[],
  field: keyof typeof FIELD_VALUES,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of persons) {
    const value = FIELD_VALUES[field](person);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Gives the share of children who have a name, never below the declared minimum. */
export function createTermFrequency(
  declared: LinkageRules,
  children: readonly Traits[],
  field: 'forename' | 'surname',
): TermFrequency {
  const counts = countValues(children, field);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (name) => Math.max((counts.get(name) ?? 0) / Math.max(total, 1), declared.rarest);
}

/**
 * Counts chance agreement once, and gives `u` for any estimate of `m` and of the share of true pairs: the true pairs
 * are subtracted from all pairs, and pairs of strangers remain.
 */
export function createChanceEstimator(
  declared: LinkageRules,
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
): (m: LevelShares, prior: number) => LevelShares {
  const start = readDeclaredShares(declared, 'u');
  const counts = sampleAgreements(declared, compare, persons, children);
  const exact = new Map(
    (Object.keys(FIELD_VALUES) as (keyof typeof FIELD_VALUES)[]).map((field) => [
      field as LinkageField,
      calculateChanceAgreement(countValues(persons, field), countValues(children, field)),
    ]),
  );
  return (m, prior) => {
    const shares = FIELDS.map((field): [LinkageField, Readonly<Record<string, number>>] => {
      if (field === 'order') return [field, start[field]];
      const levels = Object.keys(start[field]);
      const drawnCounts = counts[field];
      const totalDrawn = levels.reduce((sum, level) => sum + (drawnCounts.get(level) ?? 0), 0);
      const levelShares = levels.map((level) => {
        const declaredShare = readShare(start, field, level);
        const drawn = (drawnCounts.get(level) ?? 0) / Math.max(totalDrawn, 1);
        const all = (level === 'same' ? exact.get(field) : undefined) ?? drawn;
        const strangers = Math.max(0, all - prior * readShare(m, field, level)) / (1 - prior);
        const mixed =
          (strangers * totalDrawn + declaredShare * PRIOR_STRANGERS) /
          (totalDrawn + PRIOR_STRANGERS);
        return [level, Math.max(mixed, declaredShare * MIN_SHARE_OF_DECLARED)] as const;
      });
      return [field, Object.fromEntries(levelShares)];
    });
    return Object.fromEntries(shares) as LevelShares;
  };
}

/** The probability that a random record of each source has the same value. */
function calculateChanceAgreement(
  ours: Map<string, number>,
  theirs: Map<string, number>,
): number | undefined {
  const sum = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  const pairs = sum(ours) * sum(theirs);
  if (pairs === 0) return undefined;
  let same = 0;
  for (const [value, count] of ours) same += count * (theirs.get(value) ?? 0);
  return same / pairs;
}

/** How often each level occurs in pairs drawn evenly from both lists; every run draws the same pairs. */
function sampleAgreements(
  declared: LinkageRules,
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
): Readonly<Record<LinkageField, ReadonlyMap<string, number>>> {
  const counts = Object.fromEntries(FIELDS.map((field) => [field, new Map()])) as Record<
    LinkageField,
    Map<string, number>
  >;
  const draws = Math.min(declared.sample, persons.length * children.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const person = persons[draw % persons.length];
    const child = children[chooseDrawIndex(draw, children.length)];
    if (!person || !child) continue;
    const agreement = compare(person, child);
    for (const field of FIELDS) {
      const own = counts[field];
      own.set(agreement[field], (own.get(agreement[field]) ?? 0) + 1);
    }
  }
  return counts;
}

/** Multiples of the golden ratio spread evenly without repetition (Knuth, The Art of Computer Programming, 6.4). */
function chooseDrawIndex(draw: number, length: number): number {
  return Math.floor(((draw * 0.6180339887498949) % 1) * length);
}

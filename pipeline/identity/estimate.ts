// The records of two sources → the m and u shares that match weights are calculated from.
import type { Compare } from './compare.js';
import type { FindCandidates } from './blocking.js';
import { FIELDS, type Agreement, type LinkageRules, type LinkageField } from './fields.js';
import type { Traits } from './person.js';
import { createTermFrequency, createChanceEstimator } from './frequency.js';
import { estimateMatchShares, type ComparisonVectors } from './expectation.js';
import { readDeclaredShares, readShare, type LinkageModel, type LevelShares } from './weights.js';

/** Iterations over `u` and `m`: each needs the other, and the second hardly changes the first. */
const ITERATIONS = 3;

/** Two training sets, and the fields that each can estimate: a field is never trained on pairs that it selected. */
const TRAINING: readonly {
  isSelected: (pair: Agreement) => boolean;
  fields: readonly LinkageField[];
}[] = [
  {
    isSelected: ({ birth }) => birth === 'same',
    fields: ['forename', 'surname', 'order', 'postcode', 'sex'],
  },
  {
    isSelected: ({ forename, surname, order }) =>
      forename === 'same' && surname === 'same' && order === 'straight',
    fields: ['birth', 'postcode', 'sex'],
  },
];

/**
 * Estimates the model. `u` is counted in random pairs of the two sources (for exact agreement, from the frequency of
 * each value in each source), minus the true pairs among them; `m` by expectation-maximisation with `u` fixed (Winkler
 * 1988), on pairs with the same date of birth and on pairs with the same full name. The declared shares act as
 * `prior_pairs` true pairs, so that with few records the model is close to the declared one. The same records in the
 * same order give the same model.
 */
export function estimateModel(
  declared: LinkageRules,
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
  candidates: FindCandidates,
): LinkageModel {
  const nameFrequencies = {
    forename: createTermFrequency(declared, children, 'forename'),
    surname: createTermFrequency(declared, children, 'surname'),
  };
  const start = readDeclaredShares(declared, 'm');
  const pairs = Math.max(1, persons.length * children.length);
  const estimateChance = createChanceEstimator(declared, compare, persons, children);
  const training = countTrainingVectors(compare, persons, children, candidates);
  let m = start;
  let u = estimateChance(m, 0);
  let prior = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const estimated = combineEstimates(declared, training, start, u);
    m = estimated.m;
    prior = Math.min(Math.max(estimated.matches, 1), persons.length, children.length) / pairs;
    u = estimateChance(m, prior);
  }
  return { m, u, prior: Math.min(Math.max(prior, 1 / (pairs + 1)), 0.5), nameFrequencies };
}

function countTrainingVectors(
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
  candidates: FindCandidates,
): ComparisonVectors[] {
  const sets = TRAINING.map(() => new Map<string, { agreement: Agreement; count: number }>());
  for (const person of persons)
    for (const position of candidates(person)) {
      const child = children[position];
      if (!child) continue;
      const agreement = compare(person, child);
      TRAINING.forEach(({ isSelected }, at) => {
        const set = sets[at];
        if (set && isSelected(agreement)) countAgreement(set, agreement);
      });
    }
  return sets.map((set) => [...set.values()]);
}

function countAgreement(
  set: Map<string, { agreement: Agreement; count: number }>,
  agreement: Agreement,
): void {
  const key = FIELDS.map((field) => agreement[field]).join(' ');
  const counted = set.get(key);
  if (counted) counted.count += 1;
  else set.set(key, { agreement, count: 1 });
}

/** Combines the shares estimated on both training sets, and the estimated number of true pairs. */
function combineEstimates(
  declared: LinkageRules,
  training: readonly ComparisonVectors[],
  start: LevelShares,
  u: LevelShares,
): { m: LevelShares; matches: number } {
  const estimates = training.map((patterns, at) =>
    estimateMatchShares(patterns, TRAINING[at]?.fields ?? [], start, u, declared.prior_pairs),
  );
  const shares = FIELDS.map((field): [LinkageField, Record<string, number>] => {
    const trained = estimates.filter((_, at) => TRAINING[at]?.fields.includes(field));
    const weight = trained.reduce((sum, { matches }) => sum + matches + declared.prior_pairs, 0);
    const levels = Object.keys(start[field]).map((level) => {
      const sum = trained.reduce(
        (total, each) =>
          total + (each.matches + declared.prior_pairs) * readShare(each.m, field, level),
        0,
      );
      return [level, sum / weight] as const;
    });
    return [field, Object.fromEntries(levels)];
  });
  const m = Object.fromEntries(shares) as LevelShares;
  const [sameBirth] = estimates;
  return { m, matches: (sameBirth?.matches ?? 0) / readShare(m, 'birth', 'same') };
}

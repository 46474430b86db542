// The records of two sources → the shares that weights are worked out from, estimated on those records.
import type { Compare } from './compare.js';
import type { Candidates } from './blocking.js';
import { FIELDS, type Agreement, type Declared, type Field } from './fields.js';
import type { Traits } from './person.js';
import { borneBy, sharesOf } from './frequency.js';
import { matchShares, type Patterns } from './expectation.js';
import { declaredShares, shareAt, type Model, type Shares } from './weights.js';

/** Turns through `u` and `m`: each needs the other, and the second hardly moves the first. */
const TURNS = 3;

/** Two training sets, and the fields that each says something of: a field never trains on pairs chosen by it. */
const TRAINING: readonly { chosen: (pair: Agreement) => boolean; fields: readonly Field[] }[] = [
  {
    chosen: ({ birth }) => birth === 'same',
    fields: ['forename', 'surname', 'order', 'postcode', 'sex'],
  },
  {
    chosen: ({ forename, surname, order }) =>
      forename === 'same' && surname === 'same' && order === 'straight',
    fields: ['birth', 'postcode', 'sex'],
  },
];

/**
 * Estimates the model. `u` is counted in pairs of strangers drawn from the two sources (and, where two are the same,
 * from how often each value stands in each), less the true pairs among them; `m` by expectation-maximisation with `u`
 * held (Winkler 1988), on pairs with one date of birth and on pairs with one full name. The declared shares stand in for
 * `prior_pairs` true pairs, so that with few records the model is nearly the declared one. The same records in the same
 * order give the same model.
 */
export function estimate(
  declared: Declared,
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
  candidates: Candidates,
): Model {
  const shareOf = {
    forename: borneBy(declared, children, 'forename'),
    surname: borneBy(declared, children, 'surname'),
  };
  const start = declaredShares(declared, 'm');
  const pairs = Math.max(1, persons.length * children.length);
  const seen = sharesOf(declared, compare, persons, children);
  const training = trainingPatterns(compare, persons, children, candidates);
  let m = start;
  let u = seen(m, 0);
  let prior = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const learnt = learn(declared, training, start, u);
    m = learnt.m;
    prior = Math.min(Math.max(learnt.matches, 1), persons.length, children.length) / pairs;
    u = seen(m, prior);
  }
  return { m, u, prior: Math.min(Math.max(prior, 1 / (pairs + 1)), 0.5), shareOf };
}

function trainingPatterns(
  compare: Compare,
  persons: readonly Traits[],
  children: readonly Traits[],
  candidates: Candidates,
): Patterns[] {
  const sets = TRAINING.map(() => new Map<string, { agreement: Agreement; count: number }>());
  for (const person of persons)
    for (const place of candidates(person)) {
      const child = children[place];
      if (!child) continue;
      const agreement = compare(person, child);
      TRAINING.forEach(({ chosen }, at) => {
        const set = sets[at];
        if (set && chosen(agreement)) countIn(set, agreement);
      });
    }
  return sets.map((set) => [...set.values()]);
}

function countIn(
  set: Map<string, { agreement: Agreement; count: number }>,
  agreement: Agreement,
): void {
  const key = FIELDS.map((field) => agreement[field]).join(' ');
  const held = set.get(key);
  if (held) held.count += 1;
  else set.set(key, { agreement, count: 1 });
}

/** The shares learnt from both training sets, and how many true pairs there seem to be in all. */
function learn(
  declared: Declared,
  training: readonly Patterns[],
  start: Shares,
  u: Shares,
): { m: Shares; matches: number } {
  const learnt = training.map((patterns, at) =>
    matchShares(patterns, TRAINING[at]?.fields ?? [], start, u, declared.prior_pairs),
  );
  const shares = FIELDS.map((field): [Field, Record<string, number>] => {
    const from = learnt.filter((_, at) => TRAINING[at]?.fields.includes(field));
    const weight = from.reduce((sum, { matches }) => sum + matches + declared.prior_pairs, 0);
    const levels = Object.keys(start[field]).map((level) => {
      const sum = from.reduce(
        (total, each) =>
          total + (each.matches + declared.prior_pairs) * shareAt(each.m, field, level),
        0,
      );
      return [level, sum / weight] as const;
    });
    return [field, Object.fromEntries(levels)];
  });
  const m = Object.fromEntries(shares) as Shares;
  const [ofOneBirth] = learnt;
  return { m, matches: (ofOneBirth?.matches ?? 0) / shareAt(m, 'birth', 'same') };
}

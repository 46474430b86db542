// The children of a case system → the pairs of them that look like one child under two numbers.
import { createBlockingIndex } from './blocking.js';
import { createComparison, type Compare } from './compare.js';
import { decideMatch, isSureLevel } from './decide.js';
import { FIELDS, type Agreement, type Linkage, type LinkageRules } from './fields.js';
import { countValues } from './frequency.js';
import { prepareTraits, type Person, type Traits } from './person.js';
import {
  calculateProbability,
  calculateTotalWeight,
  readDeclaredShares,
  readShare,
  type LevelShares,
  type LinkageModel,
  type TermFrequency,
} from './weights.js';

/** Two numbers in ascending order, each a pseudonym. */
export interface SameChild {
  readonly one: string;
  readonly other: string;
}

/**
 * Finds the pairs that are more likely one child than two, in ascending order. They are compared as a partner's people
 * are, by the declared weights: one list has too few true pairs to estimate others from. Twins and others of one household
 * are never a pair, because the forename and the birthday must both agree, with no more than a slip.
 */
export function findSameChildren(linkage: Linkage, children: readonly Person[]): SameChild[] {
  const { declared } = linkage;
  const all = [...children]
    .sort((one, other) => (one.person < other.person ? -1 : 1))
    // Each has a number of its own, which is no evidence that they are two children.
    .map((each) => prepareTraits({ ...each, identifiers: {} }, declared.no_birth_date));
  const forenames = countValues(all, 'forename');
  const compare = createComparison(linkage, (forename) => forenames.get(forename) ?? 0);
  const model = buildModel(declared, all, compare);
  const candidates = createBlockingIndex(linkage, all);
  return all.flatMap((one, at) =>
    candidates(one).flatMap((position) => {
      const other = all[position];
      if (!other || position <= at || !isSameChild(linkage, model, compare, one, other)) return [];
      return [{ one: one.person, other: other.person }];
    }),
  );
}

/** How many children stand in the list beyond the first time: of three numbers of one child, two. */
export function countRepeats(pairs: readonly SameChild[]): number {
  const groups = new Map<string, Set<string>>();
  let repeats = 0;
  for (const { one, other } of pairs) {
    const [first, second] = [one, other].map((each) => groups.get(each) ?? new Set([each]));
    if (!first || !second || first === second) continue;
    repeats += 1;
    for (const each of second) first.add(each);
    for (const each of first) groups.set(each, first);
  }
  return repeats;
}

function isSameChild(
  { declared }: Linkage,
  model: LinkageModel,
  compare: Compare,
  one: Traits,
  other: Traits,
): boolean {
  const agreement: Agreement = compare(one, other);
  const weight = calculateTotalWeight(model, agreement, one);
  const probability = calculateProbability(weight, model.prior);
  const { matchStatus } = decideMatch(
    { declared, agreement, person: one, child: other },
    probability,
  );
  return (
    matchStatus !== 'none' &&
    probability >= declared.found_already &&
    isSureLevel(declared, 'forename', agreement.forename) &&
    isSureLevel(declared, 'birth', agreement.birth)
  );
}

/**
 * The declared shares, but no level that the list's own children share more often says more than it does there: all may have
 * one postcode. Before anything is compared, one pair of the whole list is taken to be one child.
 */
function buildModel(
  declared: LinkageRules,
  children: readonly Traits[],
  compare: Compare,
): LinkageModel {
  const u = raiseShares(
    readDeclaredShares(declared, 'u'),
    drawAgreements(declared, children, compare),
  );
  const pairs = (children.length * (children.length - 1)) / 2;
  return {
    m: readDeclaredShares(declared, 'm'),
    u,
    prior: 1 / (pairs + 1),
    nameFrequencies: {
      forename: createOthersFrequency(children, 'forename', readShare(u, 'forename', 'same')),
      surname: createOthersFrequency(children, 'surname', readShare(u, 'surname', 'same')),
    },
  };
}

/** Pairs of two children, drawn evenly; every run draws the same. */
function drawAgreements(
  { sample }: LinkageRules,
  children: readonly Traits[],
  compare: Compare,
): Agreement[] {
  const others = children.length - 1;
  return Array.from({ length: Math.min(sample, children.length * others) }, (_, draw) => {
    const at = draw % children.length;
    const step = 1 + (Math.floor(draw / children.length) % others);
    const [one, other] = [children[at], children[(at + step) % children.length]];
    return one && other ? [compare(one, other)] : [];
  }).flat();
}

/** The order of two names says nothing of itself, and its share stays as it is declared. */
function raiseShares(declared: LevelShares, drawn: readonly Agreement[]): LevelShares {
  const shares = FIELDS.map((field): [string, Record<string, number>] => {
    const levels = Object.entries(declared[field]).map(([level, share]): [string, number] => {
      const seen = drawn.filter((each) => each[field] === level).length;
      return [level, field === 'order' ? share : Math.max(share, seen / drawn.length || 0)];
    });
    return [field, Object.fromEntries(levels)];
  });
  return Object.fromEntries(shares) as LevelShares;
}

/** The share of children who have a name, without the two that are compared, and never below `least`. */
function createOthersFrequency(
  children: readonly Traits[],
  field: 'forename' | 'surname',
  least: number,
): TermFrequency {
  const counts = countValues(children, field);
  return (name) => Math.max(((counts.get(name) ?? 0) - 2) / Math.max(children.length, 1), least);
}

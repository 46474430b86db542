// The shares of each field's agreement levels → the match weight of a pair, and its probability.
import { FIELDS, type Agreement, type LinkageRules, type LinkageField } from './fields.js';
import type { Traits } from './person.js';

/** Share of pairs at each level of each field. */
export type LevelShares = Readonly<Record<LinkageField, Readonly<Record<string, number>>>>;

/** The parameters of the Fellegi-Sunter weights. */
export interface LinkageModel {
  /** Shares among true pairs. */
  readonly m: LevelShares;
  /** Shares among pairs of different people. */
  readonly u: LevelShares;
  /** Share of all pairs that are true. */
  readonly prior: number;
  /** Share of children who have a name; used instead of `u` if two names are the same. */
  readonly nameFrequencies: { readonly forename: TermFrequency; readonly surname: TermFrequency };
}
export type TermFrequency = (name: string) => number;

/** The declared shares, before any record is read. */
export function readDeclaredShares(declared: LinkageRules, kind: 'm' | 'u'): LevelShares {
  const shares = FIELDS.map((field) => {
    const levels = Object.entries<{ m: number; u: number }>(declared.fields[field].levels);
    const total = kind === 'm' ? levels.reduce((sum, [, level]) => sum + level.m, 0) : 1;
    return [field, Object.fromEntries(levels.map(([name, level]) => [name, level[kind] / total]))];
  });
  return Object.fromEntries(shares) as LevelShares;
}

/** Reads the share of one level. Throws RangeError for an unknown level, which is a bug. */
export function readShare(shares: LevelShares, field: LinkageField, level: string): number {
  const found = shares[field][level];
  if (found === undefined) throw new RangeError(`no share of ${field} ${level}`);
  return found;
}

/**
 * The weight of one field's agreement in bits: log2(m/u). Fellegi, I. P. and Sunter, A. B. (1969), "A theory for record
 * linkage", Journal of the American Statistical Association 64, 1183-1210. A shared name is weighted by its rarity
 * (their frequency-based matching; Winkler 2000), and a field that is missing in either record weighs nothing.
 */
export function calculateWeight(
  model: LinkageModel,
  field: LinkageField,
  agreement: Agreement,
  one: Traits,
): number {
  const level = agreement[field];
  if (level === 'missing') return 0;
  return Math.log2(
    readShare(model.m, field, level) / calculateChanceShare(model, field, agreement, one),
  );
}

function calculateChanceShare(
  model: LinkageModel,
  field: LinkageField,
  agreement: Agreement,
  one: Traits,
): number {
  const level = agreement[field];
  // Swapped names are rare enough already, and their frequencies are in the wrong list.
  if (level === 'same' && agreement.order === 'straight' && isNameField(field)) {
    const name = one[field]?.whole;
    if (name !== undefined) return model.nameFrequencies[field](name);
  }
  return readShare(model.u, field, level);
}

function isNameField(field: LinkageField): field is 'forename' | 'surname' {
  return field === 'forename' || field === 'surname';
}

/** The total weight of all fields, in bits, without the prior. */
export function calculateTotalWeight(
  model: LinkageModel,
  agreement: Agreement,
  one: Traits,
): number {
  return FIELDS.reduce((sum, field) => sum + calculateWeight(model, field, agreement, one), 0);
}

/** The match probability of this weight: Bayes' rule from the prior. */
export function calculateProbability(weight: number, prior: number): number {
  const odds = (prior / (1 - prior)) * Math.exp(weight * Math.LN2);
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}

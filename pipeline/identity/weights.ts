// What is known of the fields → what the agreement of a pair weighs, and how likely it is one child.
import { FIELDS, LEVELS, type Agreement, type LinkageRules, type LinkageField } from './fields.js';
import type { Traits } from './person.js';

/** The share of pairs at each level of each field. */
export type LevelShares = Readonly<Record<LinkageField, Readonly<Record<string, number>>>>;

/** What the Fellegi-Sunter weights are worked out from. */
export interface LinkageModel {
  /** Shares among pairs that are one child. */
  readonly m: LevelShares;
  /** Shares among pairs of strangers. */
  readonly u: LevelShares;
  /** The share of all pairs that are one child. */
  readonly prior: number;
  /** The share of children who bear a name; used in place of `u` where two names are the same. */
  readonly nameFrequencies: { readonly forename: TermFrequency; readonly surname: TermFrequency };
}
export type TermFrequency = (name: string) => number;

/** What the declarations start from, before any record is seen. */
export function readDeclaredShares(declared: LinkageRules, kind: 'm' | 'u'): LevelShares {
  const shares = FIELDS.map((field) => {
    const levels = Object.entries<{ m: number; u: number }>(declared.fields[field].levels);
    const total = kind === 'm' ? levels.reduce((sum, [, level]) => sum + level.m, 0) : 1;
    return [field, Object.fromEntries(levels.map(([name, level]) => [name, level[kind] / total]))];
  });
  return Object.fromEntries(shares) as LevelShares;
}

/** The share of one level; a level that no share is kept of is a fault of ours. Throws RangeError. */
export function readShare(shares: LevelShares, field: LinkageField, level: string): number {
  const found = shares[field][level];
  if (found === undefined) throw new RangeError(`no share of ${field} ${level}`);
  return found;
}

/**
 * The weight of one field's agreement in bits: log2(m/u). Fellegi, I. P. and Sunter, A. B. (1969), "A theory for record
 * linkage", Journal of the American Statistical Association 64, 1183-1210. A name that both bear weighs by how rare it
 * is (their frequency-based matching; Winkler 2000), and a field that either lacks weighs nothing.
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
  // Names that were changed about are rare enough already, and stand in the wrong list.
  if (level === 'same' && agreement.order === 'straight' && isNameField(field)) {
    const name = one[field]?.whole;
    if (name !== undefined) return model.nameFrequencies[field](name);
  }
  return readShare(model.u, field, level);
}

function isNameField(field: LinkageField): field is 'forename' | 'surname' {
  return field === 'forename' || field === 'surname';
}

/** The weight of all fields together, in bits, the prior left out. */
export function calculateTotalWeight(
  model: LinkageModel,
  agreement: Agreement,
  one: Traits,
): number {
  return FIELDS.reduce((sum, field) => sum + calculateWeight(model, field, agreement, one), 0);
}

/** How likely a pair of this weight is one child: Bayes' rule from the prior. */
export function calculateProbability(weight: number, prior: number): number {
  const odds = (prior / (1 - prior)) * 2 ** weight;
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}

/** Every level of a field. */
export function listLevels(field: LinkageField): readonly string[] {
  return LEVELS[field];
}

// The agreement of a person and a child, and their match probability → certain, proposed or neither, with reasons.
import type { Agreement, LinkageRules, LinkageField, LinkReason } from './fields.js';
import type { Traits } from './person.js';

/** What happens to a pair without a person: it is linked, proposed for review, or dropped. */
export type MatchStatus = 'certain' | 'proposed' | 'none';

interface MatchDecision {
  readonly matchStatus: MatchStatus;
  /** Reasons that lowered the pair's status, strongest first; empty if only the weight decided. */
  readonly reasons: readonly LinkReason[];
}

/**
 * A rule that caps the status of a pair at any weight: fields of one household are not independent, as the weights
 * assume.
 */
type Rule = (pair: ComparedPair) => readonly [LinkReason, MatchStatus] | null;
interface ComparedPair {
  readonly declared: LinkageRules;
  readonly agreement: Agreement;
  readonly person: Traits;
  readonly child: Traits;
}

const RULES: readonly Rule[] = [
  (pair) => (countYearsApart(pair) >= pair.declared.generation ? ['generations', 'none'] : null),
  // Siblings differ only in forename and date of birth, and either may be similar.
  ({ agreement: { birth, forename, surname }, declared }) =>
    (birth === 'different' &&
      !(forename === 'same' && isSureLevel(declared, 'surname', surname))) ||
    (birth === 'part' && !isSureLevel(declared, 'forename', forename))
      ? ['household', 'none']
      : null,
  ({ agreement: { forename, sex } }) =>
    isUnlikeForename(forename) && sex === 'different' ? ['twin', 'none'] : null,
  ({ agreement: { forename } }) => (isUnlikeForename(forename) ? ['twin', 'proposed'] : null),
  (pair) => (supportsMatch(pair, 'birth') ? null : ['birth_unsure', 'proposed']),
  (pair) =>
    pair.agreement.forename === 'missing' && !sharesIdentifier(pair)
      ? ['name_unsure', 'proposed']
      : null,
  (pair) =>
    (pair.agreement.birth === 'missing' || pair.agreement.forename === 'missing') &&
    pair.agreement.surname === 'missing' &&
    !sharesIdentifier(pair)
      ? ['name_unsure', 'none']
      : null,
  ({ person, child }) =>
    compareIdentifiers(person, child) === 'different' ? ['other_identifier', 'proposed'] : null,
];

/**
 * Decides a pair of this probability by the declared thresholds and the rules above. Possible twins are never certain.
 */
export function decideMatch(pair: ComparedPair, probability: number): MatchDecision {
  const { certain, proposed } = pair.declared;
  const caps = RULES.flatMap((rule) => {
    const found = rule(pair);
    return found ? [found] : [];
  });
  const likely: MatchStatus =
    probability >= certain ? 'certain' : probability >= proposed ? 'proposed' : 'none';
  const identifierResult = assessIdentifier(pair);
  const first: MatchStatus = identifierResult === 'certain' ? 'certain' : likely;
  const matchStatus = caps.reduce((worst, [, cap]) => chooseLower(worst, cap), first);
  const reasons = caps.map(([reason]) => reason);
  return {
    matchStatus,
    reasons: identifierResult === 'reused' ? ['reused_identifier', ...reasons] : reasons,
  };
}

/**
 * A shared identifier links two records unless the date of birth or a name contradicts it, because identifiers are
 * reused. If one does, the identifier is ignored and the other fields decide. If a source states only the identifier,
 * nothing can contradict it.
 */
function assessIdentifier(pair: ComparedPair): 'certain' | 'reused' | null {
  if (!sharesIdentifier(pair)) return null;
  const name =
    supportsMatch(pair, 'forename') ||
    (pair.agreement.forename === 'alike' &&
      isSureLevel(pair.declared, 'surname', pair.agreement.surname));
  const whole = pair.agreement.forename !== 'missing' || supportsMatch(pair, 'surname');
  return supportsMatch(pair, 'birth') && name && whole ? 'certain' : 'reused';
}

/** Whether a field agrees, or is missing in a record that shares an identifier with the other. */
function supportsMatch(pair: ComparedPair, field: LinkageField): boolean {
  const level = pair.agreement[field];
  return level === 'missing' ? sharesIdentifier(pair) : isSureLevel(pair.declared, field, level);
}

function sharesIdentifier({ person, child }: ComparedPair): boolean {
  return compareIdentifiers(person, child) === 'same';
}

/** Compares the identifiers of the kinds that both records have; null if they share no kind. */
function compareIdentifiers(person: Traits, child: Traits): 'same' | 'different' | null {
  const kinds = Object.keys(person.identifiers).filter((kind) =>
    Object.hasOwn(child.identifiers, kind),
  );
  if (kinds.length === 0) return null;
  const same = kinds.some((kind) => person.identifiers[kind] === child.identifiers[kind]);
  return same ? 'same' : 'different';
}

/** Whether a level is strong enough for a link that nobody reviews. A missing value is not. */
export function isSureLevel(declared: LinkageRules, field: LinkageField, level: string): boolean {
  const levels: Readonly<Record<string, { readonly sure?: true | undefined }>> =
    declared.fields[field].levels;
  return levels[level]?.sure ?? false;
}

function isUnlikeForename(level: Agreement['forename']): boolean {
  return level === 'alike' || level === 'different';
}

function countYearsApart({ person, child }: ComparedPair): number {
  if (person.birth === null || child.birth === null) return 0;
  return Math.abs(Number(person.birth.slice(0, 4)) - Number(child.birth.slice(0, 4)));
}

function chooseLower(one: MatchStatus, other: MatchStatus): MatchStatus {
  const order: readonly MatchStatus[] = ['none', 'proposed', 'certain'];
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

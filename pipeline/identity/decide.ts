// What agrees between a person and a child, and how likely they are one → certain, proposed or neither, and why no more.
import type { Agreement, LinkageRules, LinkageField, LinkReason } from './fields.js';
import type { Traits } from './person.js';

/** What may be done of itself with a pair: link it, propose it to a person, or nothing. */
export type MatchStatus = 'certain' | 'proposed' | 'none';

export interface MatchDecision {
  readonly matchStatus: MatchStatus;
  /** What held the pair back, worst first; empty where only the weight decided. */
  readonly reasons: readonly LinkReason[];
}

/** What is held against a pair whatever it weighs: fields of one household are not independent, as weights assume. */
type Rule = (pair: ComparedPair) => readonly [LinkReason, MatchStatus] | null;
interface ComparedPair {
  readonly declared: LinkageRules;
  readonly agreement: Agreement;
  readonly person: Traits;
  readonly child: Traits;
}

const RULES: readonly Rule[] = [
  (pair) => (countYearsApart(pair) >= pair.declared.generation ? ['generations', 'none'] : null),
  // Of brothers and sisters only the forename and the date of birth differ, and either may be alike.
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

/** What a pair of this probability comes to under the declared bounds and the rules above. Twins are never certain. */
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
 * An identifier of both links them where the date of birth and a name do not speak against it, since numbers are given
 * again to others; where one does, it counts for nothing, and the pair is judged by the rest. Of whom a source says no
 * more than the number, there is nothing that could.
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

/** Whether a field agrees, or is not known of one who has the other's number. */
function supportsMatch(pair: ComparedPair, field: LinkageField): boolean {
  const level = pair.agreement[field];
  return level === 'missing' ? sharesIdentifier(pair) : isSureLevel(pair.declared, field, level);
}

function sharesIdentifier({ person, child }: ComparedPair): boolean {
  return compareIdentifiers(person, child) === 'same';
}

/** Whether the identifiers of a kind that both have are the same; null where there is none of one kind. */
export function compareIdentifiers(person: Traits, child: Traits): 'same' | 'different' | null {
  const kinds = Object.keys(person.identifiers).filter((kind) =>
    Object.hasOwn(child.identifiers, kind),
  );
  if (kinds.length === 0) return null;
  const same = kinds.some((kind) => person.identifiers[kind] === child.identifiers[kind]);
  return same ? 'same' : 'different';
}

/** Whether a level is good enough for a link that no person has looked at. A missing one is not. */
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

// What agrees between a person and a child, and how likely they are one → certain, proposed or neither, and why no more.
import type { Agreement, Declared, Field, Reason } from './fields.js';
import type { Traits } from './person.js';

/** What may be done of itself with a pair: link it, propose it to a person, or nothing. */
export type Standing = 'certain' | 'proposed' | 'none';

export interface Verdict {
  readonly standing: Standing;
  /** What held the pair back, worst first; empty where only the weight decided. */
  readonly reasons: readonly Reason[];
}

/** What is held against a pair whatever it weighs: fields of one household are not independent, as weights assume. */
type Rule = (pair: Pair) => readonly [Reason, Standing] | null;
interface Pair {
  readonly declared: Declared;
  readonly agreement: Agreement;
  readonly person: Traits;
  readonly child: Traits;
}

const RULES: readonly Rule[] = [
  (pair) => (yearsApart(pair) >= pair.declared.generation ? ['generations', 'none'] : null),
  // Of brothers and sisters only the forename and the date of birth differ, and either may be alike.
  ({ agreement: { birth, forename, surname }, declared }) =>
    (birth === 'different' && !(forename === 'same' && sure(declared, 'surname', surname))) ||
    (birth === 'part' && !sure(declared, 'forename', forename))
      ? ['household', 'none']
      : null,
  ({ agreement: { forename, sex } }) =>
    unlike(forename) && sex === 'different' ? ['twin', 'none'] : null,
  ({ agreement: { forename } }) => (unlike(forename) ? ['twin', 'proposed'] : null),
  (pair) => (mayStandFor(pair, 'birth') ? null : ['birth_unsure', 'proposed']),
  (pair) =>
    pair.agreement.forename === 'missing' && !hasOneNumber(pair)
      ? ['name_unsure', 'proposed']
      : null,
  (pair) =>
    (pair.agreement.birth === 'missing' || pair.agreement.forename === 'missing') &&
    pair.agreement.surname === 'missing' &&
    !hasOneNumber(pair)
      ? ['name_unsure', 'none']
      : null,
  ({ person, child }) =>
    identifiersOf(person, child) === 'different' ? ['other_identifier', 'proposed'] : null,
];

/** What a pair of this probability comes to under the declared bounds and the rules above. Twins are never certain. */
export function decide(pair: Pair, probability: number): Verdict {
  const { certain, proposed } = pair.declared;
  const held = RULES.flatMap((rule) => {
    const found = rule(pair);
    return found ? [found] : [];
  });
  const likely: Standing =
    probability >= certain ? 'certain' : probability >= proposed ? 'proposed' : 'none';
  const byId = byIdentifier(pair);
  const first: Standing = byId === 'certain' ? 'certain' : likely;
  const standing = held.reduce((worst, [, cap]) => lower(worst, cap), first);
  const reasons = held.map(([reason]) => reason);
  return { standing, reasons: byId === 'reused' ? ['reused_identifier', ...reasons] : reasons };
}

/**
 * An identifier of both links them where the date of birth and a name do not speak against it, since numbers are given
 * again to others; where one does, it counts for nothing, and the pair is judged by the rest. Of whom a source says no
 * more than the number, there is nothing that could.
 */
function byIdentifier(pair: Pair): 'certain' | 'reused' | null {
  if (!hasOneNumber(pair)) return null;
  const name =
    mayStandFor(pair, 'forename') ||
    (pair.agreement.forename === 'alike' && sure(pair.declared, 'surname', pair.agreement.surname));
  const whole = pair.agreement.forename !== 'missing' || mayStandFor(pair, 'surname');
  return mayStandFor(pair, 'birth') && name && whole ? 'certain' : 'reused';
}

/** Whether a field agrees, or is not known of one who has the other's number. */
function mayStandFor(pair: Pair, field: Field): boolean {
  const level = pair.agreement[field];
  return level === 'missing' ? hasOneNumber(pair) : sure(pair.declared, field, level);
}

function hasOneNumber({ person, child }: Pair): boolean {
  return identifiersOf(person, child) === 'same';
}

/** Whether the identifiers of a kind that both have are the same; null where there is none of one kind. */
export function identifiersOf(person: Traits, child: Traits): 'same' | 'different' | null {
  const kinds = Object.keys(person.identifiers).filter((kind) =>
    Object.hasOwn(child.identifiers, kind),
  );
  if (kinds.length === 0) return null;
  const same = kinds.some((kind) => person.identifiers[kind] === child.identifiers[kind]);
  return same ? 'same' : 'different';
}

/** Whether a level is good enough for a link that no person has looked at. A missing one is not. */
export function sure(declared: Declared, field: Field, level: string): boolean {
  const levels: Readonly<Record<string, { readonly sure?: true | undefined }>> =
    declared.fields[field].levels;
  return levels[level]?.sure ?? false;
}

function unlike(level: Agreement['forename']): boolean {
  return level === 'alike' || level === 'different';
}

function yearsApart({ person, child }: Pair): number {
  if (person.birth === null || child.birth === null) return 0;
  return Math.abs(Number(person.birth.slice(0, 4)) - Number(child.birth.slice(0, 4)));
}

function lower(one: Standing, other: Standing): Standing {
  const order: readonly Standing[] = ['none', 'proposed', 'certain'];
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

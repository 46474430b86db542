// The links of a store → what they would be were each person's likeliest proposal made.
import type { Link } from './link.js';
import type { LinkRow } from './links-as-at.js';

/** A pair that was weighed, and why it is no more than proposed. */
export type Weighed = Pick<Link, 'person' | 'child' | 'reasons'> & { readonly source: string };

/** The links with the likeliest proposals made, and of how many persons of each source that is. */
export interface Likeliest {
  readonly rows: readonly LinkRow[];
  readonly made: ReadonlyMap<string, number>;
}

/**
 * Makes the likeliest proposal of each person who is linked to nobody, to see what would be counted: nobody is linked by
 * it. Of a person who may be either of two children, both as likely or the likelier perhaps the other's twin, none is
 * made: no person would decide on what is known of them.
 */
export function likeliest(rows: readonly LinkRow[], weighed: readonly Weighed[]): Likeliest {
  const twins = new Set(
    weighed.filter(({ reasons }) => reasons.includes('twin')).map((each) => pairOf(each)),
  );
  const chosen = [...byPerson(rows).values()].flatMap((own) => choose(own, twins));
  const made = new Map<string, number>();
  for (const { source } of chosen) made.set(source, (made.get(source) ?? 0) + 1);
  const settled = rows.filter(({ status }) => status !== 'proposed');
  const decided = chosen.map((row) => ({ ...row, status: 'decided' as const }));
  return { rows: [...settled, ...decided], made };
}

function byPerson(rows: readonly LinkRow[]): Map<string, LinkRow[]> {
  const persons = new Map<string, LinkRow[]>();
  for (const row of rows) {
    const person = JSON.stringify([row.source, row.person]);
    persons.set(person, [...(persons.get(person) ?? []), row]);
  }
  return persons;
}

/** The one proposal that a person's links leave open, or none. */
function choose(own: readonly LinkRow[], twins: ReadonlySet<string>): LinkRow[] {
  if (own.some(({ status }) => status !== 'proposed')) return [];
  const [first, second] = [...own].sort((one, other) => weightOf(other) - weightOf(one));
  if (!first) return [];
  const isOpen = second && (weightOf(second) === weightOf(first) || twins.has(pairOf(first)));
  return isOpen ? [] : [first];
}

function weightOf({ weight }: LinkRow): number {
  return weight ?? Number.NEGATIVE_INFINITY;
}

/** What tells a pair of a person and a child from all others. */
export function pairOf({
  source,
  person,
  child,
}: Pick<LinkRow, 'source' | 'person' | 'child'>): string {
  return JSON.stringify([source, person, child]);
}

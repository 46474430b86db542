// The links of a store → what they would be were each person's likeliest proposal made.
import type { Link } from './link.js';
import type { LinkRow } from './links-as-at.js';

/** A pair that was weighed, and why it is no more than proposed. */
export type ScoredPair = Pick<Link, 'person' | 'child' | 'reasons'> & { readonly source: string };

/** The links with the likeliest proposals made, and of how many persons of each source that is. */
export interface BestLinks {
  readonly rows: readonly LinkRow[];
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * Makes the likeliest proposal of each person who is linked to nobody, to see what would be counted: nobody is linked by
 * it. Of a person who may be either of two children, both as likely or the likelier perhaps the other's twin, none is
 * made: no person would decide on what is known of them.
 */
export function selectBestLinks(
  rows: readonly LinkRow[],
  scoredPairs: readonly ScoredPair[],
): BestLinks {
  const twins = new Set(
    scoredPairs.filter(({ reasons }) => reasons.includes('twin')).map((each) => pairKey(each)),
  );
  const chosen = [...groupByPerson(rows).values()].flatMap((own) => chooseProposal(own, twins));
  const accepted = new Map<string, number>();
  for (const { source } of chosen) accepted.set(source, (accepted.get(source) ?? 0) + 1);
  const decidedRows = rows.filter(({ status }) => status !== 'proposed');
  const acceptedRows = chosen.map((row) => ({ ...row, status: 'decided' as const }));
  return { rows: [...decidedRows, ...acceptedRows], accepted };
}

function groupByPerson(rows: readonly LinkRow[]): Map<string, LinkRow[]> {
  const persons = new Map<string, LinkRow[]>();
  for (const row of rows) {
    const person = JSON.stringify([row.source, row.person]);
    persons.set(person, [...(persons.get(person) ?? []), row]);
  }
  return persons;
}

/** The one proposal that a person's links leave open, or none. */
function chooseProposal(own: readonly LinkRow[], twins: ReadonlySet<string>): LinkRow[] {
  if (own.some(({ status }) => status !== 'proposed')) return [];
  const [first, second] = [...own].sort((one, other) => rankWeight(other) - rankWeight(one));
  if (!first) return [];
  const isAmbiguous =
    second && (rankWeight(second) === rankWeight(first) || twins.has(pairKey(first)));
  return isAmbiguous ? [] : [first];
}

function rankWeight({ weight }: LinkRow): number {
  return weight ?? Number.NEGATIVE_INFINITY;
}

/** What tells a pair of a person and a child from all others. */
export function pairKey({
  source,
  person,
  child,
}: Pick<LinkRow, 'source' | 'person' | 'child'>): string {
  return JSON.stringify([source, person, child]);
}

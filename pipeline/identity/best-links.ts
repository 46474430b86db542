// The links of a store → the links if each unlinked person's best proposal were accepted.
import type { Link } from './link.js';
import type { LinkRow } from './links-as-at.js';

/** A scored pair, and why it is only proposed. */
type ScoredPair = Pick<Link, 'person' | 'child' | 'reasons'> & { readonly source: string };

/** The links with the best proposals accepted, and for how many persons of each source. */
interface BestLinks {
  readonly rows: readonly LinkRow[];
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * Accepts the best proposal of each person who is not linked, to see how counts would change: nobody is really linked
 * by it. Accepts none if two children score alike, or if the best may be the other's twin: a person could not decide
 * that either.
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

/** The only acceptable proposal among a person's links, or none. */
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

/** Key that identifies a pair of a person and a child. */
export function pairKey({
  source,
  person,
  child,
}: Pick<LinkRow, 'source' | 'person' | 'child'>): string {
  return JSON.stringify([source, person, child]);
}

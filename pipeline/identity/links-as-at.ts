// Links computed now, links of earlier releases, and people's decisions → the links of a source as at a day.
import type { Day } from '../domain/period.js';
import type { LinkDecision } from './decisions.js';
import type { Link } from './link.js';

/** A row of the table of links that measures use. */
export interface LinkRow {
  readonly source: string;
  readonly person: string;
  readonly child: string;
  readonly status: 'certain' | 'decided' | 'proposed';
  /** In bits; null if the pair was not scored. */
  readonly weight: number | null;
}

/**
 * A link that was made automatically on a day, with a mark of both identities at the time, which reveals any later
 * change.
 */
export interface ReleasedLink {
  readonly source: string;
  readonly person: string;
  readonly child: string;
  readonly weight: number;
  readonly made_on: Day;
  readonly mark: string;
}

/**
 * Resolves the links of one source as at a day, by person. A decision outranks every weight, and a person's latest
 * decision counts. An automatic link stays, whatever other records arrive, until a decision or a changed identity
 * undoes it. All other persons have the computed links. Decisions and links of later days are ignored.
 */
export function resolveLinks(
  source: string,
  asAt: Day,
  computed: readonly Link[],
  released: readonly ReleasedLink[],
  decisions: readonly LinkDecision[],
  findMark: (person: string, child: string) => string | null,
): LinkRow[] {
  const latestDecisions = selectLatestDecisions(
    decisions.filter((each) => each.source === source && each.decided_on <= asAt),
  );
  const areDifferent = (person: string, child: string): boolean =>
    latestDecisions.get(person)?.get(child)?.says === 'different';
  const retained = released.filter(
    (each) =>
      each.source === source &&
      each.made_on <= asAt &&
      !areDifferent(each.person, each.child) &&
      findMark(each.person, each.child) === each.mark,
  );
  const rows = new Map<string, LinkRow[]>();
  for (const { person, child, matchStatus: standing, weight } of computed)
    if (!areDifferent(person, child))
      rows.set(person, [
        ...(rows.get(person) ?? []),
        { source, person, child, status: standing, weight },
      ]);
  for (const { person, child, weight } of retained)
    rows.set(person, [{ source, person, child, status: 'certain', weight }]);
  for (const row of applyDecisions(source, latestDecisions, computed)) rows.set(row.person, [row]);
  return [...rows.values()].flat().sort(compareRows);
}

/** The child that each person was last decided to be; no row if no decision says they are the same. */
function applyDecisions(
  source: string,
  latestDecisions: ReadonlyMap<string, ReadonlyMap<string, LinkDecision>>,
  computed: readonly Link[],
): LinkRow[] {
  return [...latestDecisions].flatMap(([person, personDecisions]): LinkRow[] => {
    const same = [...personDecisions.values()].filter(({ says }) => says === 'same').at(-1);
    if (!same) return [];
    const scoredPair = computed.find((each) => each.person === person && each.child === same.child);
    const weight = scoredPair ? scoredPair.weight : null;
    return [{ source, person, child: same.child, status: 'decided', weight }];
  });
}

/** The latest decision on each pair, in the order they were made; on the same day, the later line wins. */
function selectLatestDecisions(
  decisions: readonly LinkDecision[],
): Map<string, Map<string, LinkDecision>> {
  const ordered = [...decisions].sort((one, other) =>
    one.decided_on < other.decided_on ? -1 : one.decided_on > other.decided_on ? 1 : 0,
  );
  const latestDecisions = new Map<string, Map<string, LinkDecision>>();
  for (const each of ordered) {
    const own = latestDecisions.get(each.person) ?? new Map<string, LinkDecision>();
    own.delete(each.child);
    latestDecisions.set(each.person, own.set(each.child, each));
  }
  return latestDecisions;
}

function compareRows(one: LinkRow, other: LinkRow): number {
  const rowKey = ({ person, child }: LinkRow): string => `${person} ${child}`;
  return rowKey(one) < rowKey(other) ? -1 : rowKey(one) > rowKey(other) ? 1 : 0;
}

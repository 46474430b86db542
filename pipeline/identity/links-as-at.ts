// Links worked out now, links made before, and people's decisions → the links of a source as at a day.
import type { Day } from '../domain/period.js';
import type { Decision } from './decisions.js';
import type { Link } from './link.js';

/** A line of the table of links that measures stand on. */
export interface LinkRow {
  readonly source: string;
  readonly person: string;
  readonly child: string;
  readonly status: 'certain' | 'decided' | 'proposed';
  /** In bits; null where nobody weighed the pair. */
  readonly weight: number | null;
}

/** A link that was made by itself on a day, and a mark of what was then said of both, which shows any change. */
export interface MadeLink {
  readonly source: string;
  readonly person: string;
  readonly child: string;
  readonly weight: number;
  readonly made_on: Day;
  readonly mark: string;
}

/**
 * The links of one source as at a day, by person. A decision outranks every weight, and the latest of a person counts; a
 * link once made stays, whatever other records came, until a decision or a change in what is said of either undoes it;
 * for the rest stands what was worked out. Decisions and links of later days are not known yet.
 */
export function linksAsAt(
  source: string,
  asAt: Day,
  worked: readonly Link[],
  made: readonly MadeLink[],
  decisions: readonly Decision[],
  markOf: (person: string, child: string) => string | null,
): LinkRow[] {
  const taken = latest(
    decisions.filter((each) => each.source === source && each.decided_on <= asAt),
  );
  const apart = (person: string, child: string): boolean =>
    taken.get(person)?.get(child)?.says === 'different';
  const kept = made.filter(
    (each) =>
      each.source === source &&
      each.made_on <= asAt &&
      !apart(each.person, each.child) &&
      markOf(each.person, each.child) === each.mark,
  );
  const rows = new Map<string, LinkRow[]>();
  for (const { person, child, standing, weight } of worked)
    if (!apart(person, child))
      rows.set(person, [
        ...(rows.get(person) ?? []),
        { source, person, child, status: standing, weight },
      ]);
  for (const { person, child, weight } of kept)
    rows.set(person, [{ source, person, child, status: 'certain', weight }]);
  for (const row of decided(source, taken, worked)) rows.set(row.person, [row]);
  return [...rows.values()].flat().sort(byPerson);
}

/** The one child that each person was last said to be; a person of whom nobody said so has none. */
function decided(
  source: string,
  taken: ReadonlyMap<string, ReadonlyMap<string, Decision>>,
  worked: readonly Link[],
): LinkRow[] {
  return [...taken].flatMap(([person, said]): LinkRow[] => {
    const same = [...said.values()].filter(({ says }) => says === 'same').at(-1);
    if (!same) return [];
    const weighed = worked.find((each) => each.person === person && each.child === same.child);
    const weight = weighed ? weighed.weight : null;
    return [{ source, person, child: same.child, status: 'decided', weight }];
  });
}

/** The latest decision on each pair, in the order they were taken; of one day the line further down. */
function latest(decisions: readonly Decision[]): Map<string, Map<string, Decision>> {
  const ordered = [...decisions].sort((one, other) =>
    one.decided_on < other.decided_on ? -1 : one.decided_on > other.decided_on ? 1 : 0,
  );
  const taken = new Map<string, Map<string, Decision>>();
  for (const each of ordered) {
    const own = taken.get(each.person) ?? new Map<string, Decision>();
    own.delete(each.child);
    taken.set(each.person, own.set(each.child, each));
  }
  return taken;
}

function byPerson(one: LinkRow, other: LinkRow): number {
  const key = ({ person, child }: LinkRow): string => `${person} ${child}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}

// What an edition shows of one breakdown → every set of counts that could lie behind it, by trying them all.
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';

/** What a reader sees of one group: a count, or that it is hidden. */
export type Seen = number | 'hidden';

/**
 * For each hidden group, the counts it could have: whole numbers, none negative, which with those shown add up to the
 * total. A reader can do no less than this. Where the total is hidden too nothing bounds them, and the answer is null.
 */
export function feasible(total: Seen, groups: readonly Seen[]): (Set<number> | null)[] {
  if (total === 'hidden') return groups.map((seen) => (seen === 'hidden' ? null : new Set([seen])));
  const left = groups.reduce<number>(
    (rest, seen) => (seen === 'hidden' ? rest : rest - seen),
    total,
  );
  const hidden = groups.flatMap((seen, at) => (seen === 'hidden' ? [at] : []));
  const found = groups.map((seen) => new Set<number>(seen === 'hidden' ? [] : [seen]));
  for (const counts of compositions(left, hidden.length))
    hidden.forEach((at, place) => found[at]?.add(counts[place] ?? 0));
  return found;
}

/** Every way to write `sum` as `parts` whole numbers in order, none negative. */
export function compositions(sum: number, parts: number): number[][] {
  if (parts === 0) return sum === 0 ? [[]] : [];
  if (parts === 1) return [[sum]];
  const found: number[][] = [];
  for (let first = 0; first <= sum; first += 1)
    for (const rest of compositions(sum - first, parts - 1)) found.push([first, ...rest]);
  return found;
}

/** One of a shown figure's own counts, or that the figure is hidden. */
export function seenIn(
  figure: DisclosedCell,
  count: (shown: { numerator: number | null; denominator: number | null }) => number | null,
): Seen {
  return figure.status === 'shown' ? (count(figure) ?? 0) : 'hidden';
}

// Two-by-two counts of needs → how many children have both, compared with the number expected by chance.
import { compareText } from '../domain/compare-text.js';
import type { NeedOverlap, NeedPair } from '../domain/supplement.js';
import type { Window } from '../domain/period.js';
import type { Count } from '../measures/count.js';
import { hypergeometric, type Discrete } from './discrete.js';
import { fisherP } from './fisher.js';
import { holm } from './multiple-tests.js';
import { requirePart } from './refusals.js';

/** The breakdowns in which a query returns the counts behind the overlap. They are not figures by themselves. */
export const OVERLAP_BREAKDOWNS = ['held', 'pair', 'pair_first', 'pair_second'];

/** Children assessed for two needs, by result. */
interface NeedPairCounts {
  readonly lookedFor: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** With fewer children than this who have the rarer need, a test is hardly conclusive: this project's own rule. */
const MIN_CHILDREN = 5;

/**
 * The number of children expected to have both needs if the needs were independent: the mean of the hypergeometric
 * distribution, and the range that leaves no more than 2.5% on either side; and Fisher's exact p of the table.
 * Source: Fisher (1935), The Logic of Inductive Inference. Refuses a part larger than its whole.
 */
export function expectedOverlap({ lookedFor, first, second, both }: NeedPairCounts): {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
} {
  requirePart(both, Math.min(first, second));
  requirePart(Math.max(first, second), lookedFor);
  const chance = hypergeometric(lookedFor, first, second);
  const without = { part: second - both, whole: lookedFor - first };
  const expected = lookedFor === 0 ? 0 : (first * second) / lookedFor;
  return {
    expected,
    ...chanceRange(chance),
    p: fisherP({ part: both, whole: first }, without).twoSided,
  };
}

function chanceRange(chance: Discrete): { lower: number; upper: number } {
  let lower = chance.first;
  while (lower < chance.last && chance.lower(lower) <= 0.025) lower += 1;
  let upper = chance.last;
  while (upper > chance.first && chance.upper(upper) <= 0.025) upper -= 1;
  return { lower, upper };
}

/** The overlap of needs in one window; null if no child was assessed. */
export function buildOverlap(
  measure: string,
  window: Window,
  counts: readonly Count[],
): NeedOverlap | null {
  const own = counts.filter(({ windowId }) => windowId === window.id);
  const held = countNeeds(own);
  if (held.length === 0) return null;
  return {
    kind: 'overlap',
    measure,
    window: { id: window.id, starts: window.starts, ends: window.ends },
    held,
    pairs: testPairs(readPairs(own)),
  };
}

function countNeeds(counts: readonly Count[]): NeedOverlap['held'] {
  const found = counts.filter(({ breakdown }) => breakdown === 'held');
  if (found.length === 0) return [];
  const most = Math.max(...found.map(({ group }) => Number(group)));
  return Array.from({ length: most + 1 }, (_, needs) => ({
    needs,
    children: found.find(({ group }) => group === String(needs))?.numerator ?? 0,
  }));
}

function readPairs(counts: readonly Count[]): (NeedPairCounts & { readonly name: string })[] {
  const findCount = (breakdown: string, name: string): Count => {
    const found = counts.find((each) => each.breakdown === breakdown && each.group === name);
    if (!found) throw new TypeError(`a pair of needs has no ${breakdown}`);
    return found;
  };
  return counts
    .filter(({ breakdown }) => breakdown === 'pair')
    .map(({ group: name, numerator: both, denominator }) => ({
      name,
      lookedFor: denominator ?? 0,
      first: findCount('pair_first', name).numerator,
      second: findCount('pair_second', name).numerator,
      both,
    }));
}

function testPairs(all: readonly (NeedPairCounts & { readonly name: string })[]): NeedPair[] {
  const chances = all.map(expectedOverlap);
  const ps = holm(chances.map(({ p }) => p));
  const pairs = all.map(({ name, ...each }, at): NeedPair => {
    const [first = '', second = ''] = name.split(' + ');
    const { expected, lower, upper } = chances[at] ?? { expected: 0, lower: 0, upper: 0 };
    const { lookedFor, both } = each;
    const says = interpretPair(each, expected, ps[at] ?? 1);
    return { first, second, lookedFor, both, expected, lower, upper, says };
  });
  return pairs.sort(clearestFirst);
}

function interpretPair(
  { first, second, both }: NeedPairCounts,
  expected: number,
  p: number,
): NeedPair['says'] {
  if (Math.min(first, second) < MIN_CHILDREN) return 'few';
  if (p > 0.05) return 'unclear';
  return both > expected ? 'together' : 'apart';
}

const ORDER: readonly NeedPair['says'][] = ['together', 'apart', 'unclear', 'few'];

function clearestFirst(one: NeedPair, other: NeedPair): number {
  const rank = ({ says }: NeedPair): number => Math.min(ORDER.indexOf(says), 2);
  return (
    rank(one) - rank(other) ||
    other.both - one.both ||
    compareText(`${one.first} ${one.second}`, `${other.first} ${other.second}`)
  );
}

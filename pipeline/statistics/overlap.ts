// Two by two counts of needs → how many children have both, against what chance alone would bring.
import type { Overlap, Pair } from '../domain/supplement.js';
import type { Window } from '../domain/period.js';
import type { Count } from '../measures/count.js';
import { hypergeometric, type Discrete } from './discrete.js';
import { fisherP } from './fisher.js';
import { holm } from './multiple-tests.js';
import { requirePart } from './refusals.js';

/** The breakdowns in which a query gives what pairs are made of: no figures by themselves. */
export const OF_OVERLAP = ['held', 'pair', 'pair_first', 'pair_second'];

/** Children in whom two needs were looked for, by what was found. */
export interface Both {
  readonly lookedFor: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** With fewer children than this who have the rarer need, chance could hardly be told from anything: this project's own rule. */
const FEWEST = 5;

/**
 * How many would have both, were the needs to have nothing to do with each other: the mean of the hypergeometric
 * distribution, and the range that leaves no more than 2.5% on either side; and Fisher's exact p of the table.
 * Source: Fisher (1935), The Logic of Inductive Inference. Refuses parts that are no part of the whole.
 */
export function byChance({ lookedFor, first, second, both }: Both): {
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
    ...rangeOf(chance),
    p: fisherP({ part: both, whole: first }, without).twoSided,
  };
}

function rangeOf(chance: Discrete): { lower: number; upper: number } {
  let lower = chance.first;
  while (lower < chance.last && chance.lower(lower) <= 0.025) lower += 1;
  let upper = chance.last;
  while (upper > chance.first && chance.upper(upper) <= 0.025) upper -= 1;
  return { lower, upper };
}

/** The overlap of needs in one window; null where nobody was looked at. */
export function overlapOf(
  measure: string,
  window: Window,
  counts: readonly Count[],
): Overlap | null {
  const own = counts.filter(({ windowId }) => windowId === window.id);
  const held = heldIn(own);
  if (held.length === 0) return null;
  return {
    kind: 'overlap',
    measure,
    window: { id: window.id, starts: window.starts, ends: window.ends },
    held,
    pairs: judged(bothIn(own)),
  };
}

function heldIn(counts: readonly Count[]): Overlap['held'] {
  const found = counts.filter(({ breakdown }) => breakdown === 'held');
  if (found.length === 0) return [];
  const most = Math.max(...found.map(({ group }) => Number(group)));
  return Array.from({ length: most + 1 }, (_, needs) => ({
    needs,
    children: found.find(({ group }) => group === String(needs))?.numerator ?? 0,
  }));
}

function bothIn(counts: readonly Count[]): (Both & { readonly name: string })[] {
  const of = (breakdown: string, name: string): Count => {
    const found = counts.find((each) => each.breakdown === breakdown && each.group === name);
    if (!found) throw new TypeError(`a pair of needs has no ${breakdown}`);
    return found;
  };
  return counts
    .filter(({ breakdown }) => breakdown === 'pair')
    .map(({ group: name, numerator: both, denominator }) => ({
      name,
      lookedFor: denominator ?? 0,
      first: of('pair_first', name).numerator,
      second: of('pair_second', name).numerator,
      both,
    }));
}

function judged(all: readonly (Both & { readonly name: string })[]): Pair[] {
  const chances = all.map(byChance);
  const ps = holm(chances.map(({ p }) => p));
  const pairs = all.map(({ name, ...each }, at): Pair => {
    const [first = '', second = ''] = name.split(' + ');
    const { expected, lower, upper } = chances[at] ?? { expected: 0, lower: 0, upper: 0 };
    const { lookedFor, both } = each;
    const says = saidOf(each, expected, ps[at] ?? 1);
    return { first, second, lookedFor, both, expected, lower, upper, says };
  });
  return pairs.sort(tellingFirst);
}

function saidOf({ first, second, both }: Both, expected: number, p: number): Pair['says'] {
  if (Math.min(first, second) < FEWEST) return 'few';
  if (p > 0.05) return 'unclear';
  return both > expected ? 'together' : 'apart';
}

const ORDER: readonly Pair['says'][] = ['together', 'apart', 'unclear', 'few'];

function tellingFirst(one: Pair, other: Pair): number {
  const place = ({ says }: Pair): number => Math.min(ORDER.indexOf(says), 2);
  return (
    place(one) - place(other) ||
    other.both - one.both ||
    `${one.first} ${one.second}`.localeCompare(`${other.first} ${other.second}`)
  );
}

// A seed → a stream of choices that is the same on every computer.

/** Choices drawn one after another from one seed. Every list given must have something in it. */
export interface Random {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the names, each as likely as its weight. */
  weighted(weights: Readonly<Record<string, number>>): string;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** The mulberry32 generator (32-bit state, period 2^32), which is enough for invented people and nothing else. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts a stream. The same seed gives the same choices in the same order, for ever. */
export function createRandom(seed: number): Random {
  const fraction = mulberry32(seed);
  const whole = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    whole,
    chance: (share) => fraction() < share,
    pick: (list) => at(list, whole(0, list.length - 1)),
    weighted: (weights) => weightedPick(weights, fraction()),
    shuffled: (list) => shuffle(list, whole),
  };
}

/** The element at a place that must exist. Throws RangeError where there is none. */
export function at<T>(list: readonly T[], place: number): T {
  if (place < 0 || place >= list.length) throw new RangeError(`nothing at place ${place}`);
  return list[place] as T;
}

function weightedPick(weights: Readonly<Record<string, number>>, fraction: number): string {
  const names = Object.keys(weights);
  let left = fraction * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const name of names) {
    left -= weights[name] ?? 0;
    if (left < 0) return name;
  }
  return at(names, names.length - 1);
}

function shuffle<T>(list: readonly T[], whole: Random['whole']): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = whole(0, last);
    const kept = at(order, last);
    order[last] = at(order, other);
    order[other] = kept;
  }
  return order;
}

// The p values of several tests made together → p values adjusted for multiple testing.

/**
 * Holm's adjustment. Controls the probability of any false alarm (family-wise error rate) and is at least as powerful
 * as Bonferroni's. In input order.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6: 65-70.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ascending(ps);
  const adjusted = new Array<number>(ps.length);
  let highest = 0;
  order.forEach(({ p, place }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[place] = highest;
  });
  return adjusted;
}

function ascending(ps: readonly number[]): { p: number; place: number }[] {
  requireProbabilities(ps);
  return ps.map((p, place) => ({ p, place })).sort((one, other) => one.p - other.p);
}

function requireProbabilities(ps: readonly number[]): void {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie from 0 to 1: ${p}`);
}

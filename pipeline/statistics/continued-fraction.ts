// The terms of a continued fraction → its value.

const TINY = 1e-300;
const CLOSE_ENOUGH = 1e-15;

/**
 * b(0) + a(1)/(b(1) + a(2)/(b(2) + …)), evaluated until the next term changes it by less than one part in 10^15.
 * Only for fractions known to converge.
 * Source: Lentz's method as modified by Thompson and Barnett (1986).
 */
export function continuedFraction(a: (n: number) => number, b: (n: number) => number): number {
  let value = b(0) || TINY;
  let forward = value;
  let backward = 0;
  for (let n = 1; ; n++) {
    backward = 1 / (b(n) + a(n) * backward || TINY);
    forward = b(n) + a(n) / forward || TINY;
    const change = forward * backward;
    value *= change;
    // Negated so that a NaN ends the loop too.
    if (!(Math.abs(change - 1) >= CLOSE_ENOUGH)) return value;
  }
}

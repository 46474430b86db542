// A count and its distribution → its probability, to full precision even if it is tiny.

/** The terms 1/12, -1/360, 1/1260, -1/1680, 1/1188 of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
/** From this n on, the first omitted term of the series is below 1e-15. */
const STIRLING_FROM = 16;

/**
 * ln Γ(n + 1) less Stirling's approximation to it, for n > 0, with an absolute error near 1e-15.
 * Source: DLMF 5.11.1; a small n is raised by Γ(n + 1) = n Γ(n).
 */
function stirlingError(n: number): number {
  let below = 0;
  let reached = n;
  for (; reached < STIRLING_FROM; reached++) below += (reached + 0.5) * Math.log1p(1 / reached) - 1;
  const inverseSquare = 1 / (reached * reached);
  return below + STIRLING.reduceRight((sum, term) => sum * inverseSquare + term, 0) / reached;
}

/** x ln(x/m) + m - x for x, m > 0, without the cancellation in that formula if x is near m. */
function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + m - x;
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * m^x e^-m / Γ(x + 1): the Poisson probability of x events if m are expected. Both are 0 or more. x need not be whole:
 * the incomplete gamma function uses it so.
 * Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function poissonDensity(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  if (m === 0) return 0;
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/**
 * The binomial probability of x successes in n trials, chance p and q = 1 - p each strictly between 0 and 1. Neither x
 * nor n need be whole: the incomplete beta function uses it so. q is passed so that a p next to 1 loses no precision.
 * Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (x === 0) return Math.exp(n * logShare(q, p));
  if (x === n) return Math.exp(n * logShare(p, q));
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const exponent = errors - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}

function logShare(share: number, rest: number): number {
  return share > 0.5 ? Math.log1p(-rest) : Math.log(share);
}

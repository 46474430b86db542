// An increasing function → its root.

/** The value of a function at a point, and its slope there. */
export interface GapAndSlope {
  readonly gap: number;
  readonly slope: number;
}

const CLOSE_ENOUGH = 1e-12;
const MOST_STEPS = 400;

/**
 * The t where an increasing function is zero, by Newton's method, with bisection if a step would leave the bracket. The
 * last step is under 1e-12, so the error is smaller than that. Throws RangeError if no root is found.
 */
export function findRoot(evaluate: (t: number) => GapAndSlope, start: number): number {
  let low = findEdge(evaluate, start, -1);
  let high = findEdge(evaluate, start, 1);
  let t = (low + high) / 2;
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const { gap, slope } = evaluate(t);
    if (gap < 0) low = t;
    else high = t;
    const newton = t - gap / slope;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= CLOSE_ENOUGH) return next;
    t = next;
  }
  throw new RangeError('no root found');
}

function findEdge(evaluate: (t: number) => GapAndSlope, start: number, direction: 1 | -1): number {
  let reach = direction;
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    if (evaluate(start + reach).gap * direction >= 0) return start + reach;
    reach *= 2;
  }
  throw new RangeError('no root found');
}

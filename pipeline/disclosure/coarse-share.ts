// A count out of a whole → a share so coarse that no few records can be found by it.

/** Each a whole number of the next finer, in parts of a hundred. */
const STEPS = [1, 5, 10, 25];

/**
 * The share in steps that hold `hideBelow` records or more, the finest of 1, 5, 10 and 25 in a hundred: whoever knows the
 * whole cannot tell from two packs whether one record came. Null where the whole is too small for any. All or none is said
 * only where it is exact. Unrounded where `hideBelow` is 0.
 */
export function coarsenShare(count: number, whole: number, hideBelow: number): number | null {
  const share = count / whole;
  if (hideBelow === 0 || count === 0 || count === whole) return share;
  const step = STEPS.find((each) => (each / 100) * whole >= hideBelow);
  if (step === undefined) return null;
  const steps = Math.round((share * 100) / step);
  return (Math.min(Math.max(steps, 1), 100 / step - 1) * step) / 100;
}

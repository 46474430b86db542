// An invalid argument of a statistic → a RangeError that names it.

/** Refuses anything but a whole number, 0 or more, small enough to be represented exactly. */
export function requireCount(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`${name} must be a whole number, 0 or more: ${count}`);
}

/** Refuses anything but a finite number, 0 or more: a population, or time at risk. */
export function requireBase(base: number, name: string): void {
  if (!Number.isFinite(base) || base < 0)
    throw new RangeError(`${name} must be a finite number, 0 or more: ${base}`);
}

/** Refuses anything but a number strictly between 0 and 1: a probability, or a level of confidence. */
export function requireShare(share: number, name: string): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`${name} must lie between 0 and 1: ${share}`);
}

/** Refuses a part larger than its whole, and anything but counts. */
export function requirePart(part: number, whole: number): void {
  requireCount(part, 'numerator');
  requireCount(whole, 'denominator');
  if (part > whole) throw new RangeError(`numerator ${part} is larger than denominator ${whole}`);
}

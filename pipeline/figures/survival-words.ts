// A disclosed survival curve in one language, and how its numbers are written.
import type { DisclosedCurve } from '../disclosure/curve.js';
import type { Declaration } from '../measures/declaration.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

/** A survival curve that an edition may see, in one language. */
export interface SurvivalSubject {
  readonly declaration: Declaration;
  readonly curve: Extract<DisclosedCurve, { status: 'shown' }>;
  readonly words: FigureWords;
}

/** A share as a whole percentage; empty if there is none. */
export function writeWholePercent(share: number | null): string {
  return share === null ? '' : writeNumber(share, { decimals: 0, percent: true });
}

/** Days as whole weeks, rounded up. */
export function writeWeeks(days: number): string {
  return writeCount(Math.ceil(days / 7));
}

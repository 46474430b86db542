// A disclosed curve and a language → the one thing every part of its figure speaks about, and how its numbers are written.
import type { DisclosedCurve } from '../disclosure/curve.js';
import type { Declaration } from '../measures/declaration.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

/** A curve that an edition may see, in one language. */
export interface SurvivalSubject {
  readonly declaration: Declaration;
  readonly curve: Extract<DisclosedCurve, { status: 'shown' }>;
  readonly words: FigureWords;
}

/** A share in whole per cent. */
export function writeWholePercent(share: number | null): string {
  return share === null ? '' : writeNumber(share, { decimals: 0, percent: true });
}

/** Days as whole weeks, a week begun as a whole one. */
export function writeWeeks(days: number): string {
  return writeCount(Math.ceil(days / 7));
}

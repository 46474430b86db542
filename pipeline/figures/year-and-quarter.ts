// The verdict on a year and the sign of its newest quarter → how the two fit, where a reader could think they do not.
import type { Verdict } from '../domain/value.js';
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { FigureWords } from './words.js';

/**
 * One sentence if a page says a change of the year is real and the quarters' chart does not, or the other way round, or
 * both in opposite directions; none if they say the same, or the year has no verdict. The rule: the year is compared with
 * the year before, and its verdict stands in the title and on the chair's page; the chart of quarters says when.
 */
export function explainYearAndQuarter(
  year: Verdict | null | undefined,
  newest: SpecialCause | null,
  words: FigureWords,
): string[] {
  if (!year) return [];
  const side = year === 'higher' ? 'high' : year === 'lower' ? 'low' : null;
  const quarter = newest?.towards ?? null;
  if (side === quarter) return [];
  return [words.say(`change.fit.${side ?? 'unclear'}.${quarter ?? 'none'}`)];
}

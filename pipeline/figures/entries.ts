// A figure of entries to cohorts and the children behind them → the figure, saying what an entry is and how many children.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { isSamePeriod } from '../domain/period.js';
import type { Declaration } from '../measures/declaration.js';
import type { Figure } from './figure.js';
import { readResults, readShown } from './results.js';
import { writeCount } from './numbers.js';
import type { FigureWords } from './words.js';

/**
 * Adds to the sentence of a measure that counts entries, or is over entries, the rule of entry and the children of the
 * same period, from the measure that hides it. Without a figure, or where the edition does not show the children, no
 * number is added.
 */
export function attachEntries(
  figure: Figure,
  declaration: Declaration,
  own: readonly DisclosedCell[],
  behind: readonly DisclosedCell[],
  words: FigureWords,
): Figure {
  const { current } = readResults(own);
  if (![declaration.counts, declaration.over].includes('entries') || !current) return figure;
  const cell = behind.find(
    ({ breakdown, window }) => breakdown === 'total' && isSamePeriod(window, current.window),
  );
  const children = readShown(cell);
  const said =
    children && children.numerator !== null && children.denominator !== null
      ? words.say('sentence.entries.children', {
          children: words.amount('children', children.denominator),
          reoffended: writeCount(children.numerator),
        })
      : '';
  const rule = words.say('sentence.entries.rule');
  return { ...figure, sentence: [figure.sentence, rule, said].join(' ').trim() };
}

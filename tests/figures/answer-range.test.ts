// What a page, a line at a glance and the briefing say where blank answers leave a range.
import { describe, expect, it } from 'vitest';
import {
  discloseLinkSensitivity,
  type DisclosedLinkSensitivity,
} from '../../pipeline/disclosure/link-sensitivity.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { attachAnswerRange } from '../../pipeline/figures/answer-range.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, value } from './sample.js';
import { wordsOf } from './templates.js';

const WINDOW = windowEnding('2023-03-31', 12);
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };

function range(
  declaration: Declaration,
  [counted, filled]: readonly [number, number],
  denominator: number | null,
  hideBelow = 0,
): DisclosedLinkSensitivity {
  const end = (numerator: number) =>
    value(declaration, WINDOW, {
      numerator,
      denominator,
      value: denominator === null ? numerator : numerator / denominator,
    });
  const ends = { without: end(counted), with: end(filled), links: 0 };
  return discloseLinkSensitivity(ends, declaration.kind, hideBelow);
}

describe('a figure that takes blank answers for a no', () => {
  const rate = declare();
  const count = declare({ kind: 'count' });
  const share = declare({ kind: 'proportion', counts: 'victims' });

  it.each([
    ['a rate, by its count', rate, [28, 23], 14995, 'between 23 and 28'],
    ['a count', count, [8, 24], null, 'between 8 and 24'],
    ['a share', share, [40, 50], 100, 'between 40% and 50%'],
    ['a share of few', share, [2, 9], 18, 'between 2 of 18 and 9 of 18'],
  ] as const)('says between which ends it lies: %s', (_, declaration, ends, base, said) => {
    const shown = range(declaration, ends, base);
    const figure = attachAnswerRange(BARE, declaration, [shown], wordsOf('en'));
    expect(figure.sentence).toContain(said);
    expect(figure.answerRange).toEqual({ status: 'shown', said: `First-time entrants: ${said}` });
    const welsh = attachAnswerRange(BARE, declaration, [shown], wordsOf('cy'));
    expect(welsh.sentence).toContain('Ni chofnodwyd');
    expect(welsh.answerRange?.said).toContain('rhwng');
  });

  it('says in an edition that hides that there is a range, and no number of it', () => {
    for (const language of LANGUAGES) {
      const ranges = [range(rate, [28, 23], 14995, 5)];
      const { sentence, answerRange } = attachAnswerRange(BARE, rate, ranges, wordsOf(language));
      expect(answerRange?.status).toBe('hidden');
      expect(sentence + (answerRange?.said ?? '')).not.toMatch(/\d/);
    }
  });

  it('says nothing where every answer is recorded, or none of the blanks matters', () => {
    expect(attachAnswerRange(BARE, rate, [], wordsOf('en'))).toBe(BARE);
    expect(attachAnswerRange(BARE, rate, [range(rate, [28, 28], 14995)], wordsOf('en'))).toBe(BARE);
  });
});

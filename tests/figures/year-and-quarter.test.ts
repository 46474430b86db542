// A page whose year changed clearly and whose quarters did not, or the other way round, says how the two fit.
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { addDays, endOfMonth } from '../../pipeline/domain/period.js';
import type { Verdict } from '../../pipeline/domain/value.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import { explainYearAndQuarter } from '../../pipeline/figures/year-and-quarter.js';
import { addQuarters } from '../../pipeline/render/supplements.js';
import { declare, hidden, shown, windows } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const declaration = declare({ spc: 'events' });
const [OLD, , , , NEW] = windows(5);
if (!OLD || !NEW) throw new Error('five windows');
const STEADY = [11, 17, 13, 11, 12, 11, 10, 12, 9, 14, 9, 16, 10, 12, 11, 13, 8, 12, 11, 10];

async function write(
  verdict: Verdict,
  counts: readonly number[],
  language: 'en' | 'cy' = 'en',
  isHidden = false,
): Promise<string> {
  const before = isHidden
    ? hidden(declaration, OLD as never)
    : shown(declaration, OLD as never, 40, 14995);
  const years = [before, shown(declaration, NEW as never, 60, 14995, { verdict })];
  const quarters = counts.map((count, at) => {
    const ends = endOfMonth('2023-03-31', -3 * (counts.length - 1 - at));
    const window = { id: `Q ${ends}`, starts: addDays(endOfMonth(ends, -3), 1), ends };
    return shown(declaration, window, count, null, { unit: 'count' });
  });
  const figure = await buildFigure(declaration, years, wordsOf(language), office);
  const { sentence } = await addQuarters(figure, declaration, quarters, wordsOf(language), office);
  return sentence;
}

describe('a year and its newest quarter', () => {
  it.each([
    ['higher', STEADY, 'the year as a whole is clearly higher'],
    ['lower', STEADY, 'the year as a whole is clearly lower'],
    ['higher', [...STEADY, 0], 'its newest quarters are low among'],
    ['lower', [...STEADY, 40], 'its newest quarters are high among'],
    ['no clear change', [...STEADY, 40], 'too new, or began too long ago'],
    ['too few to tell', [...STEADY, 0], 'too new, or began too long ago'],
  ] as const)('are reconciled where the year is %s', async (verdict, counts, said) => {
    expect(await write(verdict, counts)).toContain(`Both hold: `);
    expect(await write(verdict, counts)).toContain(said);
    expect(await write(verdict, counts, 'cy')).toContain('Mae’r ddau yn wir: ');
  });

  it.each([
    ['higher', [...STEADY, 40]],
    ['lower', [...STEADY, 0]],
    ['no clear change', STEADY],
  ] as const)('need no reconciling where they agree: %s', async (verdict, counts) => {
    expect(await write(verdict, counts)).not.toContain('Both hold');
  });

  it('say nothing of a year whose year before is hidden', async () => {
    expect(await write('higher', STEADY, 'en', true)).not.toContain('Both hold');
  });

  it('have words for every pair, in both languages', () => {
    const verdicts: (Verdict | null)[] = ['higher', 'lower', 'possible', 'no clear change', null];
    const sides = [null, 'high', 'low'] as const;
    for (const language of LANGUAGES)
      for (const verdict of verdicts)
        for (const side of sides) {
          const cause = side && { rule: 'shift' as const, towards: side };
          const said = explainYearAndQuarter(verdict, cause, wordsOf(language));
          expect(said.length).toBeLessThanOrEqual(verdict === null ? 0 : 1);
        }
  });
});

describe('a lasting step on a page', () => {
  it.each([
    ['fell', [...STEADY.map((count) => 3 * count), ...STEADY.slice(0, 9)], 'lower', 'is'],
    ['rose', [...STEADY, ...STEADY.slice(0, 10).map((count) => 3 * count)], 'higher', 'uwch'],
    ['doubled', [...STEADY.slice(0, 8), ...STEADY.map((count) => 2 * count)], 'higher', 'uwch'],
  ])(
    'is named with both means, in sentence, table and description: %s',
    async (_, counts, en, cy) => {
      expect(await write('no clear change', counts)).toContain(`settled on a ${en} level: `);
      expect(await write('no clear change', counts, 'cy')).toContain(
        `setlodd y nifer ar lefel ${cy}: `,
      );
    },
  );
});

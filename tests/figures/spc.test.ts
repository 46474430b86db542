// Control charts of quarters: their text and chart on a page, in both languages.
import { describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { addDays, endOfMonth } from '../../pipeline/domain/period.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { addQuarters } from '../../pipeline/render/supplements.js';
import { declare, hidden, shown } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const DRAWING = drawing();
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };
const STEADY = [11, 17, 13, 11, 12, 11, 10, 12, 9, 14, 9, 16, 10, 12, 11, 13, 8, 12, 11, 10];

function quarters(declaration: Declaration, counts: readonly (number | null)[]): DisclosedCell[] {
  return counts.map((count, at) => {
    const ends = endOfMonth('2023-03-31', -3 * (counts.length - 1 - at));
    const window = { id: `Q ${ends}`, starts: addDays(endOfMonth(ends, -3), 1), ends };
    return count === null
      ? hidden(declaration, window)
      : shown(declaration, window, count, null, { unit: 'count' });
  });
}

async function figureOf(
  counts: readonly (number | null)[],
  changes: Partial<Declaration> = {},
  language: 'en' | 'cy' = 'en',
): Promise<Figure> {
  const declaration = declare({ spc: 'events', ...changes });
  const cells = quarters(declaration, counts);
  return addQuarters(BARE, declaration, cells, wordsOf(language), DRAWING);
}

describe('the control chart of quarters', () => {
  it('is absent for a measure that does not declare it', async () => {
    const { spc, ...declaration } = declare();
    expect(spc).toBeUndefined();
    const figure = await addQuarters(BARE, declaration, [], wordsOf('en'), DRAWING);
    expect(figure).toBe(BARE);
  });

  it('reports common cause for a steady series, with mean and limits under the table', async () => {
    const { sentence, charts, tables, notes } = await figureOf(STEADY);
    expect(sentence).toContain('common cause');
    expect(charts.map(({ id, width }) => [id, width])).toEqual([['spc', 'half']]);
    expect(tables[0]?.note).toContain('Mean 11.6 a quarter');
    expect(tables[0]?.note).toContain('No special causes');
    expect(notes).toEqual([]);
  });

  it('puts each quarter in the row of its year and the column of its months', async () => {
    const { tables } = await figureOf(STEADY.slice(0, 9));
    const [table] = tables;
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Year',
      'Apr–Jun',
      'Jul–Sep',
      'Oct–Dec',
      'Jan–Mar',
    ]);
    expect(table?.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['2020-21', '–', '–', '–', '11'],
      ['2021-22', '17', '13', '11', '12'],
      ['2022-23', '11', '10', '12', '9'],
    ]);
    expect(table?.note).toContain('provisional');
  });

  it('reports a special cause as improving or concerning, and lists adjacent quarters as one run', async () => {
    const falling = [...STEADY, 5, 5, 5, 5, 5, 5, 5].slice(-20);
    const { sentence, tables } = await figureOf(falling);
    expect(sentence).toContain('special cause, improving');
    expect(sentence).toContain('lower');
    expect(tables[0]?.note).toMatch(/Sep 2021 to Mar 2023 \(lower\)/);
    const worse = await figureOf(falling, { better: 'higher' });
    expect(worse.sentence).toContain('special cause, concerning');
    const moved = await figureOf(falling, { better: 'neither' });
    expect(moved.sentence).not.toMatch(/improving|concerning/);
    expect(moved.sentence).toContain('special cause');
  });

  it('warns that quarters of a caseload are not independent', async () => {
    const { notes } = await figureOf(STEADY, { spc: 'caseload' });
    expect(notes.join(' ')).toContain('counted in several quarters');
  });

  it.each([
    ['one quarter is hidden', [...STEADY.slice(1), null], 'hidden to protect children'],
    ['there are no quarters', [], 'needs 8, and there are 0'],
    ['there is one quarter', [12], 'needs 8, and there are 1'],
    ['all are zero', STEADY.map(() => 0), 'fewer than 4'],
  ])('is not drawn when %s, and a note says why', async (_, counts, why) => {
    const { charts, tables, notes, sentence } = await figureOf(counts);
    expect([charts, tables, sentence]).toEqual([[], [], 'Said.']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(why);
  });

  it('is drawn for one huge count', async () => {
    const { charts, sentence } = await figureOf([...STEADY.slice(1), 1_000_000]);
    expect(sentence).toContain('outside the limits');
    expect(charts[0]?.svg).toContain('<svg');
    expect(charts[0]?.svg).not.toContain('NaN');
  });

  it('describes itself in the alternative text and draws the same bytes twice, in both languages', async () => {
    for (const language of LANGUAGES) {
      const one = await figureOf(STEADY, {}, language);
      const again = await figureOf(STEADY, {}, language);
      expect(one).toEqual(again);
      expect(one.charts[0]?.alt).toContain('11.6');
      expect(one.charts[0]?.svg).toContain('role="img"');
      expect(one.charts[0]?.alt).not.toContain('{{');
    }
  });
});

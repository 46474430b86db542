// Days between rare events: their text and chart on a page, and what an edition that hides leaves out.
import { describe, expect, it } from 'vitest';
import { discloseTimeBetweenEvents } from '../../pipeline/disclosure/series.js';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import { addDays } from '../../pipeline/domain/period.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { selectListedQuarters } from '../../pipeline/editions/supplements.js';
import { addQuarters } from '../../pipeline/render/supplements.js';
import { buildTimeBetweenValues } from '../../pipeline/statistics/spc-values.js';
import { declare } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const DRAWING = drawing();
const MEASURE = declare({ spc: 'rare' });
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };
const FIRST = '2019-05-01';
const BETWEEN = [40, 130, 12, 95, 260, 33, 71, 150, 5, 0];

/** Events at these intervals in days, and the days since the last. */
function valuesOf(between: readonly number[], since: number) {
  const days = [FIRST];
  for (const each of between) days.push(addDays(days.at(-1) as string, each));
  const to = addDays(days.at(-1) as string, since);
  const events = [...new Set(days)].map((day) => ({
    day,
    events: days.filter((other) => other === day).length,
  }));
  return buildTimeBetweenValues(MEASURE, 'A service', events, to);
}

async function figureOf(
  between: readonly number[],
  since: number,
  { hideBelow = 0, language = 'en' }: { hideBelow?: number; language?: Language } = {},
): Promise<Figure> {
  const cells = discloseTimeBetweenEvents(valuesOf(between, since), hideBelow);
  return addQuarters(BARE, MEASURE, cells, wordsOf(language), DRAWING);
}

describe('days between rare events', () => {
  it('run from event to event, then to the end; two events on one day are 0 days apart', () => {
    const values = valuesOf(BETWEEN, 20);
    expect(values.map(({ numerator }) => numerator)).toEqual([...BETWEEN, 20]);
    expect(values.at(-1)?.group).toBe('since');
    expect(buildTimeBetweenValues(MEASURE, 'A service', [], '2023-03-31')).toEqual([]);
  });

  it('are charted and described without any exact day', async () => {
    const { charts, tables, sentence, notes } = await figureOf(BETWEEN, 20);
    expect(sentence).toContain('common cause');
    expect(sentence).toContain('Days since the last: 20');
    expect(charts.map(({ id, width }) => [id, width])).toEqual([['rare', 'half']]);
    expect(tables[0]?.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['2019-20', '40, 130, 12, 95'],
      ['2020-21', '260, 33, 71'],
      ['2021-22', '150, 5, 0'],
    ]);
    expect(JSON.stringify([charts, tables, sentence, notes])).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('since the last event are reported as improving when past the limit and fewer events are better', async () => {
    const { sentence } = await figureOf(BETWEEN, 900);
    expect(sentence).toContain('more rarely (special cause, improving)');
  });

  it('are not charted for too few events, and a note says so', async () => {
    const { charts, notes } = await figureOf(BETWEEN.slice(0, 7), 20);
    expect(charts).toEqual([]);
    expect(notes[0]).toContain('needs 8 stretches, and there are 7');
    const none = await addQuarters(BARE, MEASURE, [], wordsOf('en'), DRAWING);
    expect(none.notes[0]).toContain('there are 0');
  });

  it('are hidden in every edition that hides, because each is about one child', async () => {
    const { charts, tables, notes, sentence } = await figureOf(BETWEEN, 20, { hideBelow: 5 });
    expect([charts, tables, sentence]).toEqual([[], [], 'Said.']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('each would tell of one child');
  });

  it('are in no file of figures', () => {
    expect(selectListedQuarters(discloseTimeBetweenEvents(valuesOf(BETWEEN, 20), 0))).toEqual([]);
  });

  it('are described in both languages, the same each time', async () => {
    for (const language of LANGUAGES) {
      const one = await figureOf(BETWEEN, 20, { language });
      expect(await figureOf(BETWEEN, 20, { language })).toEqual(one);
      expect(one.charts[0]?.alt).not.toContain('{{');
    }
  });
});

// Control charts, days between events and funnels: approved images, and behaviour for extreme series.
import { describe, expect, it } from 'vitest';
import { discloseTimeBetweenEvents } from '../../pipeline/disclosure/series.js';
import { discloseCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import { addDays, endOfMonth, windowEnding } from '../../pipeline/domain/period.js';
import { addFunnel } from '../../pipeline/render/family-funnel.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { addQuarters } from '../../pipeline/render/supplements.js';
import { buildTimeBetweenValues } from '../../pipeline/statistics/spc-values.js';
import { declare, shown, value } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };
const YEAR = windowEnding('2023-03-31', 12);
const STEADY = [11, 17, 13, 11, 12, 11, 10, 12, 9, 14, 9, 16, 10, 12, 11, 13, 8, 12, 11, 10];
const HUGE = 250_000;

type Draw = (series: readonly number[], language?: Language) => Promise<Figure>;

const quarters: Draw = (series, language = 'en') => {
  const declaration = declare({ spc: 'events' });
  const cells = series.map((count, at) => {
    const ends = endOfMonth('2023-03-31', -3 * (series.length - 1 - at));
    const window = { id: `Q ${ends}`, starts: addDays(endOfMonth(ends, -3), 1), ends };
    return shown(declaration, window, count, null, { unit: 'count' });
  });
  return addQuarters(BARE, declaration, cells, wordsOf(language), office);
};

const rare: Draw = (series, language = 'en') => {
  const declaration = declare({ spc: 'rare' });
  const days = ['2010-05-01'];
  for (const each of series) days.push(addDays(days.at(-1) as string, each));
  const events = [...new Set(days)].map((day) => ({
    day,
    events: days.filter((other) => other === day).length,
  }));
  const values = buildTimeBetweenValues(
    declaration,
    'A',
    events,
    addDays(days.at(-1) as string, 20),
  );
  const cells = discloseTimeBetweenEvents(values, 0);
  return addQuarters(BARE, declaration, cells, wordsOf(language), office);
};

/** Ours first, then the members of the family, each of 10,000 children and a little more. */
const funnel: Draw = (series, language = 'en') => {
  const declaration = declare();
  const cells: DisclosedCell[] = series.map((count, at) =>
    at === 0
      ? shown(declaration, YEAR, count, 15000)
      : discloseCell(
          value(declaration, YEAR, {
            areaKind: 'family',
            areaName: `Area ${at}`,
            origin: 'published',
            source: 'A bulletin',
            numerator: count,
            denominator: 10000 + 2500 * at,
            value: (count / (10000 + 2500 * at)) * 100000,
          }),
        ),
  );
  return addFunnel(BARE, declaration, cells, wordsOf(language), office);
};

const SHAPES: Readonly<Record<string, { draw: Draw; usual: readonly number[]; long: number }>> = {
  spc: { draw: quarters, usual: [...STEADY.slice(0, 19), 29], long: 12 },
  rare: { draw: rare, usual: [40, 130, 12, 95, 260, 33, 71, 150, 5, 0], long: 10 },
  funnel: { draw: funnel, usual: [30, 20, 31, 18, 44, 9], long: 6 },
};

describe.each(Object.entries(SHAPES))('the %s chart', (name, { draw, usual, long }) => {
  const sound = (figure: Figure): void => {
    for (const { svg, alt } of figure.charts) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(alt).not.toMatch(/NaN|Infinity|undefined|\{\{/);
    }
    expect(JSON.stringify([figure.tables, figure.sentence])).not.toMatch(/NaN|Infinity/);
  };

  it.each(LANGUAGES)('is drawn in %s to match the approved image', async (language) => {
    const figure = await draw(usual, language);
    expect(figure.charts.map(({ id }) => id)).toEqual([name]);
    sound(figure);
    await expect(`${figure.charts[0]?.svg ?? ''}\n`).toMatchFileSnapshot(
      `golden/${name}-usual.${language}.svg`,
    );
  });

  it.each([
    ['no values', []],
    ['one value', usual.slice(0, 1)],
  ])('is not drawn for a series of %s', async (_, series) => {
    const figure = await draw(series);
    expect(figure.charts).toEqual([]);
    if (name !== 'funnel') expect(figure.notes.join(' ')).toMatch(/needs 8/);
  });

  it('is not drawn for a series of zeros, and a note says why', async () => {
    const figure = await draw(Array<number>(long).fill(0));
    sound(figure);
    expect(figure.charts).toEqual([]);
    if (name !== 'funnel') expect(figure.notes).toHaveLength(1);
  });

  it('with one huge value among small ones is drawn to match the approved image', async () => {
    const series = usual.map((each, at) => (at === 3 ? HUGE / (name === 'spc' ? 1 : 100) : each));
    const figure = await draw(series);
    sound(figure);
    await expect(`${figure.charts[0]?.svg ?? ''}\n`).toMatchFileSnapshot(
      `golden/${name}-huge.en.svg`,
    );
  });
});

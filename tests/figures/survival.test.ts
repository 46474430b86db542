// The survival curve of the live tracker: its text, its chart, and what an edition that hides shows.
import { describe, expect, it } from 'vitest';
import { discloseCurve } from '../../pipeline/disclosure/curve.js';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { chartSurvival } from '../../pipeline/figures/survival-chart.js';
import { addCurve } from '../../pipeline/render/supplements.js';
import { buildCurve } from '../../pipeline/statistics/survival-curve.js';
import { frameOf, labelBoxes, overlapsIn } from './boxes.js';
import { rateless } from './cases.js';
import { shown, windows } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const TRACKER = rateless({
  id: 'live_tracker',
  kind: 'proportion',
  chart: 'survival',
  beside: 'proven',
});
const PROVEN = rateless({
  id: 'proven',
  kind: 'proportion',
  title: { en: 'Children who reoffend', cy: 'Plant sy’n aildroseddu' },
});
const [EARLIER, YEAR] = windows(2, '2023-03-31', 12);
if (!YEAR || !EARLIER) throw new Error('two windows');
const BARE: Figure = {
  id: 'a',
  title: 'Bare',
  sentence: 'Said.',
  notes: [],
  charts: [],
  tables: [],
};

/** Children followed up, as days, the number who offended on that day, and the number censored on it. */
const CASES: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  some: [
    [20, 5, 6],
    [70, 3, 0],
    [120, 6, 11],
    [200, 1, 9],
    [255, 5, 12],
    [300, 7, 10],
    [364, 0, 25],
  ],
  none: [
    [100, 0, 8],
    [364, 0, 9],
  ],
  all: [
    [30, 1, 0],
    [60, 2, 0],
  ],
  one: [[364, 0, 1]],
};

function curveIn(name: string) {
  const ends = CASES[name] ?? [];
  const at = { windowId: YEAR?.id ?? '' };
  const happened = ends.reduce((sum, [, each]) => sum + each, 0);
  const children = ends.reduce((sum, [, each, left]) => sum + each + left, 0);
  return buildCurve(TRACKER.id, YEAR as NonNullable<typeof YEAR>, [
    { ...at, breakdown: 'total', group: 'all', numerator: happened, denominator: children },
    ...ends.map(([day, each, left]) => ({
      ...at,
      breakdown: 'days_followed',
      group: String(day),
      numerator: each,
      denominator: each + left,
    })),
  ]);
}

function disclosed(name: string, hideBelow: number) {
  const curve = curveIn(name);
  return curve ? [discloseCurve(curve, { total: true, parts: [] }, hideBelow)] : [];
}

async function figureOf(name: string, language: Language = 'en', hideBelow = 0): Promise<Figure> {
  const beside = [
    shown(PROVEN, EARLIER as NonNullable<typeof EARLIER>, 22, 61, { value: 22 / 61 }),
  ];
  const curves = disclosed(name, hideBelow);
  const cells = { disclosed: beside, curves };
  return addCurve(BARE, TRACKER, [TRACKER, PROVEN], cells, wordsOf(language), office);
}

describe('the survival curve', () => {
  for (const language of LANGUAGES)
    for (const name of Object.keys(CASES))
      it(`of the case "${name}" is drawn in ${language} to match the approved image`, async () => {
        const { charts } = await figureOf(name, language);
        expect(charts.map(({ id, width }) => [id, width])).toEqual([['survival', 'half']]);
        const [chart] = charts;
        expect(chart?.svg).not.toMatch(/NaN|Infinity|undefined/);
        await expect(`${chart?.svg ?? ''}\n`).toMatchFileSnapshot(
          `golden/survival-${name}.${language}.svg`,
        );
      });

  it('states the share, the time at risk, and the rate with its interval', async () => {
    const { title, sentence, tables } = await figureOf('some');
    // 100 children, 14 of whom offended by day 182; the estimate is calculated by hand below.
    const byHand = (1 - 5 / 100) * (1 - 3 / 89) * (1 - 6 / 86);
    expect(tables[0]?.rows.map(({ label, cells }) => [label, ...cells.slice(0, 3)])[1]).toEqual([
      '26 weeks',
      '69',
      '14',
      `${Math.round(100 * byHand)}%`,
    ]);
    expect(title).toContain('had not offended again by 52 weeks');
    const days = 20 * 11 + 70 * 3 + 120 * 17 + 200 * 10 + 255 * 17 + 300 * 17 + 364 * 25;
    expect(sentence).toContain(`Time at risk: ${(days / 365.25).toFixed(1)} years`);
    expect(sentence).toContain(
      `${((27 * 36525) / days).toFixed(1)} offend again for every 100 children`,
    );
  });

  it('is listed with the proven measure, and says when there is no published cohort', async () => {
    const { tables } = await figureOf('some');
    const beside = tables.find(({ id }) => id === 'survival_beside');
    expect(beside?.rows.map(({ label, cells }) => [label, cells[1]])).toEqual([
      ['Children who reoffend', '22 of 61'],
    ]);
    expect(beside?.note).toContain('No published cohort');
  });

  it('is listed with the newest published cohort of each area, without a test', async () => {
    const cohort = (window: typeof YEAR, part: number) =>
      shown(PROVEN, window, part, 100, {
        origin: 'published',
        areaKind: 'nation',
        areaName: 'Wales',
        source: 'A bulletin',
        value: part / 100,
        verdict: 'higher',
      });
    const cells = {
      disclosed: [cohort(EARLIER, 31), cohort(YEAR, 33)],
      curves: disclosed('some', 0),
    };
    const all = [TRACKER, PROVEN];
    const { tables } = await addCurve(BARE, TRACKER, all, cells, wordsOf('en'), office);
    const beside = tables.find(({ id }) => id === 'survival_beside');
    expect(
      beside?.rows.map(({ label, cells: [, counted, share] }) => [label, counted, share]),
    ).toEqual([['Published, Wales', '33 of 100', '33%']]);
    expect(beside?.note).not.toContain('No published cohort');
    expect(JSON.stringify(beside)).not.toContain('clearly');
  });

  it('shows no days in an edition that hides, and nothing when counts are small', async () => {
    const { charts, tables, notes } = await figureOf('some', 'en', 5);
    expect(charts[0]?.svg).toContain('<g class="mark-area role-mark layer_0_marks"/>');
    expect(tables[0]?.rows.map(({ label }) => label)).toEqual([
      '13 weeks',
      '26 weeks',
      '39 weeks',
      '52 weeks',
    ]);
    expect(notes.join(' ')).toContain('each step would tell of one child');
    const few = await figureOf('all', 'en', 5);
    expect([few.charts, few.title]).toEqual([[], 'Bare']);
    expect(few.notes[0]).toContain('would tell of a few of them');
  });

  it('is replaced by a note when nobody was followed up', async () => {
    const { charts, notes } = await figureOf('nobody');
    expect(charts).toEqual([]);
    expect(notes[0]).toContain('nobody was followed');
  });

  it('keeps its labels inside and without overlap', () => {
    for (const language of LANGUAGES)
      for (const name of Object.keys(CASES)) {
        const [curve] = disclosed(name, 0);
        if (curve?.status !== 'shown') throw new Error('it is shown');
        const subject = { declaration: TRACKER, curve, words: wordsOf(language) };
        const request = chartSurvival(subject, office, '');
        const boxes = labelBoxes(request, office);
        const frame = frameOf(request);
        expect(boxes.every(({ left, right }) => left >= frame.left && right <= frame.right)).toBe(
          true,
        );
        expect(overlapsIn(boxes)).toEqual([]);
      }
  });
});

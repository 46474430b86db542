import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import { chartBreakdown } from '../../pipeline/figures/breakdown-chart.js';
import type { ChartRequest } from '../../pipeline/figures/draw.js';
import { chartProfile } from '../../pipeline/figures/profile-chart.js';
import { chartRelativeRates } from '../../pipeline/figures/relative-chart.js';
import { buildSubject, type Subject } from '../../pipeline/figures/subject.js';
import { chartTrend } from '../../pipeline/figures/trend-chart.js';
import { profileCase, relativeCase, shareCase, trendCase } from './cases.js';
import { drawing, wordsOf } from './templates.js';
import { frameOf, labelBoxes, overlapsIn } from './boxes.js';

const CASES = {
  trend: trendCase(),
  share: shareCase(),
  profile: profileCase(),
  relative: relativeCase(),
};
const SHAPES = [chartTrend, chartBreakdown, chartProfile, chartRelativeRates];
const office = drawing();

describe('charts', () => {
  for (const language of LANGUAGES)
    for (const [name, { declaration, disclosed }] of Object.entries(CASES))
      it(`match the approved image for the ${name} measure in ${language}`, async () => {
        const figure = await buildFigure(declaration, disclosed, wordsOf(language), office);
        expect(figure.charts.length).toBeGreaterThan(0);
        for (const chart of figure.charts)
          await expect(`${chart.svg}\n`).toMatchFileSnapshot(
            `golden/${name}-${chart.id}.${language}.svg`,
          );
      });

  it('are the same bytes regardless of charts drawn earlier', async () => {
    const { declaration, disclosed } = CASES.trend;
    const draw = async (): Promise<string[]> => {
      const figure = await buildFigure(declaration, disclosed, wordsOf('en'), office);
      return figure.charts.map(({ svg }) => svg);
    };
    const first = await draw();
    await buildFigure(CASES.profile.declaration, CASES.profile.disclosed, wordsOf('cy'), office);
    expect(await draw()).toEqual(first);
  });

  it('have the alternative text once, on the root, and no label on any mark', async () => {
    const { declaration, disclosed } = CASES.share;
    const figure = await buildFigure(declaration, disclosed, wordsOf('en'), office);
    for (const { svg, alt } of figure.charts) {
      expect(svg.match(/aria-|role=/g)).toEqual(['role=', 'aria-']);
      expect(svg).toContain(`aria-label="${alt}"`);
    }
  });

  it('escape the name of a service in the SVG', async () => {
    const { declaration, disclosed } = CASES.trend;
    const hostile = `</svg><script>alert("1")</script> & $& $\``;
    const title = { en: hostile, cy: hostile };
    const figure = await buildFigure({ ...declaration, title }, disclosed, wordsOf('en'), office);
    for (const { svg } of figure.charts) {
      expect(svg).not.toContain('<script');
      expect(svg.match(/<\/svg>/g)).toHaveLength(1);
      expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; $&amp; $`');
    }
  });

  it('draw every requested step of the axis', async () => {
    for (const request of requestsIn('en')) {
      const asked = (request.slots['yTicks'] ?? request.slots['xTicks']) as readonly number[];
      const svg = await office.draw(request);
      const grid = /role-axis-grid[^>]*>(.*?)<\/g>/.exec(svg)?.[1] ?? '';
      expect([request.id, grid.match(/<line/g)?.length ?? 0]).toEqual([request.id, asked.length]);
    }
  });

  it('refuse a shape with an unfilled slot, and one that Vega warns about', async () => {
    const request: ChartRequest = { id: 'x', shape: 'trend', alt: '', slots: {}, marks: {} };
    await expect(office.draw(request)).rejects.toThrow(/asks for @/);
    const whole = requestsIn('en')[0];
    if (!whole) throw new Error('there is a trend');
    for (const slots of [
      { xDomain: 'none' },
      { xDomain: [0, Number.NaN] },
      { yDomain: [0, 1, 2] },
      { yTicks: ['few'] },
      { yFormat: 'none' },
    ])
      await expect(
        office.draw({ ...whole, slots: { ...whole.slots, ...slots } }),
        JSON.stringify(slots),
      ).rejects.toThrow();
  });
});

describe('the labels of a chart', () => {
  for (const language of LANGUAGES)
    it(`stay inside the chart without overlapping in ${language}`, () => {
      for (const request of requestsIn(language)) {
        const boxes = labelBoxes(request, office);
        const frame = frameOf(request);
        for (const box of boxes) {
          expect(box.left, `${request.id}: ${box.text}`).toBeGreaterThanOrEqual(frame.left - 0.5);
          expect(box.right, `${request.id}: ${box.text}`).toBeLessThanOrEqual(frame.right + 0.5);
          expect(box.top, `${request.id}: ${box.text}`).toBeGreaterThanOrEqual(frame.top - 0.5);
          expect(box.bottom, `${request.id}: ${box.text}`).toBeLessThanOrEqual(frame.bottom + 0.5);
        }
        expect(overlapsIn(boxes), request.id).toEqual([]);
      }
    });
});

function requestsIn(language: 'en' | 'cy'): ChartRequest[] {
  const words = wordsOf(language);
  return Object.values(CASES).flatMap(({ declaration, disclosed }) => {
    const subject = buildSubject(declaration, disclosed, words);
    const shapes: Record<Subject['declaration']['chart'], readonly (typeof SHAPES)[number][]> = {
      trend: [chartTrend, chartBreakdown],
      breakdown: [chartBreakdown],
      profile: [chartProfile],
      relative_rate: [chartRelativeRates],
      row: [],
      decisions: [],
      decision: [],
      survival: [],
      overlap: [],
      steps: [],
    };
    const fitting = SHAPES.filter((shape) => shapes[declaration.chart].includes(shape));
    return fitting.map((shape) => shape(subject, office, '')).filter((request) => request !== null);
  });
}

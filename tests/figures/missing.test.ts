import { describe, expect, it } from 'vitest';
import { withholdCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { profileCase, relativeCase } from './cases.js';
import { declare, hidden, shown, value, windows } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const declaration = declare();
const QUARTERS = windows(5);
const [OLD, , , , NEW] = QUARTERS;
if (!OLD || !NEW) throw new Error('five windows');

function build(
  disclosed: readonly DisclosedCell[],
  declared: Declaration = declaration,
): Promise<Figure> {
  return buildFigure(declared, disclosed, wordsOf('en'), office);
}

describe('a hidden number', () => {
  it('is reported as hidden in the title, the sentence, the table and the chart', async () => {
    const cells = QUARTERS.map((window) =>
      window === NEW ? hidden(declaration, window) : shown(declaration, window, 30, 14995),
    );
    const figure = await build(cells);
    expect(figure.title).toBe('First-time entrants: number hidden');
    expect(figure.sentence).toMatch(/^The number for the year to 31 March 2023 is hidden/);
    expect(figure.tables[0]?.rows[0]?.cells.at(-1)).toBe('hidden');
    expect(figure.tables[0]?.rows[0]?.hidden?.at(-1)).toBe(true);
    expect(figure.charts[0]?.svg).toContain('>hidden<');
    expect(figure.charts[0]?.alt).toContain('Hidden: Mar 2023.');
  });

  it('leaves a lone shown number in its table but draws no chart of it', async () => {
    const seen = async (...quarters: readonly (typeof OLD)[]): Promise<Figure> =>
      build(
        QUARTERS.map((window) =>
          quarters.includes(window)
            ? shown(declaration, window, 0, 14995)
            : hidden(declaration, window),
        ),
      );
    const one = await seen(OLD);
    expect(one.charts).toEqual([]);
    expect(one.tables[0]?.rows[0]?.cells).toEqual(['0', 'hidden', 'hidden', 'hidden', 'hidden']);
    expect((await seen(OLD, NEW)).charts).toHaveLength(1);
  });

  it('in the year before prevents any claim of change', async () => {
    const cells = [
      hidden(declaration, OLD),
      shown(declaration, NEW, 28, 14995, { verdict: 'higher' }),
    ];
    const figure = await build(cells);
    expect(figure.title).toBe('First-time entrants: 28');
    expect(figure.sentence).not.toContain('higher');
    expect(figure.sentence).toContain('The number for the year before is hidden');
  });
});

describe('groups whose numbers are hidden', () => {
  const { declaration: relative, disclosed } = relativeCase();

  it('are not reported as alike when none can be compared', async () => {
    const cells = disclosed.map((cell) =>
      cell.breakdown === 'total'
        ? cell
        : withholdCell({ ...value(relative, NEW, {}), ...cell, status: 'known' }, 'hidden'),
    );
    const figure = await build(cells, relative);
    expect(figure.title).toBe('Children by ethnicity: number hidden');
    expect(figure.sentence).not.toContain('No group');
    expect(figure.charts).toEqual([]);
  });

  it('still leave shown needs listed when their total is hidden', async () => {
    const { declaration: needs, disclosed: cells } = profileCase();
    const figure = await build(
      cells.map((cell) => (cell.breakdown === 'total' ? hidden(needs, cell.window) : cell)),
      needs,
    );
    expect(figure.title).toBe(
      'What children need: Additional learning needs most often (78 of 106)',
    );
    expect(figure.sentence).toMatch(/^The number for the calendar year 2022 is hidden/);
  });

  it('are neither drawn nor listed when none can be shown', async () => {
    const groups = ['Female', 'Male'].map((group) =>
      hidden(declaration, NEW, { breakdown: 'sex', group }),
    );
    const figure = await build([shown(declaration, NEW, 30, 14995), ...groups]);
    expect(figure.charts.map(({ id }) => id)).toEqual(['trend']);
    expect(figure.tables.map(({ id }) => id)).toEqual(['trend']);
    expect(figure.notes[0]).toMatch(/^A group without a number that can be shown/);
  });
});

describe('a figure bears what is missing', () => {
  it('says there is no figure when no window has data, and draws nothing', async () => {
    const cells = QUARTERS.map((window) => withholdCell(value(declaration, window, {}), 'no data'));
    for (const disclosed of [cells, []]) {
      const figure = await build(disclosed);
      expect(figure.title).toBe('First-time entrants: no figures yet');
      expect([figure.charts, figure.tables]).toEqual([[], []]);
      expect(figure.notes).toContain(
        'There is no chart, because there is no number that can be shown.',
      );
    }
  });

  it.each([
    ['one window', [7]],
    ['only zeros', [0, 0, 0, 0, 0]],
    ['one huge value', [1, 1, 250_000, 1, 1]],
  ])('draws a series of %s', async (_, counts) => {
    const drawn = counts.map((count, index) =>
      shown(declaration, QUARTERS.at(index - counts.length) ?? NEW, count, 14995),
    );
    const figure = await build(drawn);
    expect(figure.charts.map(({ id }) => id)).toEqual(['trend']);
    expect(figure.charts[0]?.svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('reports the newest complete window, and says that later ones are not complete', async () => {
    const cohort = declare({ window: { length: '12 months', show: 5, follow_up: 12, wait: 6 } });
    const cells = QUARTERS.map((window, index) =>
      index > 2
        ? withholdCell(value(cohort, window, {}), 'immature')
        : shown(cohort, window, 30 + index, 14995),
    );
    const figure = await build(cells, cohort);
    expect(figure.sentence).toMatch(/^32 children in the year to 30 September 2022/);
    expect(figure.sentence).toContain('There is no figure for the year before.');
    expect(figure.notes[0]).toMatch(
      /followed for 12 months, and we then wait 6 months for outcomes/,
    );
    expect(figure.tables[0]?.caption).toContain('(from Dec 2022: not complete yet)');
    expect(figure.charts[0]?.alt).toContain('Not complete yet: Dec 2022, Mar 2023.');
  });
});

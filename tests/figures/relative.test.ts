// The page that compares decisions: what it reports, where, and what it must not reveal.
import { describe, expect, it } from 'vitest';
import { withholdCell } from '../../pipeline/disclosure/disclosed.js';
import type { Verdict } from '../../pipeline/domain/value.js';
import { chartMatrix } from '../../pipeline/figures/relative-matrix.js';
import { listComparedGroups, readStage } from '../../pipeline/figures/relative-stages.js';
import { frameOf, labelBoxes, overlapsIn } from './boxes.js';
import { TITLES, YEARS, build, cells, decision, office, plain, total } from './decisions.js';
import { value } from './sample.js';
import { wordsOf } from './templates.js';

describe('the page that compares decisions', () => {
  it.each(['en', 'cy'] as const)('is drawn in %s to match the approved image', async (language) => {
    const { charts } = await build([plain(0, 'higher'), plain(4, 'no clear change')], language);
    await expect(`${charts[0]?.svg ?? ''}\n`).toMatchFileSnapshot(
      `golden/decisions-usual.${language}.svg`,
    );
  });

  it.each([
    ['nobody in any group', { Black: [0, 0], White: [0, 0] }],
    ['no event in any group', { Black: [0, 30], White: [0, 400] }],
    ['one group of one child', { Black: [1, 1], White: [94, 400] }],
    ['one huge group', { Black: [250000, 300000], White: [94, 400] }],
  ] as const)('is valid, or has no chart, for %s', async (_, groups) => {
    const declaration = decision(0);
    const disclosed = [
      total(declaration, YEARS(36), [1, 2]),
      ...cells(declaration, YEARS(36), 'ethnicity', groups),
    ];
    const figure = await build([{ declaration, disclosed }]);
    expect(JSON.stringify(figure)).not.toMatch(/NaN|Infinity|undefined/);
    expect(figure.title).not.toMatch(/clearly/);
  });

  it('names each clear difference with its decision, rate and children above parity', async () => {
    const figure = await build([plain(0, 'higher'), plain(4, 'no clear change')]);
    expect(figure.title).toMatch(/at each decision: clearly more often \(Black, Mixed\)$/);
    expect(figure.sentence).toContain(
      'The page makes 4 comparisons: 4 by ethnicity, 0 by sex and 0 by other groups.',
    );
    // 20 of 30 against 94 of 400: 2.84 times; 20 less 30 × 94/400 = 12.95 more than parity.
    expect(figure.points?.[0]).toMatch(
      /^Black, Cautioned or sentenced: 2\.84 times as often as White .* 13 children more than at the same rate \(/,
    );
    expect(figure.sentence).toContain('Ethnicity is not known for 2 of 117 children.');
  });

  it('asks for case reviews when too few are above parity, and says that no difference is clear', async () => {
    const { declaration, disclosed } = plain(0, 'too few to tell');
    const figure = await build([{ declaration, disclosed }]);
    expect(figure.title).toMatch(/too few to tell; review each case$/);
    expect(figure.sentence).toContain('No difference is clear at any decision.');
    expect(figure.points?.[0]).toContain('each case reviewed: Black (Cautioned or sentenced).');
  });

  it('says what is to be watched, in the title too where it is by ethnicity', async () => {
    const figure = await build([plain(0, 'possible')]);
    expect(figure.title).toMatch(/at each decision: possible, to watch \(Black, Mixed\)$/);
    expect(figure.points?.[0]).toMatch(
      /^One to watch: Black \(Cautioned or sentenced 2\.84 \(.*\)\), Mixed .*may be chance\.$/,
    );
  });

  it('counts every comparison made, with those of groups without children', async () => {
    const declaration = decision(0);
    const sex = { Female: [3, 40], Male: [90, 400] } as const;
    const disclosed = [
      total(declaration, YEARS(36), [94, 470]),
      ...cells(declaration, YEARS(36), 'ethnicity', {
        Black: [0, 30],
        Asian: [2, 9],
        White: [94, 400],
      }),
      ...cells(declaration, YEARS(36), 'sex', sex),
      ...cells(declaration, YEARS(12), 'sex', sex),
      ...cells(declaration, YEARS(36), 'language', { Welsh: [0, 9], English: [94, 430] }),
    ];
    const { sentence } = await build([{ declaration, disclosed }]);
    expect(sentence).toContain('4 comparisons: 2 by ethnicity, 1 by sex and 1 by other groups.');
  });

  it('counts those that an edition shows, and says that what it hides is allowed for too', async () => {
    const declaration = decision(0);
    const groups = { Black: [2, 30], Asian: [20, 90], White: [94, 400] } as const;
    const hidden = cells(declaration, YEARS(36), 'ethnicity', groups).map((cell) =>
      cell.group === 'Black' ? withholdCell(cell, 'hidden') : cell,
    );
    const disclosed = [total(declaration, YEARS(36), [116, 520]), ...hidden];
    const { sentence } = await build([{ declaration, disclosed }]);
    expect(sentence).toContain(
      'The page shows 1 comparison: 1 by ethnicity, 0 by sex and 0 by other groups.',
    );
    expect(sentence).toContain('all those of its kind, hidden ones too.');
    expect(sentence).not.toContain('2 comparisons');
  });

  it('lists higher rates first, then lower rates', async () => {
    const figure = await build([plain(0, 'lower'), plain(4, 'higher')]);
    expect(figure.title).toMatch(
      /: clearly more often \(Black, Mixed\); clearly less often \(Black, Mixed\)$/,
    );
    expect(figure.points?.[0]).toMatch(/^Black, Custody/);
    expect(figure.points?.[2]).toMatch(/^Black, Cautioned/);
  });

  it.each([
    // Were the one with the event Black: 1 of 31, against 94 of 400 and the other 39.
    ['moves it', [1, 40], '0.00–0.15'],
    ['changes nothing', [0, 40], '–'],
  ] as const)('gives bounds when the unknown group %s', async (_, [events, base], bounds) => {
    const declaration = decision(0);
    const groups = { Black: [0, 30], White: [94, 400], 'Not known': [events, base] } as const;
    const disclosed = [
      total(declaration, YEARS(36), [94, 470]),
      ...cells(declaration, YEARS(36), 'ethnicity', groups),
    ];
    const [table] = (await build([{ declaration, disclosed }])).tables;
    expect(table?.rows.find(({ label }) => label === 'Black')?.cells[5]).toBe(bounds);
  });

  it('has one table of what a board reads: the other lengths of years are in figures.csv', async () => {
    const [table] = (await build([plain(0, 'higher')])).tables;
    const black = table?.rows.find(({ label }) => label === 'Black');
    expect(table?.rows[0]?.label).toBe(
      'Cautioned or sentenced: 117 of 440 children, 3 years to Mar 2023; ethnicity not known: 2 of 2',
    );
    expect(black?.cells.slice(0, 2)).toEqual(['20 of 30', '2.84 (1.99–3.74)']);
    // 20 of 30 less 94 of 400 is 432 of every 1,000.
    expect(black?.cells[3]).toBe('+432');
    expect(black?.cells).toHaveLength(6);
  });

  it('uses the longest window available when the records do not reach three years', async () => {
    const { declaration } = plain(0, null);
    const disclosed = [
      withholdCell(value(declaration, YEARS(36), {}), 'no data'),
      total(declaration, YEARS(12), [23, 141]),
      ...cells(declaration, YEARS(12), 'ethnicity', { Black: [3, 11], White: [20, 130] }),
    ];
    const figure = await build([{ declaration, disclosed }]);
    expect(figure.tables[0]?.rows[0]?.label).toContain('1 year to Mar 2023');
    const black = figure.tables[0]?.rows.find(({ label }) => label === 'Black');
    expect(black?.cells[1]).toMatch(/^1\.77 /);
    // Nothing is clear or to be watched, so there is nothing to draw.
    expect(figure.charts).toEqual([]);
  });

  it('says that there is no figure yet when there are no results', async () => {
    const declaration = decision(0);
    const disclosed = [withholdCell(value(declaration, YEARS(36), {}), 'no data')];
    const figure = await build([{ declaration, disclosed }]);
    expect(figure.title).toBe('Disproportionality at each decision: no figures yet');
    expect([figure.charts, figure.tables]).toEqual([[], []]);
    expect(figure.notes[0]).toMatch(/^There is no chart/);
  });
});

describe('a suppressed group', () => {
  it('is reported as hidden at one decision when it is shown at another', async () => {
    const { declaration, disclosed } = plain(4, null);
    const hides = disclosed.map((cell) =>
      cell.group === 'Mixed'
        ? withholdCell(
            value(declaration, cell.window, { breakdown: 'ethnicity', group: 'Mixed' }),
            'hidden',
          )
        : cell,
    );
    const figure = await build([plain(0, 'higher'), { declaration, disclosed: hides }]);
    expect(figure.charts[0]?.alt).toMatch(/Custody, of those sentenced: .*Mixed hidden/);
    expect(figure.charts[0]?.svg).toContain('>hidden<');
  });

  it('appears nowhere with its number, nor with any number derived from it', async () => {
    const { declaration, disclosed } = plain(0, 'higher');
    const hides = disclosed.map((cell) =>
      cell.group === 'Not known' || cell.group === 'Mixed'
        ? withholdCell(
            value(declaration, cell.window, { breakdown: 'ethnicity', group: cell.group }),
            'hidden',
          )
        : cell,
    );
    const figure = await build([{ declaration, disclosed: hides }]);
    expect(figure.tables[0]?.rows.map(({ label }) => label).slice(1)).toEqual(['Black']);
    expect(figure.notes.join(' ')).toContain('A group without a number that can be shown');
    const black = figure.tables[0]?.rows.find(({ label }) => label === 'Black');
    expect(black?.cells[5]).toBe('–');
    expect(figure.tables[0]?.rows[0]?.label).toContain('ethnicity not known: –');
    expect(JSON.stringify(figure)).not.toMatch(/1 of 8|2 of 2\b/);
  });
});

describe('the matrix of decisions', () => {
  const stages = TITLES.map((_, n) => readStage(plain(n, 'no clear change')));

  it.each(['en', 'cy'] as const)('keeps labels inside, not overlapping, in %s', (language) => {
    const request = chartMatrix(stages, listComparedGroups(stages), wordsOf(language), office, '');
    if (!request) throw new Error('there is something to draw');
    const [boxes, frame] = [labelBoxes(request, office), frameOf(request)];
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(frame.left - 0.5);
      expect(box.right, box.text).toBeLessThanOrEqual(frame.right + 0.5);
      expect(box.top, box.text).toBeGreaterThanOrEqual(frame.top - 0.5);
      expect(box.bottom, box.text).toBeLessThanOrEqual(frame.bottom + 0.5);
    }
    expect(overlapsIn(boxes)).toEqual([]);
  });

  it('shows verdicts by shape, and draws the same bytes twice', async () => {
    const shapes = async (verdict: Verdict): Promise<string> => {
      const all = [readStage(plain(0, verdict))];
      const request = chartMatrix(all, listComparedGroups(all), wordsOf('en'), office, '');
      return request ? office.draw(request) : '';
    };
    const drawn = await Promise.all(
      (['higher', 'lower', 'no clear change', 'too few to tell'] as const).map(shapes),
    );
    expect(new Set(drawn).size).toBe(4);
    expect(await shapes('higher')).toBe(drawn[0]);
  });
});

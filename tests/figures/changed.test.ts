// Series with a change of definition: a dated line, limits that start there, and no comparison across it.
import { describe, expect, it } from 'vitest';
import { discloseCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import type { DefinitionChange } from '../../pipeline/domain/changes.js';
import { LANGUAGES, type Language } from '../../pipeline/domain/language.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import { addQuarters } from '../../pipeline/render/supplements.js';
import { listQuarters } from '../../pipeline/measures/quarters.js';
import { findQuarter } from '../../pipeline/domain/period.js';
import { buildQuarterValues } from '../../pipeline/statistics/spc-values.js';
import { buildValues } from '../../pipeline/statistics/values.js';
import { declare, shown, windows } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const CHANGE: DefinitionChange = {
  from: '2021-10-01',
  of: 'ours',
  short: { en: 'new records', cy: 'cofnodion newydd' },
  what: { en: 'records came from elsewhere.', cy: 'daeth cofnodion o fan arall.' },
  confirmed: false,
};
const MEASURE = declare({ changes: [CHANGE], spc: 'events' });
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };
const YEARS = windows(13);

function build(declaration = MEASURE, language: Language = 'en'): Promise<Figure> {
  const cells = YEARS.map((window, at) =>
    shown(declaration, window, 20 + at, 14995, { verdict: at === 12 ? 'no clear change' : null }),
  );
  return buildFigure(declaration, cells, wordsOf(language), office);
}

/** Quarters of about 10 before the change, and `after` quarters of about 30. */
async function charted(after: number, language: Language = 'en'): Promise<Figure> {
  const moment = {
    quarter: findQuarter('2023-03-31'),
    asAt: '2023-05-15',
    covers: { from: '2010-01-01', to: '2023-05-15' },
  };
  const held = listQuarters(MEASURE, moment, 20);
  const from = held[held.length - after]?.starts ?? '';
  const declaration = { ...MEASURE, changes: [{ ...CHANGE, from }] };
  const counts = held.map(({ id }, at) => ({
    windowId: id,
    breakdown: 'total',
    group: 'all',
    numerator: (at < held.length - after ? 10 : 30) + (at % 3),
    denominator: null,
  }));
  const cells: DisclosedCell[] = buildQuarterValues(declaration, 'A service', held, counts).map(
    discloseCell,
  );
  return addQuarters(BARE, declaration, cells, wordsOf(language), office);
}

describe('a trend across a change of definition', () => {
  for (const language of LANGUAGES)
    it(`draws a dated line in ${language} that matches the approved image`, async () => {
      const { charts } = await build(MEASURE, language);
      await expect(`${charts[0]?.svg ?? ''}\n`).toMatchFileSnapshot(
        `golden/changed-trend.${language}.svg`,
      );
    });

  it('reports the change in the chart, the table, the alternative text and the notes', async () => {
    const { charts, tables, notes } = await build();
    expect(charts[0]?.svg).toContain('>new records, Oct 2021<');
    for (const text of [charts[0]?.alt, tables[0]?.note, notes.join(' ')])
      expect(text).toContain('On 1 October 2021, it is believed, the definition changed: records');
    expect(notes.join(' ')).toContain('No official text at hand confirms it');
  });

  it('claims no change across the line: title and sentence say that the definition changed', async () => {
    const { title, sentence } = await build();
    expect(title).toBe('First-time entrants: definition changed (32, from 28)');
    expect(sentence).toContain(
      'The definition changed on 1 October 2021, so the two years are not',
    );
  });

  it('reports a change in published figures without breaking our own series', async () => {
    const published = declare({ changes: [{ ...CHANGE, of: 'published' }] });
    const { title, notes } = await build(published);
    expect(title).toContain('no clear change (32, from 28)');
    expect(notes.join(' ')).toContain('published figures are counted otherwise');
  });

  it('has a verdict in the figures only when neither year contains the day of the change', () => {
    const verdictWith = (from: string) => {
      const declaration = declare({ changes: [{ ...CHANGE, from }] });
      const known = YEARS.map((window) => ({ ...window, status: 'known' as const }));
      const counts = known.map(({ id }, at) => ({
        windowId: id,
        breakdown: 'total',
        group: 'all',
        numerator: at === 12 ? 80 : 30,
        denominator: 14995,
      }));
      const values = buildValues({
        declaration,
        unit: 'per 100,000',
        per: 100000,
        serviceName: 'A service',
        windows: known,
        counts,
        denominatorSource: () => null,
      });
      return values.at(-1)?.verdict;
    };
    expect(
      ['2021-04-01', '2021-04-02', '2022-04-01', '2023-03-31', '2023-04-01'].map(verdictWith),
    ).toEqual(['higher', null, null, null, 'higher']);
  });
});

describe('quarters across a change of definition', () => {
  for (const language of LANGUAGES)
    it(`start limits at the change in ${language}, matching the approved image`, async () => {
      const { charts } = await charted(10, language);
      await expect(`${charts[0]?.svg ?? ''}\n`).toMatchFileSnapshot(
        `golden/changed-spc.${language}.svg`,
      );
    });

  it('are tested against later quarters only, so a jump at the change is no special cause', async () => {
    const { charts, tables, sentence } = await charted(10);
    expect(sentence).toContain('common cause');
    expect(tables[0]?.note).toMatch(/^Mean 3\d\.\d a quarter/);
    expect(tables[0]?.note).toContain('10 of 20');
    expect(tables[0]?.note).toContain(
      'No special causes. The limits and rules are of the quarters from 1 October 2020',
    );
    expect(charts[0]?.svg).toContain('>new records, Oct 2020<');
    expect(tables[0]?.rows).toHaveLength(5);
  });

  it('are not charted when too few come after the change', async () => {
    const { charts, notes } = await charted(7);
    expect(charts).toEqual([]);
    expect(notes[0]).toContain('needs 8, and there are 7');
  });
});

describe('a trend by length of window', () => {
  it.each([
    [
      'calendar year',
      12,
      'calendar years from 2020 to 2022',
      'Calendar years, with 95% intervals.',
    ],
    ['36 months', 3, 'three years to each quarter from', 'Three years to each quarter, with 95%'],
    [
      '12 months',
      3,
      'twelve months to each quarter from',
      'Twelve months to each quarter, with 95%',
    ],
  ] as const)('describes windows of %s in words', async (length, step, said, caption) => {
    const declaration = declare({ window: { length, show: 3 } });
    const cells = windows(3, '2022-12-31', step).map((window) =>
      shown(declaration, window, 20, 14995),
    );
    const { charts } = await buildFigure(declaration, cells, wordsOf('en'), office);
    expect(charts[0]?.alt).toContain(said);
    expect(charts[0]?.caption).toContain(caption);
  });
});

import { describe, expect, it } from 'vitest';
import { discloseCell, type DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { profileCase, rateless, relativeCase, shareCase, trendCase } from './cases.js';
import { declare, shown, value, windows } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const declaration = declare();
const QUARTERS = windows(5);
const [OLD, , , , NEW] = QUARTERS;
if (!OLD || !NEW) throw new Error('five windows');

function build(
  disclosed: readonly DisclosedCell[],
  language: 'en' | 'cy' = 'en',
  declared: Declaration = declaration,
): Promise<Figure> {
  return buildFigure(declared, disclosed, wordsOf(language), office);
}

describe('a built figure', () => {
  it('states value, unit, interval, the year before and the verdict, in both languages', async () => {
    const cells = [
      shown(declaration, OLD, 26, 14995, { value: 173.391, lower: 113.249, upper: 254.069 }),
      shown(declaration, NEW, 28, 14995, {
        value: 186.729,
        lower: 124.055,
        upper: 269.888,
        verdict: 'no clear change',
      }),
    ];
    const english = await build(cells);
    expect(english.title).toBe('First-time entrants: no clear change (28, from 26)');
    expect(english.sentence).toBe(
      '28 children in the year to 31 March 2023: 186.7 per 100,000 children aged 10–17 ' +
        '(95% interval 124.1–269.9). The year before: 26 children, a rate of 173.4. ' +
        'A difference of this size could be chance, so this is no clear change.',
    );
    const welsh = await build(cells, 'cy');
    expect(welsh.title).toBe('Newydd-ddyfodiaid tro cyntaf: dim newid clir (28, o gymharu â 26)');
    expect(welsh.sentence).toContain('28 o blant yn y flwyddyn hyd at 31 Mawrth 2023: 186.7 fesul');
  });

  it('shows no percentage of fewer than twenty children in text, chart or table', async () => {
    const few = rateless({ kind: 'proportion' });
    const cell = { value: 7 / 18, lower: 0.2, upper: 0.61 };
    const figure = await build([shown(few, NEW, 7, 18, cell)], 'en', few);
    expect(figure.title).toBe('First-time entrants: 7 of 18');
    expect(figure.sentence).toContain(
      '7 of 18 children in the year to 31 March 2023 (95% interval',
    );
    expect(JSON.stringify(figure)).not.toContain('39%');
  });

  it('makes no claim about a mean, and says why it has no interval', async () => {
    const mean = rateless({ kind: 'mean', counts: 'offences' });
    const cells = [
      shown(mean, OLD, 311, 174, { value: 311 / 174, lower: null, upper: null }),
      shown(mean, NEW, 288, 147, { value: 288 / 147, lower: null, upper: null }),
    ];
    const figure = await build(cells, 'en', mean);
    expect(figure.title).toBe('First-time entrants: 2.0, from 1.8 (change not tested)');
    expect(figure.notes).toContain(
      'No interval or test is given, because one child can account for several of what is counted.',
    );
  });

  it('asks for case reviews when relative rates are too few to tell, and states the unknown ethnicity', async () => {
    const { declaration: relative, disclosed } = relativeCase();
    const figure = await build(disclosed, 'en', relative);
    expect(figure.title).toBe('Children by ethnicity: too few to tell; review each case');
    expect(figure.sentence).toContain('each case reviewed: Mixed, Other.');
    expect(figure.sentence).toContain('Ethnicity is not known for 5 of 50 children.');
  });

  it('names a group whose rate is clearly different, with its interval', async () => {
    const { declaration: relative, disclosed } = relativeCase();
    const apart = discloseCell(
      value(relative, NEW, {
        breakdown: 'ethnicity',
        group: 'Black',
        numerator: 40,
        denominator: 900,
        value: 2.5,
        lower: 1.6,
        upper: 3.9,
        verdict: 'higher',
      }),
    );
    const others = disclosed.filter(({ group }) => group !== 'Black');
    const figure = await build([...others, apart], 'en', relative);
    expect(figure.title).toBe('Children by ethnicity: a clear difference (Black)');
    expect(figure.sentence).toContain(
      'Black: 2.50 times the rate of White children (95% interval 1.60–3.90).',
    );
  });

  it('lists needs from most to least common, hidden ones last, with how often each was not recorded', async () => {
    const { declaration: needs, disclosed } = profileCase();
    const figure = await build(disclosed, 'en', needs);
    expect(figure.title).toBe(
      'What children need: Additional learning needs most often (78 of 106)',
    );
    const rows = figure.tables[0]?.rows ?? [];
    expect(rows.map(({ label }) => label)).toEqual([
      'Additional learning needs',
      'Known to social services before referral',
      'Self-harm or suicide risk',
      'Unsuitable accommodation',
      'Attendance',
    ]);
    expect(rows.at(-1)?.cells.at(-1)).toBe('3');
  });

  it('compares a published figure with ours of the same months, with a verdict', async () => {
    const { declaration: rate, disclosed } = trendCase();
    const figure = await build(disclosed, 'en', rate);
    expect(figure.sentence).toContain(
      'Ours does not differ clearly from the published figure for England and Wales (157.0).',
    );
    const table = figure.tables.find(({ id }) => id === 'comparison');
    expect(table?.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Dyfed-Powys', 'Mar 2023', '28', '148.0', '186.7', ''],
      ['England and Wales', 'Mar 2023', '28', '157.0', '186.7', 'no clear difference'],
    ]);
    expect(table?.note).toBe('Published in: An invented bulletin.');
  });

  it('has as many cells in each table row as the head has columns', async () => {
    for (const language of LANGUAGES)
      for (const { declaration: each, disclosed } of [
        trendCase(),
        shareCase(),
        profileCase(),
        relativeCase(),
      ]) {
        const { tables } = await build(disclosed, language, each);
        for (const { id, columns, rows } of tables)
          for (const { label, cells, heading, hidden: marks } of rows) {
            expect([id, label, cells.length]).toEqual([
              id,
              label,
              heading ? 0 : columns.length - 1,
            ]);
            if (marks) expect(marks).toHaveLength(cells.length);
          }
      }
  });
});

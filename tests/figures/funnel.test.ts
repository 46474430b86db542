// Our figure among its family's: the position of each area, and when no funnel is drawn.
import { describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { addFunnel } from '../../pipeline/render/family-funnel.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { familyFunnel } from '../../pipeline/statistics/funnel-family.js';
import { declare, hidden, shown } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const DRAWING = drawing();
const BARE: Figure = { id: 'a', title: '', sentence: 'Said.', notes: [], charts: [], tables: [] };
const WINDOW = windowEnding('2023-03-31', 12);
const MEMBERS: readonly (readonly [number, number])[] = [
  [20, 10000],
  [31, 15000],
  [18, 9000],
  [44, 21000],
  [9, 5000],
];

function figuresOf(
  declaration: Declaration,
  ours: number,
  members: readonly (readonly [number, number])[] = MEMBERS,
): DisclosedCell[] {
  return [
    shown(declaration, WINDOW, ours, 15000),
    ...members.map(([part, whole], at) =>
      shown(declaration, WINDOW, part, whole, {
        areaKind: 'family',
        areaName: `Area ${at}`,
        origin: 'published',
        source: 'A bulletin',
      }),
    ),
  ];
}

async function figureOf(
  cells: (declaration: Declaration) => DisclosedCell[],
  changes: Partial<Declaration> = {},
  language: 'en' | 'cy' = 'en',
): Promise<Figure> {
  const declaration = declare(changes);
  return addFunnel(BARE, declaration, cells(declaration), wordsOf(language), DRAWING);
}

describe('the funnel of a family', () => {
  it('places ours within the limits when it is like the others', async () => {
    const { sentence, charts, tables } = await figureOf((measure) => figuresOf(measure, 30));
    expect(sentence).toContain('within what chance would bring');
    expect(charts[0]?.svg).not.toContain('NaN');
    expect(tables[0]?.rows).toHaveLength(6);
    expect(tables[0]?.rows[1]?.cells[1]).toBe('within');
  });

  it('places ours above the outer limit at four times the others, and below it at zero', () => {
    const standing = (part: number) =>
      familyFunnel([
        { part, size: 150000 },
        ...MEMBERS.map(([one, size]) => ({ part: one * 10, size: size * 10 })),
        ...MEMBERS.map(([one, size]) => ({ part: one * 10, size: size * 10 })),
      ])?.positions[0];
    expect(standing(310)?.reach).toBe('within');
    expect(standing(1200)).toEqual({ reach: 'beyond 99.8%', towards: 'high' });
    expect(standing(0)).toEqual({ reach: 'beyond 99.8%', towards: 'low' });
  });

  it('widens its limits only when areas differ by more than chance', () => {
    const alike = Array.from({ length: 6 }, () => ({ part: 20, size: 10000 }));
    expect(familyFunnel(alike)?.widened).toBe(false);
    const apart = alike.map((area, at) => ({ ...area, part: at % 2 === 0 ? 5 : 60 }));
    expect(familyFunnel(apart)?.widened).toBe(true);
  });

  it('is not drawn for a small family, for zero counts, or for counts of anything but children', async () => {
    const few = await figureOf((measure) => figuresOf(measure, 30, MEMBERS.slice(0, 3)));
    expect(few).toBe(BARE);
    const none = MEMBERS.map(([, size]) => [0, size] as const);
    expect(await figureOf((measure) => figuresOf(measure, 0, none))).toBe(BARE);
    const sentences = { counts: 'sentences' } as const;
    expect(await figureOf((measure) => figuresOf(measure, 30), sentences)).toBe(BARE);
  });

  it('is not drawn when our own figure is suppressed', async () => {
    const figure = await figureOf((measure) => [
      hidden(measure, WINDOW),
      ...figuresOf(measure, 30).slice(1),
    ]);
    expect(figure).toBe(BARE);
  });

  it('is described in both languages', async () => {
    for (const language of LANGUAGES) {
      const { charts } = await figureOf((measure) => figuresOf(measure, 30), {}, language);
      expect(charts[0]?.alt).toContain('6');
      expect(charts[0]?.alt).not.toContain('{{');
    }
  });
});

// Measures that follow children → their curves, disclosed for one edition and drawn beside the measure they stand by.
import type { Besides } from '../disclosure/supplement-history.js';
import { discloseCurve, type Beside, type DisclosedCurve } from '../disclosure/curve.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Curve } from '../domain/curve.js';
import type { Drawing } from '../figures/draw.js';
import type { Figure } from '../figures/figure.js';
import { withCurve } from '../figures/survival.js';
import type { FigureWords } from '../figures/words.js';
import type { Declaration } from '../measures/declaration.js';

/** What an edition sees of the curves, beside the measures that count part of the same children and what it gave before. */
export function curvesFor(
  curves: readonly Curve[],
  declarations: readonly Declaration[],
  disclosed: readonly Disclosed[],
  hideBelow: number,
  before: readonly Besides[],
): DisclosedCurve[] {
  return curves.map((curve) => {
    const parts = declarations.filter(({ part_of }) => part_of === curve.measure);
    return discloseCurve(curve, besideOf(curve, parts, disclosed), hideBelow, before);
  });
}

function besideOf(
  { measure, window }: Curve,
  parts: readonly Declaration[],
  disclosed: readonly Disclosed[],
): Beside {
  const totals = disclosed.filter(
    (cell) => cell.origin === 'own' && cell.breakdown === 'total' && cell.window.id === window.id,
  );
  const names = parts.map(({ id }) => id);
  return {
    // Beside a figure that stands as it was given, a curve of today would tell what came since.
    total: totals.some(
      (cell) => cell.measure === measure && cell.status === 'shown' && cell.kept !== true,
    ),
    parts: totals.flatMap((cell) =>
      names.includes(cell.measure) &&
      cell.status === 'shown' &&
      cell.denominator !== null &&
      cell.numerator !== null
        ? [{ children: cell.denominator, happened: cell.numerator }]
        : [],
    ),
  };
}

/** A measure's figure with its curve, if it declares that it has one. */
export async function addCurve(
  figure: Figure,
  declaration: Declaration,
  all: readonly Declaration[],
  { disclosed, curves }: { disclosed: readonly Disclosed[]; curves: readonly DisclosedCurve[] },
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  if (declaration.chart !== 'survival') return figure;
  const of = (id: string): Disclosed[] => disclosed.filter(({ measure }) => measure === id);
  const other = all.find(({ id }) => id === declaration.beside);
  const others = {
    own: of(declaration.id),
    beside: other ? of(other.id) : [],
    name: other?.title[words.language] ?? null,
  };
  const curve = curves.find(({ measure }) => measure === declaration.id) ?? null;
  return withCurve(figure, declaration, curve, others, words, drawing);
}

// A measure's disclosed figures → its family's funnel, drawn where enough of the family has published its counts.
import { compareText } from '../domain/compare-text.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Plotter } from '../figures/draw.js';
import type { Figure } from '../figures/figure.js';
import { attachFunnel } from '../figures/funnel.js';
import type { FigureWords } from '../figures/words.js';
import { rateScale, type Declaration } from '../measures/declaration.js';
import { familyFunnel, type Area } from '../statistics/funnel-family.js';

type CountedCell = Extract<DisclosedCell, { status: 'shown' }> & {
  numerator: number;
  denominator: number;
};

/**
 * A figure with the funnel of its family, for a rate or share of children: the newest window that we and the family have
 * both counted. As it was where too few of the family published their counts, or ours may not be seen.
 */
export async function addFunnel(
  figure: Figure,
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
  drawing: Plotter,
): Promise<Figure> {
  const { kind, counts } = declaration;
  if (counts !== 'children' || (kind !== 'rate' && kind !== 'proportion')) return figure;
  const totals = disclosed.filter(isCounted).filter(({ breakdown }) => breakdown === 'total');
  const own = totals
    .filter(({ origin }) => origin === 'own')
    .sort((one, other) => compareText(other.window.ends, one.window.ends));
  for (const ours of own) {
    const areas = [ours, ...selectFamily(totals, ours)];
    const funnel = familyFunnel(areas.map(buildArea));
    if (!funnel) continue;
    return attachFunnel(
      figure,
      declaration,
      { areas, funnel, multiplier: rateScale(declaration) },
      words,
      drawing,
    );
  }
  return figure;
}

/** Each member once: two publications of one are one area. */
function selectFamily(totals: readonly CountedCell[], ours: CountedCell): CountedCell[] {
  const members = totals.filter(
    ({ origin, areaKind, window, unit }) =>
      origin === 'published' &&
      areaKind === 'family' &&
      unit === ours.unit &&
      window.starts === ours.window.starts &&
      window.ends === ours.window.ends,
  );
  return [...new Map(members.map((cell) => [cell.areaName, cell])).values()];
}

function isCounted(cell: DisclosedCell): cell is DisclosedCell & CountedCell {
  return cell.status === 'shown' && cell.numerator !== null && cell.denominator !== null;
}

function buildArea({ numerator, denominator }: CountedCell): Area {
  return { part: numerator, size: denominator };
}

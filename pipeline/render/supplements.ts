// Disclosed quarters, curves, supplements and link sensitivity → added to the figure of their measure.
import type { DisclosedCurve } from '../disclosure/curve.js';
import { selectMeasureCells, type DisclosedCell } from '../disclosure/disclosed.js';
import type { DisclosedLinkSensitivity } from '../disclosure/link-sensitivity.js';
import type { DisclosedSupplement } from '../disclosure/supplement.js';
import { countEarlierWindows } from '../domain/changes.js';
import { attachLinkSensitivity } from '../figures/band.js';
import type { Plotter } from '../figures/draw.js';
import type { Figure } from '../figures/figure.js';
import { attachOverlap } from '../figures/overlap.js';
import { attachRareEventChart, type RareEventOutcome } from '../figures/rare.js';
import { attachServices } from '../figures/services.js';
import { attachControlChart, type SpcOutcome } from '../figures/spc.js';
import { attachSurvivalCurve } from '../figures/survival.js';
import type { FigureWords } from '../figures/words.js';
import type { Declaration } from '../measures/declaration.js';
import { newestCause, chartTimeBetweenEvents } from '../statistics/rare.js';
import { changeOverTime, FEWEST_QUARTERS, FIRM_QUARTERS, RARE_BELOW } from '../statistics/spc.js';

/** A measure's figure with its quarters, if it declares that it charts them. */
export async function addQuarters(
  figure: Figure,
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
  drawing: Plotter,
): Promise<Figure> {
  if (declaration.spc === undefined) return figure;
  const own = selectMeasureCells(disclosed, declaration.id);
  if (declaration.spc === 'rare') {
    const since = own.slice(
      countEarlierWindows(
        declaration,
        own.map(({ window }) => window),
      ),
    );
    const between = chartEventGaps(since, declaration);
    return attachRareEventChart(figure, declaration, since, between, words, drawing);
  }
  const thresholds = { fewest: FEWEST_QUARTERS, firm: FIRM_QUARTERS, rare: RARE_BELOW };
  const change = findChange(own, declaration);
  return attachControlChart(figure, declaration, own, change, thresholds, words, drawing);
}

function chartEventGaps(own: readonly DisclosedCell[], { better }: Declaration): RareEventOutcome {
  if (own.some(({ status }) => status === 'hidden'))
    return { unsaid: 'hidden', wanted: FEWEST_QUARTERS };
  const days = own.flatMap((cell) => (cell.status === 'shown' ? [cell.numerator ?? 0] : []));
  const change = chartTimeBetweenEvents(days.slice(0, -1), days.at(-1) ?? 0, better);
  if ('unsaid' in change) return { unsaid: 'too short', wanted: FEWEST_QUARTERS };
  return { change, newest: newestCause(change.causes) };
}

/** What the quarters since the newest change of definition come to: limits never go across one. */
function findChange(own: readonly DisclosedCell[], declaration: Declaration): SpcOutcome {
  if (own.some(({ status }) => status === 'hidden')) return { unsaid: 'hidden' };
  const known = own.flatMap((cell) =>
    cell.status === 'shown' && cell.numerator !== null
      ? [{ window: cell.window, count: cell.numerator }]
      : [],
  );
  const before = countEarlierWindows(
    declaration,
    known.map(({ window }) => window),
  );
  return changeOverTime(
    known.slice(before).map(({ count }) => count),
    declaration.better,
  );
}

/** A measure's figure with its curve, if it declares that it has one. */
export async function addCurve(
  figure: Figure,
  declaration: Declaration,
  all: readonly Declaration[],
  { disclosed, curves }: { disclosed: readonly DisclosedCell[]; curves: readonly DisclosedCurve[] },
  words: FigureWords,
  drawing: Plotter,
): Promise<Figure> {
  if (declaration.chart !== 'survival') return figure;
  const selectCells = (id: string): DisclosedCell[] =>
    disclosed.filter(({ measure }) => measure === id);
  const other = all.find(({ id }) => id === declaration.beside);
  const others = {
    own: selectCells(declaration.id),
    beside: other ? selectCells(other.id) : [],
    name: other?.title[words.language] ?? null,
  };
  const curve = curves.find(({ measure }) => measure === declaration.id) ?? null;
  return attachSurvivalCurve(figure, declaration, curve, others, words, drawing);
}

/** A measure's figure with its supplement, if it declares one. */
export function addSupplement(
  figure: Figure,
  declaration: Declaration,
  supplements: readonly DisclosedSupplement[],
  words: FigureWords,
): Figure {
  if (declaration.chart !== 'overlap' && declaration.chart !== 'steps') return figure;
  const supplement = supplements.find(({ measure }) => measure === declaration.id);
  if (supplement?.status !== 'shown') {
    const why = words.say(`told.unsaid.${supplement ? 'hidden' : 'none'}`);
    return { ...figure, notes: [...figure.notes, why] };
  }
  if (supplement.kind === 'overlap') return attachOverlap(figure, supplement, words);
  const other = supplements.find(({ measure }) => measure === declaration.beside);
  const theirs = other?.status === 'shown' && other.kind === 'steps' ? other.services : [];
  return attachServices(figure, supplement, theirs, words);
}

/** A figure with the link sensitivity of its measure, if that has any. */
export function addLinkSensitivity(
  figure: Figure,
  declaration: Declaration,
  linkSensitivities: readonly DisclosedLinkSensitivity[],
  words: FigureWords,
): Figure {
  const own = linkSensitivities.filter(({ measure }) => measure === declaration.id);
  return own.length > 0 ? attachLinkSensitivity(figure, declaration, own, words) : figure;
}

// Figures of the packs before and of this one → the page of revised figures, as one edition may show it.
import type { LedgerEntry } from '../deliveries/ledger.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { cellKey } from '../disclosure/released.js';
import { findRevisedCells, type ComparedRelease } from '../disclosure/revised-cells.js';
import type { RenderContext } from './context.js';
import type { EditionFigures } from '../editions/disclose-edition.js';
import { compareText } from '../domain/compare-text.js';
import type { Words } from '../domain/language.js';
import type { Declaration } from '../measures/declaration.js';
import type { ComparedPack, RevisedFigures, RevisedMeasure } from '../pack/input.js';

type RevisedCell = ReturnType<typeof findRevisedCells>[number];

/**
 * For each pack that readers may have from before, every measure whose figures differ from it, newest year first; and
 * those with figures that are suppressed now. Null where there is no such pack.
 */
export function viewRevisedFigures(
  context: Pick<RenderContext, 'project' | 'findChanges'>,
  { disclosed, compared, edition }: Pick<EditionFigures, 'disclosed' | 'compared' | 'edition'>,
): RevisedFigures | null {
  if (compared.length === 0) return null;
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const listTitles = (isListed: (cell: DisclosedCell) => boolean): Words[] =>
    context.project.measures
      .map(({ declaration }) => declaration)
      .filter(({ id }) => own.some((cell) => cell.measure === id && isListed(cell)))
      .map(({ title }) => title);
  return {
    packs: compared.map((each) => viewComparedPack(context, own, each)),
    standsBelow: edition.hide_below > 0 ? edition.hide_below : null,
    hidden: listTitles((cell) => compared.some(({ cells }) => isNewlyHidden(cell, cells))),
  };
}

function viewComparedPack(
  { project, findChanges }: Pick<RenderContext, 'project' | 'findChanges'>,
  own: readonly DisclosedCell[],
  compared: ComparedRelease,
): ComparedPack {
  const { quarter, asAt } = compared.pack;
  const since = findChanges(compared.pack);
  const extracts = new Map(project.contracts.map(({ extract, title }) => [extract, title]));
  const revised = findRevisedCells(compared, own);
  return {
    quarter,
    asAt,
    isSameQuarter: compared.isSameQuarter,
    measures: project.measures.flatMap(({ declaration }) => {
      const { id } = declaration;
      const because = listReasons(since.deliveries.get(id) ?? [], extracts);
      const decided = since.decidedOn.get(id) ?? null;
      const changed = revised.filter(({ cell }) => cell.measure === id);
      return viewRevisedMeasure(declaration, changed, { because, decided });
    }),
  };
}

function viewRevisedMeasure(
  { title }: Declaration,
  changed: readonly RevisedCell[],
  reasons: Pick<RevisedMeasure, 'because' | 'decided'>,
): RevisedMeasure[] {
  if (changed.length === 0) return [];
  const headlines = changed.filter(({ cell }) => cell.breakdown === 'total').sort(newestFirst);
  const [headline] = headlines;
  const figure = headline
    ? { window: headline.cell.window, then: headline.then, now: headline.now }
    : null;
  return [{ title, figure, others: changed.length - (figure ? 1 : 0), ...reasons }];
}

function newestFirst({ cell: one }: RevisedCell, { cell: other }: RevisedCell): number {
  return compareText(other.window.ends, one.window.ends);
}

function isNewlyHidden(cell: DisclosedCell, cells: ComparedRelease['cells']): boolean {
  return cell.status === 'hidden' && cells.get(cellKey(cell))?.status === 'shown';
}

function listReasons(
  deliveries: readonly LedgerEntry[],
  titles: ReadonlyMap<string, Words>,
): RevisedMeasure['because'] {
  return deliveries.flatMap(({ extract, known_from }) => {
    const title = titles.get(extract);
    return title ? [{ title, day: known_from }] : [];
  });
}

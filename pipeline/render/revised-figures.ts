// Figures of the last pack and of this one → the page of revised figures, as one edition may show it.
import type { LedgerEntry } from '../deliveries/ledger.js';
import { isCarriedForward, type DisclosedCell, type ShownCell } from '../disclosure/disclosed.js';
import { cellKey, type PreviousReleases } from '../disclosure/released.js';
import type { RenderContext } from './context.js';
import type { EditionFigures } from '../editions/disclose-edition.js';
import { compareText } from '../domain/compare-text.js';
import type { Words } from '../domain/language.js';
import type { Declaration } from '../measures/declaration.js';
import type { RevisedFigures, RevisedMeasure } from '../pack/input.js';

type PreviousCell = PreviousReleases[number] extends ReadonlyMap<string, infer Each> ? Each : never;
type RevisedCell = { readonly cell: DisclosedCell & ShownCell; readonly previous: PreviousCell };

/**
 * Every measure whose figures differ from the last pack, newest year first; and those whose old figures are republished,
 * or suppressed, because the change is of too few children. Null for the first pack.
 */
export function viewRevisedFigures(
  { project, since }: Pick<RenderContext, 'project' | 'since'>,
  { disclosed, last }: Pick<EditionFigures, 'disclosed' | 'last'>,
): RevisedFigures | null {
  if (since.pack === null || last === null) return null;
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const titled = project.measures.map(({ declaration }) => declaration);
  const selectCells = (id: string): DisclosedCell[] => own.filter(({ measure }) => measure === id);
  const extracts = new Map(project.contracts.map(({ extract, title }) => [extract, title]));
  return {
    previous: { quarter: since.pack.quarter, asAt: since.pack.asAt },
    measures: titled.flatMap((declaration) => {
      const { id } = declaration;
      const because = listReasons(since.deliveries.get(id) ?? [], extracts);
      const decided = since.decidedOn.get(id) ?? null;
      return viewRevisedMeasure(declaration, selectCells(id), last, { because, decided });
    }),
    republished: titled
      .filter(({ id }) => selectCells(id).some(isCarriedForward))
      .map(({ title }) => title),
    hidden: titled
      .filter(({ id }) => selectCells(id).some((cell) => isNewlyHidden(cell, last)))
      .map(({ title }) => title),
  };
}

function viewRevisedMeasure(
  { title }: Declaration,
  own: readonly DisclosedCell[],
  last: PreviousReleases[number],
  reasons: Pick<RevisedMeasure, 'because' | 'decided'>,
): RevisedMeasure[] {
  const changed = own.flatMap((cell) => findRevision(cell, last)).sort(newestFirst);
  const headline = changed.find(({ cell }) => cell.breakdown === 'total');
  if (changed.length === 0) return [];
  const figure = headline
    ? { window: headline.cell.window, then: headline.previous, now: headline.cell }
    : null;
  return [{ title, figure, others: changed.length - (figure ? 1 : 0), ...reasons }];
}

function findRevision(cell: DisclosedCell, last: PreviousReleases[number]): RevisedCell[] {
  const previous = last.get(cellKey(cell));
  if (cell.status !== 'shown' || previous?.status !== 'shown') return [];
  const same = previous.numerator === cell.numerator && previous.denominator === cell.denominator;
  return same ? [] : [{ cell, previous }];
}

function newestFirst({ cell: one }: RevisedCell, { cell: other }: RevisedCell): number {
  return compareText(other.window.ends, one.window.ends);
}

function isNewlyHidden(cell: DisclosedCell, last: PreviousReleases[number]): boolean {
  return cell.status === 'hidden' && last.get(cellKey(cell))?.status === 'shown';
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

// One edition's results → the figure of each measure, drawn in one language.
import { setImmediate } from 'node:timers/promises';
import { selectMeasureCells, type DisclosedCell } from '../disclosure/disclosed.js';
import type { RenderContext } from './context.js';
import { viewGrade } from './data-quality.js';
import type { EditionFigures } from '../editions/disclose-edition.js';
import type { Language } from '../domain/language.js';
import type { FigureWords } from '../figures/words.js';
import { addFunnel } from './family-funnel.js';
import { attachAnswerRange } from '../figures/answer-range.js';
import { attachEntries } from '../figures/entries.js';
import { attachReturnQuarter } from '../figures/return-quarter.js';
import { buildFigure } from '../figures/build.js';
import { buildDecisionsFigure } from '../figures/relative-page.js';
import type { DecisionResults } from '../figures/relative-stages.js';
import type { Declaration } from '../measures/declaration.js';
import { isPool } from '../measures/windows.js';
import type { MeasurePage } from '../pack/input.js';
import { addLinkSensitivity, addCurve, addQuarters, addSupplement } from './supplements.js';

/** Draws every measure of one edition in one language, in the order of the sections. */
export async function drawPages(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
): Promise<MeasurePage[]> {
  const { outline, wording } = context;
  const words = wording[language].figures;
  const order = outline.sections.map(({ id }) => id);
  const declared = figures.measures
    .filter(({ section }) => order.includes(section))
    .sort((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
  const pages: MeasurePage[] = [];
  for (const declaration of declared) {
    pages.push(await drawPage(context, figures, { declaration, declared, words }));
    // The browser that prints the document before this one waits for answers.
    await setImmediate();
  }
  return pages;
}

/** A measure as a finding: one that is a line of a table has its trend drawn. */
export async function drawFindingPage(
  context: RenderContext,
  figures: EditionFigures,
  subject: PageSubject,
): Promise<MeasurePage> {
  const { declaration } = subject;
  const drawn: Declaration =
    declaration.chart === 'row' ? { ...declaration, chart: 'trend' } : declaration;
  const page = await drawPage(context, figures, { ...subject, declaration: drawn });
  return { ...page, declaration };
}

/** A measure among the others of its pack, in one language. */
interface PageSubject {
  readonly declaration: Declaration;
  readonly declared: readonly Declaration[];
  readonly words: FigureWords;
}

async function drawPage(
  context: RenderContext,
  figures: EditionFigures,
  { declaration, declared, words }: PageSubject,
): Promise<MeasurePage> {
  const { drawing } = context;
  const { disclosed, quarters, curves, supplements, linkSensitivities, answerRanges } = figures;
  const decisions =
    declaration.chart === 'decisions' ? selectDecisions(declaration, declared, disclosed) : null;
  const figure = decisions
    ? await buildDecisionsFigure(decisions, words, drawing)
    : await buildFigure(declaration, selectOwnWindows(disclosed, declaration), words, drawing);
  const results = { disclosed, curves };
  const curved = await addCurve(figure, declaration, declared, results, words, drawing);
  const supplemented = addSupplement(curved, declaration, supplements, words);
  const about = decisions?.map((each) => each.declaration) ?? [declaration];
  const ranged = about.reduce(
    (drawn, each) => addLinkSensitivity(drawn, each, linkSensitivities, words),
    supplemented,
  );
  const own = selectMeasureCells(disclosed, declaration.id);
  const behind = selectMeasureCells(disclosed, declaration.hidden_with ?? '');
  const entered = attachEntries(ranged, declaration, own, behind, words);
  const answered = attachAnswerRange(entered, declaration, answerRanges, words);
  const beside = attachReturnQuarter(answered, declaration, quarters, words);
  const charted = await addQuarters(beside, declaration, quarters, words, drawing);
  return {
    declaration,
    figure: await addFunnel(charted, declaration, own, words, drawing),
    ...viewGrade(context, figures.edition.hide_below, declaration.id),
  };
}

/**
 * The decisions told on a page, in the order they are taken: its own measure's, and those of its section that have no
 * page. One whose extract never came is left out.
 */
export function selectDecisions(
  page: Declaration,
  declared: readonly Declaration[],
  disclosed: readonly DisclosedCell[],
): DecisionResults[] {
  return declared
    .filter(({ chart, section }) => chart === 'decision' && section === page.section)
    .map((declaration) => ({
      declaration,
      disclosed: selectMeasureCells(disclosed, declaration.id),
    }))
    .filter((decision) => decision.disclosed.some(({ status }) => status !== 'no data'))
    .concat({ declaration: page, disclosed: selectMeasureCells(disclosed, page.id) })
    .sort((one, other) => one.declaration.order - other.declaration.order);
}

/** A measure's results in windows of its own length; pooled windows are shown only where decisions are compared. */
export function selectOwnWindows(
  disclosed: readonly DisclosedCell[],
  declaration: Declaration,
): DisclosedCell[] {
  return selectMeasureCells(disclosed, declaration.id).filter(
    ({ window }) => !isPool(declaration, window),
  );
}

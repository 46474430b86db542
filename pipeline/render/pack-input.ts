// What one edition may see of a pack, and words → all that its documents in one language have in common.
import { selectMeasureCells, type DisclosedCell } from '../disclosure/disclosed.js';
import type { Language } from '../domain/language.js';
import type { EditionFigures } from '../editions/disclose-edition.js';
import type { Declaration } from '../measures/declaration.js';
import { writeBriefing, type BriefingInput, type BriefingMeasure } from '../pack/briefing.js';
import { hasPart } from '../pack/forms.js';
import type { MeasurePage, PackInput } from '../pack/input.js';
import type { Outline } from '../pack/outline.js';
import { createSay } from '../pack/phrases.js';
import { viewNarrative, type NarrativeViews } from './commentary.js';
import type { RenderContext } from './context.js';
import { viewDataQuality } from './data-quality.js';
import { drawPages, selectOwnWindows } from './measure-pages.js';
import { buildShortPack } from './short-pack.js';
import { viewRevisedFigures } from './revised-figures.js';

/** Draws every measure for one edition and language, and gathers all that its documents have in common. */
export async function buildPackInput(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
): Promise<Omit<PackInput, 'document'>> {
  const { edition, disclosed } = figures;
  const { settings, populations, outline, quarter, asAt, draft } = context;
  const hasPages = hasPart(context.form, 'sections');
  const pages = await drawPages(hasPages ? context : removeCharts(context), figures, language);
  const { name, title, marking, hide_below } = edition;
  const narrative = viewNarrative(context, disclosed, language, edition);
  const briefed = collectBriefingInput(context, pages, disclosed, narrative);
  const sources = { figures, words: context.wording[language].figures, narrative, briefed };
  const isShort = hasPart(context.form, 'main-points', 'fairness', 'findings');
  return {
    form: context.form,
    ...selectWrittenPages(narrative),
    revisions: viewRevisedFigures(context, figures),
    language,
    service: settings.service,
    edition: { name, title, marking, hides: hide_below > 0 },
    quarter,
    asAt,
    ...describeCover(settings),
    draft,
    isBilingual: settings.languages.includes('cy'),
    sections: buildSections(
      outline,
      addReviews(pages, disclosed, narrative),
      narrative.findCommentary,
    ),
    briefing: writeBriefing(briefed),
    short: isShort ? await buildShortPack(context, sources) : null,
    populations,
    published: listPublishedSources(context.published, disclosed),
    quality: describeQuality(context, hide_below, language),
    uncovered: outline.uncovered,
  };
}

/** The pages that a service writes or keeps itself. */
function selectWrittenPages({
  memory,
  progress,
  caseStudy,
}: NarrativeViews): Pick<PackInput, 'memory' | 'progress' | 'caseStudy'> {
  return { memory, progress, caseStudy };
}

/** The differences from published figures that a person signed stand under the figure. */
function addReviews(
  pages: readonly MeasurePage[],
  disclosed: readonly DisclosedCell[],
  { writeReviews }: NarrativeViews,
): MeasurePage[] {
  return pages.map((page) => {
    const { id } = page.declaration;
    const notes = writeReviews(id, selectMeasureCells(disclosed, id));
    return { ...page, figure: { ...page.figure, notes: [...page.figure.notes, ...notes] } };
  });
}

function collectBriefingInput(
  { outline }: RenderContext,
  pages: readonly MeasurePage[],
  disclosed: readonly DisclosedCell[],
  { stalled }: NarrativeViews,
): BriefingInput {
  const reviewed = outline.sections.filter(({ case_review }) => case_review).map(({ id }) => id);
  return {
    measures: selectBriefingMeasures(pages, outline, disclosed),
    reviewed: new Set(reviewed),
    stalled,
    rules: outline.briefing,
  };
}

/** For a form without pages of measures: their words are needed all the same, their drawings are not. */
function removeCharts(context: RenderContext): RenderContext {
  return { ...context, drawing: { ...context.drawing, draw: () => Promise.resolve('') } };
}

function describeQuality(
  { quality, templates }: RenderContext,
  hideBelow: number,
  language: Language,
): PackInput['quality'] {
  const say = createSay(templates.words[language].pack, 'pack.yaml');
  return viewDataQuality(quality, hideBelow, language, say);
}

/** What the cover says beside the service and the quarter. */
function describeCover({
  board_day,
  next_release,
  contact,
  synthetic,
}: RenderContext['settings']): Pick<
  PackInput,
  'boardDay' | 'nextRelease' | 'contact' | 'synthetic'
> {
  return {
    boardDay: board_day ?? null,
    nextRelease: next_release ?? null,
    contact: contact ?? null,
    synthetic,
  };
}

function buildSections(
  { sections }: Outline,
  pages: readonly MeasurePage[],
  findCommentary: NarrativeViews['findCommentary'],
): PackInput['sections'] {
  return sections
    .map((section) => ({
      ...section,
      commentary: findCommentary(section.id),
      measures: pages.filter(({ declaration }) => declaration.section === section.id),
    }))
    .filter(({ measures }) => measures.length > 0);
}

function selectBriefingMeasures(
  pages: readonly MeasurePage[],
  { sections }: Outline,
  disclosed: readonly DisclosedCell[],
): BriefingMeasure[] {
  return sections.flatMap(({ id, asked }) =>
    pages
      .filter(({ declaration: { section, chart } }) => section === id && chart !== 'decision')
      .map(({ declaration }) => ({
        declaration,
        asked,
        disclosed: selectOwnWindows(disclosed, declaration),
        decisions:
          declaration.chart === 'decisions'
            ? listOtherDecisions(declaration, pages, disclosed)
            : [],
      })),
  );
}

/** The decisions that a page sets side by side with its own. */
function listOtherDecisions(
  { section }: Declaration,
  pages: readonly MeasurePage[],
  disclosed: readonly DisclosedCell[],
): Pick<BriefingMeasure, 'declaration' | 'disclosed'>[] {
  return pages
    .filter(
      ({ declaration }) => declaration.section === section && declaration.chart === 'decision',
    )
    .map(({ declaration }) => ({
      declaration,
      disclosed: selectOwnWindows(disclosed, declaration),
    }));
}

/** The publications that stand beside the figures of this pack, each once. */
function listPublishedSources(
  published: RenderContext['published'],
  disclosed: readonly DisclosedCell[],
): PackInput['published'] {
  const shown = new Set(
    disclosed.filter(({ origin }) => origin === 'published').map(({ source }) => source),
  );
  const sources = published
    .filter(({ source }) => shown.has(source))
    .map(({ source, publishedOn }) => [source, { source, publishedOn }] as const);
  return [...new Map(sources).values()];
}

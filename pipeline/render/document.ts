// What each edition may see, and words → the HTML documents of a pack.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Language } from '../domain/language.js';
import { writeBriefing, type BriefingMeasure } from '../pack/briefing.js';
import type { MeasurePage, PackInput } from '../pack/input.js';
import type { Outline } from '../pack/outline.js';
import { writePackHtml, packTitle } from '../pack/pack.js';
import { createSay } from '../pack/phrases.js';
import { checkNarrative, viewNarrative, type NarrativeViews } from './commentary.js';
import type { RenderContext } from './context.js';
import { viewDataQuality } from './data-quality.js';
import type { DisclosedPack, EditionFigures } from '../editions/disclose-edition.js';
import type { Declaration } from '../measures/declaration.js';
import { drawPages, selectOwnWindows } from './measure-pages.js';
import type { PrintJob } from '../print/print-job.js';
import { viewRevisedFigures } from './revised-figures.js';

/**
 * Draws and writes every document of a pack, edition by edition, one as it is asked for. Throws `Stopped` before the
 * first where a sentence of the service is not what its figures say.
 */
export async function* writeDocuments(
  context: RenderContext,
  { editions, mostOpen }: DisclosedPack,
  languages: readonly Language[],
): AsyncGenerator<PrintJob> {
  checkNarrative(context, mostOpen);
  for (const figures of editions)
    for (const language of languages) yield await writeDocument(context, figures, language);
}

/** Draws and writes one document, ready to print. */
export async function writeDocument(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
): Promise<PrintJob> {
  const input = await buildPackInput(context, figures, language);
  return {
    name: `${figures.edition.name}/pack.${language}`,
    html: writePackHtml(input, context.templates),
    language,
    title: packTitle(input, context.templates),
    dated: context.asAt,
  };
}

async function buildPackInput(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
): Promise<PackInput> {
  const { edition, disclosed } = figures;
  const { settings, populations, outline, quarter, asAt, draft, quality, templates } = context;
  const pages = await drawPages(context, figures, language);
  const reviewed = outline.sections.filter(({ case_review }) => case_review).map(({ id }) => id);
  const { name, title, marking, hide_below } = edition;
  const narrative = viewNarrative(context, disclosed, language, edition);
  return {
    memory: narrative.memory,
    revisions: viewRevisedFigures(context, figures),
    language,
    service: settings.service,
    edition: { name, title, marking, hides: hide_below > 0 },
    quarter,
    asAt,
    ...describeCover(settings),
    draft,
    isBilingual: settings.languages.includes('cy'),
    sections: buildSections(outline, pages, narrative.findCommentary),
    briefing: writeBriefing({
      measures: selectBriefingMeasures(pages, outline, disclosed),
      reviewed: new Set(reviewed),
      stalled: narrative.stalled,
      rules: outline.briefing,
    }),
    populations,
    published: listPublishedSources(context.published, disclosed),
    quality: viewDataQuality(
      quality,
      hide_below,
      language,
      createSay(templates.words[language].pack, 'pack.yaml'),
    ),
    uncovered: outline.uncovered,
  };
}

/** What the cover says beside the service and the quarter. */
function describeCover({
  board_day,
  contact,
  synthetic,
}: RenderContext['settings']): Pick<PackInput, 'boardDay' | 'contact' | 'synthetic'> {
  return { boardDay: board_day ?? null, contact: contact ?? null, synthetic };
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

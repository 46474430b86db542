// Results and words → the HTML documents of one edition, in every language.
import { join } from 'node:path';
import { disclose, type Sensitivity } from './disclosure/disclose.js';
import type { Disclosed } from './disclosure/disclosed.js';
import type { Edition } from './disclosure/edition.js';
import type { Language } from './domain/language.js';
import type { Day, Quarter } from './domain/period.js';
import { buildFigure } from './figures/build.js';
import { openDrawing, type Drawing } from './figures/draw.js';
import { loadFigureWords } from './figures/words.js';
import { writeBriefing } from './pack/briefing.js';
import type { MeasurePage, PackInput } from './pack/input.js';
import { readOutline, type Outline } from './pack/outline.js';
import { buildPack, packTitle } from './pack/pack.js';
import { phrasesOf } from './pack/phrases.js';
import { readTemplates, type Templates } from './pack/templates.js';
import type { Project } from './project.js';
import type { PrintJob } from './publish/pdf.js';
import { addQuarters, quartersFor } from './quarters.js';
import { qualityIn, type QualityFacts } from './quality.js';
import type { Results } from './results.js';
import type { Settings } from './settings.js';

/** What every document of a pack has in common. */
export interface Printing {
  readonly project: Project;
  readonly settings: Settings;
  readonly quarter: Quarter;
  readonly asAt: Day;
  readonly results: Results;
  readonly quality: QualityFacts;
  readonly outline: Outline;
  readonly templates: Templates;
  readonly drawing: Drawing;
}

/** One edition, ready to print: what it may see, and its documents. */
export interface EditionDocuments {
  readonly edition: Edition;
  readonly disclosed: readonly Disclosed[];
  readonly documents: readonly PrintJob[];
}

/** Reads the outline, templates and shapes that documents are made with. */
export function openPrinting(made: Omit<Printing, 'outline' | 'templates' | 'drawing'>): Printing {
  const templates = join(made.project.folder, 'templates');
  return {
    ...made,
    outline: readOutline(join(made.project.folder, 'reports', 'packs', 'quarterly.yaml')),
    templates: readTemplates(templates),
    drawing: openDrawing(templates),
  };
}

/** Discloses once for the edition, then draws and writes it in each language. */
export async function writeEdition(
  printing: Printing,
  edition: Edition,
  languages: readonly Language[],
): Promise<EditionDocuments> {
  const { results, project, asAt } = printing;
  const sensitivities = sensitivitiesOf(project);
  const disclosed = disclose(results.values, sensitivities, edition.hide_below);
  const years = { values: results.values, disclosed };
  const quarters = quartersFor(results.quarters, years, sensitivities, edition.hide_below);
  const documents: PrintJob[] = [];
  for (const language of languages) {
    const input = await packInput(printing, edition, disclosed, quarters, language);
    const html = buildPack(input, printing.templates);
    const title = packTitle(input, printing.templates);
    documents.push({
      name: `${edition.name}/pack.${language}`,
      html,
      language,
      title,
      dated: asAt,
    });
  }
  return { edition, disclosed: [...disclosed, ...quarters], documents };
}

/** What the rule of an edition needs to know of each measure. */
export function sensitivitiesOf({ measures }: Project): Map<string, Sensitivity> {
  return new Map(
    measures.map(({ declaration: { id, kind, hidden_with } }) => [
      id,
      { kind, hiddenWith: hidden_with ?? null },
    ]),
  );
}

async function packInput(
  printing: Printing,
  edition: Edition,
  disclosed: readonly Disclosed[],
  quarters: readonly Disclosed[],
  language: Language,
): Promise<PackInput> {
  const { settings, results, outline, quarter, asAt, quality, templates } = printing;
  const pages = await drawPages(printing, disclosed, quarters, language);
  const reviewed = outline.sections.filter(({ case_review }) => case_review).map(({ id }) => id);
  const { name, title, marking, hide_below } = edition;
  return {
    language,
    service: settings.service,
    edition: { name, title, marking, hides: hide_below > 0 },
    quarter,
    asAt,
    synthetic: settings.synthetic,
    sections: outline.sections
      .map((section) => ({
        ...section,
        measures: pages.filter(({ declaration }) => declaration.section === section.id),
      }))
      .filter(({ measures }) => measures.length > 0),
    briefing: writeBriefing(
      pages.map(({ declaration }) => ({
        declaration,
        disclosed: ofMeasure(disclosed, declaration.id),
      })),
      new Set(reviewed),
    ),
    populations: results.populations,
    published: publishedSources(results, pages),
    quality: qualityIn(quality, hide_below, phrasesOf(templates.words[language].pack, 'pack.yaml')),
    uncovered: outline.uncovered,
  };
}

async function drawPages(
  { project, outline, drawing, settings }: Printing,
  disclosed: readonly Disclosed[],
  quarters: readonly Disclosed[],
  language: Language,
): Promise<MeasurePage[]> {
  const templates = join(project.folder, 'templates');
  const words = loadFigureWords(templates, language, settings.service[language]);
  const order = outline.sections.map(({ id }) => id);
  const declared = project.measures
    .map(({ declaration }) => declaration)
    .filter(({ section }) => order.includes(section))
    .sort((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
  const pages: MeasurePage[] = [];
  for (const declaration of declared) {
    const own = ofMeasure(disclosed, declaration.id);
    const figure = await buildFigure(declaration, own, words, drawing);
    pages.push({
      declaration,
      figure: await addQuarters(figure, declaration, quarters, words, drawing),
    });
  }
  return pages;
}

function ofMeasure(disclosed: readonly Disclosed[], id: string): Disclosed[] {
  return disclosed.filter(({ measure }) => measure === id);
}

/** The publications that stand beside the figures of this pack, each once. */
function publishedSources(
  { published }: Results,
  pages: readonly MeasurePage[],
): PackInput['published'] {
  const shown = new Set(pages.map(({ declaration }) => declaration.id));
  const sources = published
    .filter(({ measure }) => shown.has(measure))
    .map(({ source, publishedOn }) => [source, { source, publishedOn }] as const);
  return [...new Map(sources).values()];
}

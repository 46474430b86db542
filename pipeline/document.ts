// Disclosed figures, words and receipts → the HTML of one edition in one language.
import { join } from 'node:path';
import type { Disclosed } from './disclosure/disclosed.js';
import type { Edition } from './disclosure/edition.js';
import type { Language } from './domain/language.js';
import type { Day, Quarter } from './domain/period.js';
import { buildFigure } from './figures/build.js';
import type { Drawing } from './figures/draw.js';
import { loadFigureWords } from './figures/words.js';
import { writeBriefing } from './pack/briefing.js';
import type { DataQuality, MeasurePage, PackInput } from './pack/input.js';
import type { Outline } from './pack/outline.js';
import { buildPack } from './pack/pack.js';
import type { Templates } from './pack/templates.js';
import type { Project } from './project.js';
import type { Results } from './results.js';
import type { Settings } from './settings.js';

/** What every document of a pack has in common. */
export interface Printing {
  readonly project: Project;
  readonly settings: Settings;
  readonly quarter: Quarter;
  readonly asAt: Day;
  readonly results: Results;
  readonly outline: Outline;
  readonly templates: Templates;
  readonly drawing: Drawing;
}

/** Writes one document: the figures drawn and worded, the briefing, and the pages around them. */
export async function writeDocument(
  printing: Printing,
  edition: Edition,
  disclosed: readonly Disclosed[],
  quality: DataQuality,
  language: Language,
): Promise<string> {
  const { settings, results, outline, templates, quarter, asAt } = printing;
  const pages = await drawPages(printing, disclosed, language);
  const briefed = pages.map(({ declaration }) => ({
    declaration,
    disclosed: disclosed.filter(({ measure }) => measure === declaration.id),
  }));
  const reviewed = outline.sections.filter(({ case_review }) => case_review).map(({ id }) => id);
  const input: PackInput = {
    language,
    service: settings.service,
    edition: {
      name: edition.name,
      title: edition.title,
      marking: edition.marking,
      hides: edition.hide_below > 0,
    },
    quarter,
    asAt,
    synthetic: settings.synthetic,
    sections: outline.sections.map((section) => ({
      ...section,
      measures: pages.filter(({ declaration }) => declaration.section === section.id),
    })),
    briefing: writeBriefing(briefed, new Set(reviewed)),
    populations: results.populations,
    published: publishedSources(results, pages),
    quality,
    uncovered: outline.uncovered,
  };
  return buildPack(input, templates);
}

async function drawPages(
  { project, outline, drawing, settings }: Printing,
  disclosed: readonly Disclosed[],
  language: Language,
): Promise<MeasurePage[]> {
  const words = loadFigureWords(join(project.folder, 'templates'), language, settings.service[language]);
  const order = outline.sections.map(({ id }) => id);
  const declared = project.measures
    .map(({ declaration }) => declaration)
    .filter(({ section }) => order.includes(section))
    .sort((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
  const pages: MeasurePage[] = [];
  for (const declaration of declared) {
    const own = disclosed.filter(({ measure }) => measure === declaration.id);
    pages.push({ declaration, figure: await buildFigure(declaration, own, words, drawing) });
  }
  return pages;
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

// Results and words → the HTML documents of one edition, in every language.
import { join } from 'node:path';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Language } from '../domain/language.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Band } from '../domain/link-sensitivity.js';
import type { Graded } from '../results/measure-grades.js';
import { openDrawing, type Drawing } from '../figures/draw.js';
import { writeBriefing, type BriefedMeasure } from '../pack/briefing.js';
import type { MeasurePage, PackInput } from '../pack/input.js';
import { readOutline, type Outline } from '../pack/outline.js';
import { buildPack, packTitle } from '../pack/pack.js';
import { phrasesOf } from '../pack/phrases.js';
import { readTemplates, type Templates } from '../pack/templates.js';
import { readNarrative, viewNarrative, type Narrative, type NarrativeViews } from './commentary.js';
import type { OpenEdition } from '../editions/disclose-edition.js';
import { drawPages, mainOf } from './measure-pages.js';
import type { Project } from '../config/project.js';
import type { PrintJob } from '../print/pdf.js';
import { qualityIn, type QualityFacts } from '../results/quality-facts.js';
import type { Results } from '../results/results.js';
import { restatedIn } from './revised-figures.js';
import type { Since } from '../results/revisions.js';
import type { Settings } from '../config/settings.js';
import { readWording, type Wording } from './words.js';

/** What every document of a pack has in common. */
export interface Printing {
  readonly project: Project;
  readonly settings: Settings;
  readonly quarter: Quarter;
  readonly asAt: Day;
  /** Whether every page says that it is a draft. */
  readonly draft: boolean;
  readonly results: Results;
  /** How far likely links that wait for a person could move the measures that rest on links. */
  readonly bands: readonly Band[];
  readonly quality: QualityFacts;
  readonly grades: ReadonlyMap<string, Graded>;
  /** The last pack of an earlier quarter, and what has come since. */
  readonly since: Since;
  readonly outline: Outline;
  readonly templates: Templates;
  readonly drawing: Drawing;
  readonly wording: Wording;
  readonly narrative: Narrative;
}

/** What documents are made with, whatever was counted: read while the database counts. */
export type House = Pick<Printing, 'outline' | 'templates' | 'drawing' | 'wording' | 'narrative'>;

/** Reads the outline, templates, shapes and words, and what the service writes. Throws `Stopped` with all that is wrong there. */
export function openHouse(project: Project, settings: Settings, quarter: Quarter): House {
  const templates = join(project.folder, 'templates');
  const outline = readOutline(join(project.folder, 'reports', 'packs', 'quarterly.yaml'));
  const sections = outline.sections.map(({ id }) => id);
  return {
    outline,
    templates: readTemplates(templates),
    drawing: openDrawing(templates),
    wording: readWording(project, settings),
    narrative: readNarrative(project, settings, quarter, sections),
  };
}

/** Draws and writes one document, ready to print. */
export async function writeDocument(
  printing: Printing,
  open: OpenEdition,
  language: Language,
): Promise<PrintJob> {
  const input = await packInput(printing, open, language);
  return {
    name: `${open.edition.name}/pack.${language}`,
    html: buildPack(input, printing.templates),
    language,
    title: packTitle(input, printing.templates),
    dated: printing.asAt,
  };
}

async function packInput(
  printing: Printing,
  open: OpenEdition,
  language: Language,
): Promise<PackInput> {
  const { edition, disclosed } = open;
  const { settings, results, outline, quarter, asAt, draft, quality, templates } = printing;
  const pages = await drawPages(printing, open, language);
  const reviewed = outline.sections.filter(({ case_review }) => case_review).map(({ id }) => id);
  const { name, title, marking, hide_below } = edition;
  const narrative = viewNarrative(printing, disclosed, language, hide_below);
  return {
    memory: narrative.memory,
    restated: restatedIn(printing, open),
    language,
    service: settings.service,
    edition: { name, title, marking, hides: hide_below > 0 },
    quarter,
    asAt,
    draft,
    synthetic: settings.synthetic,
    inWelsh: settings.languages.includes('cy'),
    sections: sectionsOf(outline, pages, narrative.commentaryOf),
    briefing: writeBriefing({
      measures: briefed(pages, outline, disclosed),
      reviewed: new Set(reviewed),
      unmoved: narrative.unmoved,
      rules: outline.briefing,
    }),
    populations: results.populations,
    published: publishedSources(results, pages),
    quality: qualityIn(
      quality,
      hide_below,
      language,
      phrasesOf(templates.words[language].pack, 'pack.yaml'),
    ),
    uncovered: outline.uncovered,
  };
}

function sectionsOf(
  { sections }: Outline,
  pages: readonly MeasurePage[],
  commentaryOf: NarrativeViews['commentaryOf'],
): PackInput['sections'] {
  return sections
    .map((section) => ({
      ...section,
      commentary: commentaryOf(section.id),
      measures: pages.filter(({ declaration }) => declaration.section === section.id),
    }))
    .filter(({ measures }) => measures.length > 0);
}

function briefed(
  pages: readonly MeasurePage[],
  { sections }: Outline,
  disclosed: readonly Disclosed[],
): BriefedMeasure[] {
  return sections.flatMap(({ id, asked }) =>
    pages
      .filter(({ declaration: { section, chart } }) => section === id && chart !== 'decision')
      .map(({ declaration }) => ({
        declaration,
        asked,
        disclosed: mainOf(disclosed, declaration),
      })),
  );
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

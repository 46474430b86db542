// Results and words → the HTML documents of one edition, in every language.
import { join } from 'node:path';
import { bandsFor } from './bands.js';
import { asGiven } from './disclosure/as-given.js';
import { disclose, type Sensitivity } from './disclosure/disclose.js';
import type { Disclosed } from './disclosure/disclosed.js';
import type { Edition } from './disclosure/edition.js';
import type { Language } from './domain/language.js';
import { isOfNobody, type Declaration } from './measures/declaration.js';
import type { Day, Quarter } from './domain/period.js';
import { curvesFor } from './following.js';
import type { Band } from './domain/band.js';
import { tellingsFor } from './tellings.js';
import type { Graded } from './grades.js';
import { openDrawing, type Drawing } from './figures/draw.js';
import { writeBriefing, type BriefedMeasure } from './pack/briefing.js';
import type { MeasurePage, PackInput } from './pack/input.js';
import type { Before } from './made-pack.js';
import { readOutline, type Outline } from './pack/outline.js';
import { buildPack, packTitle } from './pack/pack.js';
import { phrasesOf } from './pack/phrases.js';
import { readTemplates, type Templates } from './pack/templates.js';
import {
  checkNarrative,
  readNarrative,
  viewNarrative,
  type Narrative,
  type NarrativeViews,
} from './narrative.js';
import { drawPages, mainOf } from './pages.js';
import type { Project } from './project.js';
import type { PrintJob } from './publish/pdf.js';
import { quartersFor, quartersListed } from './quarters.js';
import { qualityIn, type QualityFacts } from './quality.js';
import type { Results } from './results.js';
import { restatedIn } from './restated.js';
import type { Since } from './restatements.js';
import type { Settings } from './settings.js';
import { readWording, type Wording } from './wording.js';

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

/** One edition: what it may see, of its years, of its quarters, of its curves and of what else is told. */
export interface OpenEdition {
  readonly edition: Edition;
  /** What the last pack of an earlier quarter gave, or null. */
  readonly last: Before['last'];
  readonly disclosed: readonly Disclosed[];
  readonly quarters: ReturnType<typeof quartersFor>;
  readonly curves: ReturnType<typeof curvesFor>;
  readonly tellings: ReturnType<typeof tellingsFor>;
  readonly bands: ReturnType<typeof bandsFor>;
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

/**
 * Holds what the service writes to the figures of a pack, and is then ready to write its documents. Throws `Stopped`
 * where a sentence is not what the figures say.
 */
export function openPrinting(made: Omit<Printing, keyof House>, house: House): Printing {
  const { project, results } = made;
  const most = Math.min(...project.editions.map(({ hide_below }) => hide_below));
  checkNarrative({ ...house, project }, disclose(results.values, sensitivitiesOf(project), most));
  return { ...made, ...house };
}

/** Discloses a pack's results for one edition, beside what its packs before gave, once for all its languages. */
export function discloseEdition(
  { results, bands: counted, project }: Printing,
  edition: Edition,
  { earlier, last, own }: Before,
): OpenEdition {
  const sensitivities = sensitivitiesOf(project);
  const all = disclose(results.values, sensitivities, edition.hide_below, earlier);
  const disclosed = own ? asGiven(all, own) : all;
  const years = { values: results.values, disclosed };
  const ofQuarters = quartersFor(
    results.quarters,
    years,
    sensitivities,
    edition.hide_below,
    earlier,
  );
  const quarters = own ? asGiven(ofQuarters, own) : ofQuarters;
  const declarations = project.measures.map(({ declaration }) => declaration);
  const curves = curvesFor(results.curves, declarations, disclosed, edition.hide_below);
  const tellings = tellingsFor(results.tellings, disclosed, edition.hide_below);
  const bands = bandsFor(
    counted,
    (id) => sensitivities.get(id)?.kind ?? 'count',
    edition.hide_below,
  );
  return { edition, last, disclosed, quarters, curves, tellings, bands };
}

/** Everything an edition's figures file lists: its years, then its quarters. */
export function listedIn({ disclosed, quarters }: OpenEdition): readonly Disclosed[] {
  return [...disclosed, ...quartersListed(quarters)];
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

/** What the rule of an edition needs to know of each measure. */
export function sensitivitiesOf({ measures }: Project): Map<string, Sensitivity> {
  return new Map(measures.map(({ declaration }) => [declaration.id, sensitivityOf(declaration)]));
}

function sensitivityOf(declaration: Declaration): Sensitivity {
  const { kind, base, reference, hidden_with, part_of, drawn_from, sum_of } = declaration;
  return {
    kind: kind === 'relative_rate' && base === 'children' ? 'relative_share' : kind,
    hiddenWith: hidden_with ?? null,
    partOf: part_of,
    drawnFrom: drawn_from,
    sumOf: sum_of,
    ofNobody: isOfNobody(declaration),
    reference,
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

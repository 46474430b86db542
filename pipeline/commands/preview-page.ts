// One measure, a draft or not, and the deliveries known → the pages of the board's own pack that show it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { selectKnownDeliveries, readLedger } from '../deliveries/ledger.js';
import type { DocumentOutline } from '../pack/forms.js';
import { readRenderAssets } from '../render/assets.js';
import { writeDocument } from '../render/document.js';
import { loadSolver } from '../disclosure/audit/solver.js';
import { discloseEdition } from '../editions/disclose-edition.js';
import type { Language } from '../domain/language.js';
import { findQuarter, type Day, type Quarter } from '../domain/period.js';
import { readProblemWords } from '../config/read-problem-words.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { describeProblem } from '../domain/problem-words.js';
import { listMeasures } from '../measures/folders.js';
import { holdStoreLock } from '../locks/lock.js';
import { readCoverage, createLookup } from '../warehouse/lookups.js';
import { NO_RELEASES } from '../editions/previous-releases.js';
import { openWarehouse } from '../load/warehouse.js';
import { locateMeasures, readEveryMeasure, readProject, type Project } from '../config/project.js';
import { NO_CHANGES } from '../results/previous-pack.js';
import { countResults } from '../results/results.js';
import type { Settings } from '../config/settings.js';

/** What is previewed: whose data, which measure, and how a person asked to see it. */
export interface PreviewRequest {
  /** The folder that holds queries, templates and reports. */
  readonly project: string;
  /** The service's own folder. */
  readonly serviceFolder?: string;
  readonly settings: Settings;
  readonly measure: string;
  readonly language: Language;
  /** The pack's quarter; null for the last one that the extracts cover. */
  readonly quarter: Quarter | null;
  readonly asAt: Day;
}

/**
 * Reads every declaration, query and template as it is now, counts, and writes the page as the board would see it: no
 * more of a child than the board's own figures. What is wrong is a page too, with what to do about it.
 */
export async function previewPage(request: PreviewRequest): Promise<string> {
  try {
    return await renderPreview(request);
  } catch (error) {
    const file = join(request.project, 'templates', 'preview', 'problems.html');
    const page = Handlebars.compile(readFileSync(file, 'utf8'));
    const words = readProblemWords(request.project, 'en');
    const problems = describeFailure(error, request).map((problem) => ({
      ...problem,
      ...describeProblem(problem, words),
    }));
    return page({ problems });
  }
}

async function renderPreview(request: PreviewRequest): Promise<string> {
  const { language, asAt } = request;
  const project = readMeasureProject(request);
  const settings = removeNarrative(request);
  const edition = project.editions.find(({ name }) => name === 'board');
  if (!edition) throw previewError('no-edition');
  const known = selectKnownDeliveries(readLedger(settings.deliveries), asAt);
  if (known.size === 0) throw previewError('no-deliveries');
  const warehouse = await holdStoreLock(settings.deliveries, () =>
    openWarehouse(project, settings, { known }, asAt),
  );
  try {
    const covered = await readCoverage(createLookup(warehouse, project.folder));
    const quarter = request.quarter ?? findQuarter(settings.covers_to ?? covered?.to ?? asAt);
    const results = await countResults(warehouse, project, settings, quarter, asAt, known);
    const { published, populations } = results;
    const rendered = { project, settings, quarter };
    const context = {
      ...{ ...rendered, asAt, draft: true, published, populations },
      quality: {
        ...{ extracts: [], checks: [], unshown: [] },
        coversFrom: settings.covers_from ?? null,
      },
      ...{ grades: new Map(), findChanges: () => NO_CHANGES },
      ...readRenderAssets(rendered, new Map()),
    };
    const facts = { results, linkSensitivities: [], answerRanges: [] };
    const tools = { project, openModel: await loadSolver() };
    const figures = discloseEdition(tools, facts, edition, NO_RELEASES);
    return (await writeDocument(context, figures, language, PREVIEWED)).html;
  } finally {
    warehouse.close();
  }
}

/** What a preview shows: the measure's page, and what every document says of it. */
const PREVIEWED: DocumentOutline = {
  name: 'annex',
  parts: ['contents', 'briefing', 'sections', 'method', 'quality', 'restated', 'glossary'],
};

/** The folder that declares a measure, alone or as one of its variants, however faulty; null where none does. */
export function findMeasureFolder(project: string, measure: string): string | null {
  const found = listMeasures(locateMeasures(project)).find(({ id }) => id === measure);
  return found?.folder ?? null;
}

/** The project as if the measure were its only one. */
function readMeasureProject({ project: folder, serviceFolder, measure }: PreviewRequest): Project {
  const project = readProject(folder, serviceFolder ?? null);
  const own = readEveryMeasure(folder).filter(({ declaration }) => declaration.id === measure);
  return { ...project, measures: own };
}

/** Commentary and registers speak of a whole pack, and would find fault with one that has a single measure. */
function removeNarrative({ settings, project }: PreviewRequest): Settings {
  const emptyFolder = join(project, 'templates', 'preview');
  return { ...settings, commentary: emptyFolder, registers: emptyFolder };
}

function previewError(code: 'no-edition' | 'no-deliveries'): ProblemError {
  return new ProblemError([{ kind: 'declaration', code }]);
}

/** What the database says of a query before it runs names only what the query itself says; anything later could quote data. */
function describeFailure(error: unknown, { project, measure }: PreviewRequest): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  const message = error instanceof Error ? error.message : '';
  const quotesQueryOnly = /^(Parser|Binder|Catalog) Error|^\w+: /.test(message);
  const folder = findMeasureFolder(project, measure) ?? measure;
  const variant = quotesQueryOnly ? 'quoted' : 'on-data';
  return [{ kind: 'declaration', code: 'query-fails', variant, facts: { folder, message } }];
}

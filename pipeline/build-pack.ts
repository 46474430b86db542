// The story of a pack, a line a stage: find, ingest, load, link, count, disclose, write, print, publish, record.
import { join } from 'node:path';
import { collectFiles } from './build/pack-files.js';
import { createRenderContext } from './build/render-context.js';
import { countPack, type PackFacts } from './build/count-pack.js';
import { describeGaps } from './build/gaps.js';
import { listRevisions, writeInternalReports } from './build/internal-reports.js';
import { recordDraft, recordRelease } from './build/record-release.js';
import type { PackRequest, Progress } from './config/pack-request.js';
import { readLedgerEvents } from './deliveries/ledger.js';
import type { RecordedRelease } from './deliveries/previous-pack.js';
import { readProblemWords } from './config/read-problem-words.js';
import { ProblemError } from './domain/problem.js';
import { loadSolver } from './disclosure/audit/solver.js';
import { requireSafe } from './editions/audit-edition.js';
import { discloseEditions, type DisclosedPack } from './editions/disclose-edition.js';
import { buildReleaseHistory, readEarlierPacks } from './editions/previous-releases.js';
import { findAndOfferFiles } from './ingest/find-files.js';
import { receiveExtracts, type ReceiveResult } from './ingest/receive.js';
import { requireExtracts } from './ingest/require-extracts.js';
import { checkWarehouse } from './load/check-warehouse.js';
import { openWarehouse } from './load/warehouse.js';
import { holdStoreLock } from './locks/lock.js';
import { publishAtomically } from './publish/atomic-publish.js';
import { chooseListFolder } from './publish/earlier-releases.js';
import { writeProblems } from './publish/write-list.js';
import { printDocuments } from './print/print-documents.js';
import { fontFolder } from './render/assets.js';
import { writeDocuments } from './render/document.js';
import { writeWorkbooks } from './render/workbooks.js';
import {
  findLaterChanges,
  recountPreviousPack,
  type ChangesSince,
} from './results/previous-pack.js';

/** What was built: what was received for it, and the folders it is in. */
interface BuildReport extends ReceiveResult {
  readonly folders: readonly string[];
}

/**
 * Builds a quarter's pack, every edition and language asked for, or nothing at all: then `Stopped` says why and the
 * last good pack is as it was. The problems found are listed in the quarter's problems.csv either way. `print` makes the
 * PDFs of the pages.
 */
export async function buildPack(
  request: PackRequest,
  progress: Progress,
  print: typeof printDocuments = printDocuments,
): Promise<BuildReport> {
  const folder = join(request.out, request.quarter.path);
  const words = readProblemWords(request.project.folder, request.languages[0] ?? 'en');
  try {
    const built = await holdStoreLock(request.settings.deliveries, () =>
      buildUnderLock(request, folder, progress, print),
    );
    writeProblems(chooseListFolder(folder, request.asOf.asAt), built.problems, words);
    return built;
  } catch (error) {
    if (error instanceof ProblemError)
      writeProblems(chooseListFolder(folder, request.asOf.asAt), error.problems, words);
    throw error;
  }
}

async function buildUnderLock(
  request: PackRequest,
  folder: string,
  progress: Progress,
  print: typeof printDocuments,
): Promise<BuildReport> {
  const { project, settings, asOf, editions, languages } = request;

  progress('reading and checking the extracts');
  const found = await findAndOfferFiles(project.contracts, settings, request.extracts);
  const received = await receiveExtracts(project, settings, found, request, progress);
  requireExtracts(project.contracts, received.known, asOf.asAt);

  progress('counting the last pack again');
  const previous = await recountPreviousPack(request, received.known);

  progress('building the warehouse');
  const warehouse = await openWarehouse(project, settings, received, asOf.asAt);
  const links = warehouse.linkage.newLinks;
  const checked = await checkWarehouse(warehouse, project.folder);

  progress('counting the measures');
  const facts = await countPack(warehouse, request, received.known);

  progress('hiding what an edition may not show');
  const disclosed = await disclosePack(request, facts);
  const exposed = requireSafe(disclosed.editions);

  progress('drawing and printing the pages');
  const findChanges = (pack: RecordedRelease): ChangesSince =>
    findLaterChanges(request, pack, received.known);
  const context = createRenderContext(request, facts, findChanges);
  const pages = writeDocuments(context, disclosed, languages);
  const documents = await print(pages, fontFolder(project));
  const workbooks = await writeWorkbooks(context, disclosed, languages);

  const files = collectFiles(request, facts, disclosed, documents, workbooks);
  const placed = publishAtomically(folder, files);
  const revisions = listRevisions(previous, facts.results, disclosed.editions, findChanges);
  writeInternalReports(chooseListFolder(folder, asOf.asAt), request, facts, revisions);
  if (request.draft) recordDraft(request, disclosed);
  else recordRelease(request, disclosed, links);

  const gaps = [...warehouse.childNotes, ...describeGaps(facts, request)];
  const notes = [...checked, ...gaps, ...exposed, ...context.narrative.notes];
  const folders = editions.flatMap(({ name }) => placed.get(name) ?? []);
  return { ...received, problems: [...received.problems, ...notes], folders };
}

/** Discloses the pack for the editions asked for, held against every earlier release of the store. */
async function disclosePack(
  { project, settings, quarter, asOf, editions }: PackRequest,
  facts: PackFacts,
): Promise<DisclosedPack> {
  const events = readLedgerEvents(settings.deliveries);
  const archived = readEarlierPacks(settings.deliveries, events, quarter, asOf.asAt);
  const releases = buildReleaseHistory(archived, facts.names);
  const tools = { project, openModel: await loadSolver() };
  return discloseEditions(tools, facts, editions, releases);
}

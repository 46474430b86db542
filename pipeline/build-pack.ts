// The picture as code: extracts → deliveries → warehouse → results → disclosure → documents → files. One line a step.
import { join } from 'node:path';
import { countAll } from './build/count-pack.js';
import type { Happening } from './deliveries/events.js';
import { lastPack } from './deliveries/previous-pack.js';
import { appendLedger, readHappenings } from './deliveries/ledger.js';
import { rememberPack } from './deliveries/release-archive.js';
import type { Release } from './deliveries/release-document.js';
import type { ReleaseNames } from './deliveries/release-names.js';
import type { Edition } from './disclosure/edition.js';
import type { Language } from './domain/language.js';
import type { Day, Quarter } from './domain/period.js';
import { Stopped } from './domain/problem.js';
import { findAll } from './ingest/find-files.js';
import { holding } from './locks/lock.js';
import { givenBefore, readReleasesBefore } from './editions/previous-releases.js';
import { writeOfficerLists } from './build/internal-reports.js';
import { openPress, type Press } from './render/renderer.js';
import type { Project } from './config/project.js';
import type { ManifestInput } from './publish/manifest.js';
import { writeProblems } from './publish/write-list.js';
import { shelve } from './publish/atomic-publish.js';
import type { MadeLink } from './identity/links-as-at.js';
import { receiveExtracts, type Received } from './ingest/receive.js';
import { requireKnown } from './ingest/require-extracts.js';
import { countThen, restatements, sinceLast } from './results/revisions.js';
import type { Results } from './results/results.js';
import type { Settings } from './config/settings.js';
import { notesOfReach } from './results/coverage.js';
import { keepLinks } from './load/record-linkage.js';

/** What to build, settled: everything a person asked for, joined with the settings. */
export interface PackRequest {
  readonly project: Project;
  readonly settings: Settings;
  readonly quarter: Quarter;
  readonly asAt: Day;
  readonly today: Day;
  /** Extracts that a person has confirmed to be right, though they lose rows or look older. */
  readonly confirmed?: readonly string[];
  readonly editions: readonly Edition[];
  readonly languages: readonly Language[];
  /** A folder of extracts other than that of the settings, or null. */
  readonly extracts: string | null;
  readonly out: string;
  /** A draft says so everywhere, and is not remembered as a pack that was made. */
  readonly draft: boolean;
}

/** What was built: what was received for it, and the folders it is in. */
export interface Built extends Received {
  readonly folders: readonly string[];
}

/** Is told each step as it begins. */
export type Tell = (step: string) => void;

/**
 * Builds a quarter's pack, every edition and language asked for, or nothing at all: then `Stopped` says why and the
 * last good pack is as it was. The problems found are listed in the quarter's problems.csv either way.
 */
export async function buildPack(request: PackRequest, tell: Tell): Promise<Built> {
  const folder = join(request.out, request.quarter.path);
  try {
    const built = await holding(request.settings.deliveries, () => buildAll(request, folder, tell));
    writeProblems(folder, built.problems);
    return built;
  } catch (error) {
    if (error instanceof Stopped) writeProblems(folder, error.problems);
    throw error;
  }
}

async function buildAll(request: PackRequest, folder: string, tell: Tell): Promise<Built> {
  const { project, settings, quarter, asAt } = request;
  const press = openPress({ project, settings, quarter });
  try {
    tell('reading and checking the extracts');
    const found = findAll(project.contracts, settings, request.extracts);
    const received = await receiveExtracts(project, settings, found, request, tell);
    requireKnown(project.contracts, received.known, asAt);
    press.begin();
    return await buildOn({ request, received, folder, tell, press });
  } finally {
    await press.close();
  }
}

/** What a build stands on, and whom it tells of its steps. */
interface Work {
  readonly request: PackRequest;
  readonly received: Received;
  readonly folder: string;
  readonly tell: Tell;
  readonly press: Press;
}

async function buildOn({ request, received, folder, tell, press }: Work): Promise<Built> {
  const { project, settings, editions, quarter, asAt } = request;
  tell('counting the last pack again');
  const then = await countThen(request, received.known);
  const lines = readHappenings(settings.deliveries);
  const counted = await countAll(request, received, showing(press, request, lines), tell);
  const { results, bands, quality, grades } = counted;
  const since = sinceLast(project, then, lastPack(lines, quarter, asAt), received.known);
  tell('drawing and printing the pages');
  const { files, given, notes } = await press.print({
    found: { asAt, draft: request.draft, bands, quality, grades, since },
    languages: request.languages,
    manifests: byName(editions, (each) => manifestInput(request, each, received, results.covers)),
  });
  shelve(folder, files);
  const restated = restatements(then, results.values, since);
  writeOfficerLists(folder, request, received, { ...counted, restated });
  if (!request.draft) recordPack(request, given, counted.fresh);
  const problems = [...received.problems, ...notesOfReach(results.covers, quarter), ...notes];
  return { ...received, problems, folders: editions.map(({ name }) => join(folder, name)) };
}

/**
 * What shows the press, beside what was counted, for which editions it is and what they gave before. That is read at once,
 * before anything is counted, and held to the names of groups as soon as those are known.
 */
function showing(
  press: Press,
  { project, settings, editions, quarter, asAt }: PackRequest,
  lines: readonly Happening[],
): (results: Results, groups: ReleaseNames['groups']) => void {
  const releases = readReleasesBefore(settings.deliveries, lines, quarter, asAt);
  return (results, groups) => {
    const given = givenBefore(releases, { ...project.names, groups });
    press.show({ results, editions, before: byName(editions, ({ name }) => given(name)) });
  };
}

function byName<Each>(
  editions: readonly Edition[],
  of: (edition: Edition) => Each,
): ReadonlyMap<string, Each> {
  return new Map(editions.map((edition) => [edition.name, of(edition)]));
}

/** Notes that this pack was made, so that nothing received later may change what it stood on, and the links made for it. */
function recordPack(
  { settings, quarter, asAt, today, editions }: PackRequest,
  given: Release,
  links: readonly MadeLink[],
): void {
  keepLinks(settings, asAt, links);
  const names = editions.map(({ name }) => name);
  const made = rememberPack(settings.deliveries, given);
  const pack = { quarter: quarter.label, as_at: asAt, editions: names, made };
  appendLedger(settings.deliveries, { what: 'packed', on: today, ...pack });
}

function manifestInput(
  { settings, quarter, asAt, project, draft }: PackRequest,
  edition: Edition,
  { known }: Received,
  covers: ManifestInput['covers'],
): ManifestInput {
  return {
    service: settings.service.en,
    quarter: quarter.label,
    asAt,
    draft,
    edition: edition.name,
    hideBelow: edition.hide_below,
    synthetic: settings.synthetic,
    version: project.version,
    covers,
    deliveries: [...known.values()].flat(),
  };
}

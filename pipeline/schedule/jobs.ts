// A scheduled job and a period → the job done, by the same steps as the commands.
import { checkService } from '../ingest/check-service.js';
import { draftsFolder } from '../config/drafts.js';
import { selectDraftEditions } from '../config/draft-editions.js';
import { LANGUAGES } from '../domain/language.js';
import { addDays, parseQuarter, findQuarter, type Quarter } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { FileWatch } from '../extracts/unsettled-files.js';
import { findAllFiles } from '../ingest/find-files.js';
import { holdStoreLock } from '../locks/lock.js';
import type { Project } from '../config/project.js';
import { selectMeasures } from '../config/select-measures.js';
import { receiveExtracts } from '../ingest/receive.js';
import { isRefused, type Receipt } from '../ingest/receipt.js';
import { buildPack } from '../build-pack.js';
import type { AsOf, PackRequest, Progress } from '../config/pack-request.js';
import type { JobOutcome, RunJob } from './attempt.js';
import type { Job } from './declaration.js';
import { londonDay } from './london.js';
import { problemsFromError } from '../domain/problem-from-error.js';
import type { Settings } from '../config/settings.js';
import { findSettledFiles } from '../ingest/find-settled-files.js';
import { findOutOfDatePack } from '../results/out-of-date.js';
import { arePapersDue, listAwaited, listMissing } from './awaited-extracts.js';

/** The dependencies of jobs. Settings are read again for each job, so that correcting them needs no restart. */
interface JobContext {
  readonly project: Project;
  readonly settings: () => Settings;
  readonly watch: FileWatch;
  readonly progress: Progress;
  /** What builds a pack; the product's own unless it is given. */
  readonly build?: typeof buildPack;
}

/** The result of a job: problems, receipts, and what is known of packs. */
interface JobResult extends Omit<JobOutcome, 'problems' | 'taken'> {
  readonly problems: readonly Problem[];
  readonly receipts: readonly Receipt[];
}

const JOBS: Readonly<
  Record<Job['does'], (context: RunContext, period: string, job: Job) => Promise<JobResult>>
> = {
  'take in': ingestInbox,
  check: checkInbox,
  'build drafts': (context) =>
    buildInbox(context, findLastQuarter(context.asOf.today), {
      draft: true,
      editions: selectDraftEditions(context.project.editions),
      out: draftsFolder(context.settings.output),
    }),
  'build pack': buildQuarter,
  // The notice is written from the history; the run itself has nothing to do.
  'tell people': () => Promise.resolve({ problems: [], receipts: [], packs: [] }),
};

interface RunContext extends Omit<JobContext, 'settings'> {
  readonly settings: Settings;
  readonly asOf: AsOf;
}

/** Creates the function that runs a service's jobs. Any error becomes a problem of the outcome. */
export function createRunJob(context: JobContext): RunJob {
  return async (job, period) => {
    try {
      const settings = context.settings();
      const today = londonDay(context.watch.now());
      return await runJob({ ...context, settings, asOf: { asAt: today, today } }, job, period);
    } catch (error) {
      return {
        problems: problemsFromError(error).map((each) => ({ ...each, extract: null })),
        taken: [],
        packs: [],
      };
    }
  };
}

async function runJob(context: RunContext, job: Job, period: string): Promise<JobOutcome> {
  try {
    const { problems, receipts, ...rest } = await JOBS[job.does](context, period, job);
    const taken = receipts
      .filter((receipt) => receipt.files.length > 0 && !isRefused(receipt))
      .map(({ contract, received, accepted, setAside }) => ({
        extract: contract.extract,
        received,
        accepted,
        set_aside: setAside,
      }));
    return { problems: locateProblems(problems, context), taken, ...rest };
  } catch (error) {
    return { problems: locateProblems(problemsFromError(error), context), taken: [], packs: [] };
  }
}

async function ingestInbox({
  project,
  settings,
  asOf,
  watch,
  progress,
}: RunContext): Promise<JobResult> {
  const found = await findSettledFiles(project.contracts, settings, watch);
  return holdStoreLock(settings.deliveries, async () => {
    const request = { asOf, mends: true };
    const received = await receiveExtracts(project, settings, found, request, progress);
    const changed = await findOutOfDatePack(project, settings, received.known);
    const outOfDate = changed === null ? [] : [changed.label];
    return { problems: received.problems, receipts: received.receipts, packs: [], outOfDate };
  });
}

/** A pack that may wait for extracts waits until each has come or its day is past, or the papers must go out. */
async function buildQuarter(context: RunContext, period: string, job: Job): Promise<JobResult> {
  const quarter = requireQuarter(period);
  const { project, settings, asOf } = context;
  if (job.waits) {
    const taken = await ingestInbox(context);
    const awaited = listAwaited(project.contracts, settings, quarter, asOf.today);
    const isWaiting = awaited.length > 0 && !arePapersDue(settings, quarter, asOf.today);
    if (isWaiting) return { ...taken, awaited };
  }
  const built = await buildInbox(context, quarter, {
    draft: false,
    editions: project.editions,
    out: settings.output,
  });
  return { ...built, without: listMissing(project.contracts, settings, quarter, asOf.today) };
}

async function checkInbox({
  project,
  settings,
  asOf,
  watch,
  progress,
}: RunContext): Promise<JobResult> {
  const found = await findSettledFiles(project.contracts, settings, watch);
  const checked = await checkService(project, settings, found, asOf.today, progress);
  return { problems: checked.problems, receipts: checked.receipts, packs: [] };
}

/** A pack needs every extract, so it waits while a file is still being written. */
async function buildInbox(
  context: RunContext,
  quarter: Quarter,
  where: Pick<PackRequest, 'draft' | 'editions' | 'out'>,
): Promise<JobResult> {
  const { project, settings, asOf, watch, progress, build = buildPack } = context;
  const settled = await findSettledFiles(project.contracts, settings, watch);
  const unsettled = settled.problems.filter(
    ({ code }) => code === 'file-arriving' || code === 'file-open',
  );
  if (unsettled.length > 0)
    throw new ProblemError(unsettled.map((each) => ({ ...each, kind: 'computer' })));
  const built = await build(
    {
      project: selectMeasures(project, settings, quarter),
      settings,
      quarter,
      asOf,
      languages: LANGUAGES.filter((each) => settings.languages.includes(each)),
      extracts: null,
      ...where,
    },
    progress,
  );
  return { problems: built.problems, receipts: built.receipts, packs: [quarter.label] };
}

/** Finds the last quarter that has ended. */
function findLastQuarter(today: string): Quarter {
  return findQuarter(addDays(findQuarter(today).starts, -1));
}

function requireQuarter(period: string): Quarter {
  const quarter = parseQuarter(period);
  if (!quarter) throw new RangeError(`not a quarter: ${period}`);
  return quarter;
}

/** Adds to each problem the extract it is in, found by file name: the file name itself is never recorded. */
function locateProblems(
  problems: readonly Problem[],
  { project, settings }: RunContext,
): JobOutcome['problems'] {
  const { files } = findAllFiles(project.contracts, settings, null);
  const extracts = new Map(files.map(({ name, extract }) => [name, extract]));
  for (const { extract } of project.contracts) extracts.set(extract, extract);
  return problems.map((each) => ({ ...each, extract: extracts.get(each.file ?? '') ?? null }));
}

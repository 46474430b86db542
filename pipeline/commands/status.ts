// boardpack status: one screen of what ran, what runs next, what is late, what needs a person and what was built.
import { join } from 'node:path';
import { readContracts } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { readLedger, selectKnownDeliveries } from '../deliveries/ledger.js';
import { addDays, findQuarter, type Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { listNeverSent } from '../ingest/never-sent.js';
import { findFreshness } from '../results/record-facts.js';
import type { HistoryEvent } from '../schedule/events.js';
import type { RunHistory } from '../schedule/history.js';
import { londonDay, type Instant } from '../schedule/london.js';
import { readNoticeWords } from '../schedule/notice-words.js';
import { readLockState, runLockPath } from '../locks/lock.js';
import { planRuns } from '../schedule/plan.js';
import { listNoticeStatuses } from '../schedule/outbox.js';
import { listRuns, findWatchStarts } from '../schedule/job-runs.js';
import { badArgument, type Arguments } from './arguments.js';
import { CLOCK } from './clock.js';
import { joinLines, newestJoins } from './join-lines.js';
import type { Terminal } from './print.js';
import { readService } from './service.js';
import { statusPage } from './status-page.js';

/**
 * Prints the screen, and gives as problems only what keeps the next runs from being known. It changes nothing, unless a
 * person says who has seen what was missed: then that is written down, and listed no more.
 */
export function status(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const { folder, schedule, holidays, history, settings } = readService(options);
  if (options.acknowledge) acknowledgeMissed(history, options.by);
  const { service } = settings;
  const words = readNoticeWords(folder, { service, languages: ['en'] });
  const { events, damaged } = history.read();
  const runs = listRuns(events);
  const now = CLOCK.now();
  const plan = planRuns({ schedule, holidays, runs, watched: findWatchStarts(events) }, now);
  const lines = statusPage({
    service: service.en,
    meaning: (code) => words[0]?.describeCode(code) ?? code,
    now,
    schedule,
    runs,
    plan,
    events,
    seen: Math.max(-Infinity, ...listAcknowledged(events)),
    isRunning: readLockState(runLockPath(schedule.history))?.stale === false,
    unsent: listNoticeStatuses(events).filter(({ sent, tries }) => !sent && tries > 0),
    damaged: damaged.length,
    overdue: listOverdue(folder, settings, londonDay(now)),
    neverSent: listNeverSent(
      readContracts(join(folder, 'queries', 'contracts')),
      readLedger(settings.deliveries),
    ),
    systems: newestJoins(readLedger(settings.deliveries)).flatMap((join) =>
      joinLines(join, settings.systems),
    ),
  });
  for (const line of lines) terminal.out(line);
  return Promise.resolve(plan.problems);
}

function acknowledgeMissed(history: RunHistory, by: string | null): void {
  if (by === null) throw badArgument('who-acknowledges');
  history.append({ event: 'acknowledged', at: new Date(CLOCK.now()).toISOString(), by });
}

function listAcknowledged(events: readonly HistoryEvent[]): Instant[] {
  return events.flatMap((event) => (event.event === 'acknowledged' ? [Date.parse(event.at)] : []));
}

/** What is late for the newest quarter that has ended by a day. */
function listOverdue(
  folder: string,
  { deliveries, receipts }: Settings,
  day: Day,
): Parameters<typeof statusPage>[0]['overdue'] {
  const quarter = findQuarter(addDays(findQuarter(day).starts, -1));
  const contracts = readContracts(join(folder, 'queries', 'contracts'));
  const known = selectKnownDeliveries(readLedger(deliveries), day);
  return findFreshness(contracts, receipts, known, { quarter, asAt: day }).flatMap(
    ({ extract, due, came, state }) =>
      state === 'late' && due !== null ? [{ extract, due, came }] : [],
  );
}

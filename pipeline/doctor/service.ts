// A service's settings and schedule → findings on its folders, key, clock, locks and notices on this computer.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LedgerEvent } from '../deliveries/events.js';
import {
  listDeliveries,
  ledgerPath,
  notePartialLine,
  readLedgerEvents,
} from '../deliveries/ledger.js';
import { describeDamage, findDamagedDeliveries } from '../deliveries/verify.js';
import { checkKeyCopy } from './key-copy.js';
import { readKeyCopyCheck } from '../identity/key-copy.js';
import { checkClock } from './clocks.js';
import { checkDiskSpace } from './computer.js';
import { runCheck, type DoctorFinding, type CheckOutcome } from './finding.js';
import { checkSourceFolder, checkWriteAccess } from './folders.js';
import { checkLock } from './locks.js';
import { checkNotices } from './notices.js';
import { checkReleases } from './releases.js';
import type { Probe } from './probe.js';
import { checkKey, checkPasswordFile, checkStoreAccess } from './secrets.js';
import type { DoctorRequest, ExaminedDeclarations } from './declarations.js';
import { checkIdentityStore } from './identity-store.js';
import { findExtracts } from '../extracts/find.js';
import { isBlocking } from '../domain/problem.js';
import { checkPublishedKey } from '../ingest/safeguards.js';
import { readKey } from '../identity/key.js';
import { computeKeyMark } from '../identity/pseudonym.js';
import { readLockState, runLockPath, storeLockPath } from '../locks/lock.js';
import type { Project } from '../config/project.js';
import type { Schedule } from '../schedule/declaration.js';
import { openHistory, type HistoryContent } from '../schedule/history.js';
import { listNoticeStatuses } from '../schedule/outbox.js';
import { listRuns } from '../schedule/job-runs.js';
import type { Settings } from '../config/settings.js';

/** A service whose settings could be read, and the computer it is on. */
interface ServiceContext
  extends
    Pick<DoctorRequest, 'now' | 'today'>,
    Omit<ExaminedDeclarations, 'settings' | 'findings'> {
  readonly settings: Settings;
  readonly probe: Probe;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Checks everything that the settings name. Changes nothing. */
export async function examineService(context: ServiceContext): Promise<DoctorFinding[]> {
  const { settings, schedule, probe } = context;
  const ledger: { lines: readonly LedgerEvent[] } = { lines: [] };
  const history = schedule === null ? null : openHistory(schedule.history).read();
  const findings = [
    await runCheck('extracts', () => checkSource(context, 'extracts', 'case')),
    await runCheck('reference', () => checkSource(context, 'reference', 'reference')),
    await runCheck('may write', () => checkWritable(context)),
    await runCheck('disk', () => checkDisks(context)),
    await runCheck('store', () => checkStoreAccess(settings.deliveries, settings.synthetic, probe)),
    await runCheck('ledger', () => {
      ledger.lines = readLedgerEvents(settings.deliveries);
      return {
        summary: `${ledger.lines.length} lines`,
        problems: notePartialLine(settings.deliveries),
      };
    }),
    await runCheck('deliveries', () => checkDeliveries(settings.deliveries, ledger.lines)),
    await runCheck('releases', () => checkReleases(settings.output)),
    ...(await examineKeys(context, ledger.lines)),
    await runCheck('clock', () => checkServiceClock(context, ledger.lines, history)),
    await runCheck('store lock', () =>
      checkLock('store', readLockState(storeLockPath(settings.deliveries))),
    ),
  ];
  return schedule === null || history === null
    ? findings
    : [...findings, ...(await examineSchedule(schedule, history, context))];
}

/** Checks the key, its copy, and that what it encrypted opens. */
async function examineKeys(
  context: ServiceContext,
  lines: readonly LedgerEvent[],
): Promise<DoctorFinding[]> {
  const { deliveries, synthetic } = context.settings;
  const key = await runCheck('key', () => checkServiceKey(context, lines));
  const copy = await runCheck('copy of key', () =>
    checkKeyCopy({
      today: context.today,
      last: readKeyCopyCheck(deliveries),
      mark: listDeliveries(lines).at(-1)?.key_mark ?? null,
      synthetic,
    }),
  );
  const identities = await runCheck('identities', () =>
    key.problems.some(isBlocking)
      ? { summary: 'not looked at before the key is mended', problems: [] }
      : checkIdentityStore(context, lines),
  );
  return [key, copy, identities];
}

async function examineSchedule(
  schedule: Schedule,
  content: HistoryContent,
  context: ServiceContext,
): Promise<DoctorFinding[]> {
  const { history, notices, file } = schedule;
  const password = notices.email?.password_file;
  const isGiven = password === undefined || context.environment['BOARDPACK_SMTP_PASSWORD'];
  return [
    await runCheck('run lock', () => checkLock('schedule', readLockState(runLockPath(history)))),
    await runCheck('run history', () => checkHistory(openHistory(history).file, content)),
    await runCheck('notices', () => checkNotices(listNoticeStatuses(content.events), file)),
    ...(isGiven
      ? []
      : [await runCheck('mail password', () => checkPasswordFile(password, context.probe))]),
  ];
}

function checkSource(
  { settings, project, probe }: ServiceContext,
  name: 'extracts' | 'reference',
  kind: Project['contracts'][number]['kind'],
): CheckOutcome {
  const names = project?.contracts.filter((each) => each.kind === kind) ?? [];
  const count = (folder: string): number =>
    findExtracts(
      folder,
      names.map(({ extract }) => extract),
    ).files.length;
  return checkSourceFolder({ name, path: settings[name] }, count, probe);
}

function checkWritable({ settings, schedule, environment, probe }: ServiceContext): CheckOutcome {
  const { output, deliveries, key_file } = settings;
  const isKeyMade = environment['BOARDPACK_KEY'] !== undefined || existsSync(key_file);
  const folders = [
    { name: 'output', path: output },
    { name: 'deliveries', path: deliveries },
    ...(isKeyMade ? [] : [{ name: 'key_file', path: dirname(key_file) }]),
  ];
  const files = [{ name: 'ledger', path: ledgerPath(deliveries) }];
  if (schedule === null) return checkWriteAccess(folders, files, probe);
  const { history, notices } = schedule;
  folders.push({ name: 'history', path: history }, { name: 'notices', path: notices.folder });
  files.push({ name: 'history', path: openHistory(history).file });
  return checkWriteAccess(folders, files, probe);
}

function checkDisks({
  settings: { output, deliveries, extracts },
  probe,
}: ServiceContext): CheckOutcome {
  return checkDiskSpace([output, deliveries], [extracts, deliveries], probe);
}

/** Compares every stored file with the hash that names it. */
async function checkDeliveries(
  store: string,
  lines: readonly LedgerEvent[],
): Promise<CheckOutcome> {
  const entries = listDeliveries(lines);
  const damaged = await findDamagedDeliveries(store, entries);
  return {
    summary: `${new Set(entries.map(({ delivery }) => delivery)).size} files, each as it was stored`,
    problems: damaged.map(describeDamage),
  };
}

function checkServiceKey(
  { settings, environment, probe }: ServiceContext,
  lines: readonly LedgerEvent[],
): CheckOutcome {
  const { key_file: file, synthetic, extracts, reference, deliveries } = settings;
  const environmentKey = environment['BOARDPACK_KEY'];
  const facts = {
    ...{ file, synthetic, data: [extracts, reference, deliveries] },
    isInEnvironment: environmentKey !== undefined,
    marks: listDeliveries(lines).map(({ key_mark }) => key_mark),
    readMark: () =>
      environmentKey === undefined && !existsSync(file)
        ? null
        : computeKeyMark(readKey(file, environmentKey)),
  };
  const { summary, problems } = checkKey(facts, probe);
  const published =
    facts.readMark() === null ? [] : checkPublishedKey(settings, readKey(file, environmentKey));
  return { summary, problems: [...published, ...problems] };
}

function checkServiceClock(
  { now, today, settings, schedule }: ServiceContext,
  lines: readonly LedgerEvent[],
  content: HistoryContent | null,
): CheckOutcome {
  const ledger = { file: ledgerPath(settings.deliveries), days: lines.map(({ on }) => on) };
  const history = schedule &&
    content && {
      file: openHistory(schedule.history).file,
      instants: content.events.map(({ at }) => at),
    };
  return checkClock({ now, today, ledger, history });
}

function checkHistory(file: string, { events, damaged }: HistoryContent): CheckOutcome {
  const numbers = damaged.map(String);
  const damage = { kind: 'note', code: 'torn-history', file, facts: { numbers } } as const;
  return {
    summary: `${listRuns(events).length} runs`,
    problems: damaged.length > 0 ? [damage] : [],
  };
}

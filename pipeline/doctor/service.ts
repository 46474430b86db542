// A service's settings and schedule → findings on its folders, key, clock, locks and notices, as they are on this computer.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Happening } from '../deliveries/events.js';
import { deliveriesIn, ledgerPath, readHappenings } from '../deliveries/ledger.js';
import { clockLook } from './clocks.js';
import { roomLook } from './computer.js';
import { looked, type Finding, type Look } from './finding.js';
import { sourceLook, writableLook } from './folders.js';
import { lockLook } from './locks.js';
import { noticesLook } from './notices.js';
import type { Probe } from './probe.js';
import { keyLook, passwordLook, storeLook } from './secrets.js';
import type { Asked, Declared } from './declarations.js';
import { identities } from './identity-store.js';
import { findExtracts } from '../extracts/find.js';
import { stops } from '../domain/problem.js';
import { readKey } from '../identity/key.js';
import { keyMark } from '../identity/pseudonym.js';
import { lockState, runLock, storeLock } from '../locks/lock.js';
import type { Project } from '../config/project.js';
import type { Schedule } from '../schedule/declaration.js';
import { openHistory, type Told } from '../schedule/history.js';
import { standings } from '../schedule/outbox.js';
import { runsOf } from '../schedule/job-runs.js';
import type { Settings } from '../config/settings.js';

/** A service that could be read, and the computer it is on. */
export interface Room
  extends Pick<Asked, 'now' | 'today'>, Omit<Declared, 'settings' | 'findings'> {
  readonly settings: Settings;
  readonly probe: Probe;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Looks at everything that the settings name. It changes nothing. */
export async function examineService(room: Room): Promise<Finding[]> {
  const { settings, schedule, probe } = room;
  const ledger: { lines: readonly Happening[] } = { lines: [] };
  const told = schedule === null ? null : openHistory(schedule.history).read();
  const keyed: { isWell: boolean } = { isWell: false };
  const found = [
    await looked('extracts', () => source(room, 'extracts', 'case')),
    await looked('reference', () => source(room, 'reference', 'reference')),
    await looked('may write', () => writable(room)),
    await looked('disk', () => disk(room)),
    await looked('store', () => storeLook(settings.deliveries, settings.synthetic, probe)),
    await looked('ledger', () => {
      ledger.lines = readHappenings(settings.deliveries);
      return { says: `${ledger.lines.length} lines`, problems: [] };
    }),
    await looked('key', () => {
      const look = key(room, ledger.lines);
      keyed.isWell = !look.problems.some(stops);
      return look;
    }),
    await looked('identities', () =>
      keyed.isWell
        ? identities(room, ledger.lines)
        : { says: 'not looked at before the key is mended', problems: [] },
    ),
    await looked('clock', () => clock(room, ledger.lines, told)),
    await looked('store lock', () =>
      lockLook('the store of deliveries', lockState(storeLock(settings.deliveries))),
    ),
  ];
  return schedule === null || told === null
    ? found
    : [...found, ...(await examineSchedule(schedule, told, room))];
}

async function examineSchedule(schedule: Schedule, told: Told, room: Room): Promise<Finding[]> {
  const { history, notices, file } = schedule;
  const password = notices.email?.password_file;
  const isGiven = password === undefined || room.environment['BOARDPACK_SMTP_PASSWORD'];
  return [
    await looked('run lock', () => lockLook('the schedule', lockState(runLock(history)))),
    await looked('run history', () => historyLook(openHistory(history).file, told)),
    await looked('notices', () => noticesLook(standings(told.events), file)),
    ...(isGiven ? [] : [await looked('mail password', () => passwordLook(password, room.probe))]),
  ];
}

function source(
  { settings, project, probe }: Room,
  name: 'extracts' | 'reference',
  kind: Project['contracts'][number]['kind'],
): Look {
  const names = project?.contracts.filter((each) => each.kind === kind) ?? [];
  const count = (folder: string): number =>
    findExtracts(
      folder,
      names.map(({ extract }) => extract),
    ).files.length;
  return sourceLook({ name, path: settings[name] }, count, probe);
}

function writable({ settings, schedule, environment, probe }: Room): Look {
  const { output, deliveries, key_file } = settings;
  const isKeyMade = environment['BOARDPACK_KEY'] !== undefined || existsSync(key_file);
  const folders = [
    { name: 'output', path: output },
    { name: 'deliveries', path: deliveries },
    ...(isKeyMade ? [] : [{ name: 'the folder of key_file', path: dirname(key_file) }]),
  ];
  const files = [{ name: 'ledger', path: ledgerPath(deliveries) }];
  if (schedule === null) return writableLook(folders, files, probe);
  const { history, notices } = schedule;
  folders.push({ name: 'history', path: history }, { name: 'notices', path: notices.folder });
  files.push({ name: 'run history', path: openHistory(history).file });
  return writableLook(folders, files, probe);
}

function disk({ settings: { output, deliveries, extracts }, probe }: Room): Look {
  return roomLook([output, deliveries], [extracts, deliveries], probe);
}

function key({ settings, environment, probe }: Room, lines: readonly Happening[]): Look {
  const { key_file: file, synthetic, extracts, reference, deliveries } = settings;
  const given = environment['BOARDPACK_KEY'];
  const facts = {
    ...{ file, synthetic, data: [extracts, reference, deliveries] },
    isInEnvironment: given !== undefined,
    marks: deliveriesIn(lines).map(({ key_mark }) => key_mark),
    mark: () => (given === undefined && !existsSync(file) ? null : keyMark(readKey(file, given))),
  };
  return keyLook(facts, probe);
}

function clock(
  { now, today, settings, schedule }: Room,
  lines: readonly Happening[],
  told: Told | null,
): Look {
  const ledger = { file: ledgerPath(settings.deliveries), days: lines.map(({ on }) => on) };
  const history = schedule &&
    told && {
      file: openHistory(schedule.history).file,
      instants: told.events.map(({ at }) => at),
    };
  return clockLook({ now, today, ledger, history });
}

function historyLook(file: string, { events, damaged }: Told): Look {
  const what = `lines ${damaged.join(', ')} cannot be read: what they told of is not known`;
  const fix = 'Nothing, where a run was cut off while it wrote; the other lines still count.';
  const torn = { kind: 'note', code: 'torn-history', file, what, fix } as const;
  return { says: `${runsOf(events).length} runs`, problems: damaged.length > 0 ? [torn] : [] };
}

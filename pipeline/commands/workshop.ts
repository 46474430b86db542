// What was typed → everything that runs are made with: settings, schedule, history, words, the way out for notices.
import { dirname, join, resolve } from 'node:path';
import { jobsOf } from '../jobs.js';
import { runLock, takeLock } from '../locks/lock.js';
import { readNoticeWords } from '../notice-words.js';
import { bankHolidaysFile, readProject, type Project } from '../project.js';
import type { Workshop } from '../schedule/attempt.js';
import type { Clock } from '../schedule/clock.js';
import { readSchedule, type Schedule } from '../schedule/declaration.js';
import { openHistory, type History } from '../schedule/history.js';
import { folderChannel } from '../schedule/notice-folder.js';
import { post, type PostRoom } from '../schedule/post.js';
import { emailChannel } from '../schedule/smtp.js';
import { readBankHolidays, type BankHolidays } from '../schedule/working-days.js';
import { writeNotice } from '../schedule/write-notice.js';
import { readSettings, type Settings } from '../settings.js';
import type { Arguments } from './arguments.js';

/** What a service declares of itself, read once. */
export interface Service {
  readonly project: Project;
  readonly file: string;
  readonly settings: Settings;
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly history: History;
}

/** Reads the settings and the schedule beside them. Throws `Stopped` with what is wrong in either. */
export function readService({
  settings,
  schedule,
}: Pick<Arguments, 'settings' | 'schedule'>): Service {
  const project = readProject();
  const file = resolve(settings ?? join(project.folder, 'reports', 'service.yaml'));
  const declared = readSchedule(resolve(schedule ?? join(dirname(file), 'schedule.yaml')));
  return {
    project,
    file,
    settings: readSettings(file),
    schedule: declared,
    holidays: readBankHolidays(bankHolidaysFile(project.folder)),
    history: openHistory(declared.history),
  };
}

/** Joins a service with a clock. `say` is told a line as things happen, `progress` each step of a job. */
export function openWorkshop(
  service: Service,
  clock: Clock,
  signal: AbortSignal,
  { say, progress }: { say: (line: string) => void; progress: (step: string) => void },
): Workshop {
  const { project, file, schedule, holidays, history } = service;
  const watch = { now: () => clock.now(), wait: (ms: number) => clock.sleep(ms, signal) };
  const room = postRoom(service, clock);
  return {
    ...{ schedule, holidays, history, clock, say },
    perform: jobsOf({ project, settings: () => readSettings(file), watch, progress }),
    lock: () => takeLock(runLock(schedule.history)),
    post: () => post(room),
  };
}

function postRoom({ project, settings, schedule, history }: Service, clock: Clock): PostRoom {
  const { folder, email } = schedule.notices;
  const words = readNoticeWords(project.folder, settings);
  const password = process.env['BOARDPACK_SMTP_PASSWORD'];
  return {
    history,
    now: () => clock.now(),
    write: (notice, runs) => writeNotice(notice, runs, words),
    channels: {
      folder: folderChannel(folder),
      ...(email ? { email: emailChannel(email, password) } : {}),
    },
  };
}

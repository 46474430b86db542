// What a service declares → everything that its runs are made with: its jobs, words, the way out for notices.
import { jobsOf } from '../schedule/jobs.js';
import { runLock, takeLock } from '../locks/lock.js';
import { readNoticeWords } from '../schedule/notice-words.js';
import type { Project } from '../config/project.js';
import type { Workshop } from '../schedule/attempt.js';
import type { Clock } from '../schedule/clock.js';
import { folderChannel } from '../schedule/notice-folder.js';
import { post, type PostRoom } from '../schedule/outbox.js';
import { emailChannel } from '../schedule/smtp.js';
import { writeNotice } from '../schedule/write-notice.js';
import { readSettings } from '../config/settings.js';
import type { Service } from './service.js';

/** Joins a service, and the project its jobs go by, with a clock. `say` is told each line, `progress` each step of a job. */
export function openWorkshop(
  service: Service & { readonly project: Project },
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

function postRoom({ folder: own, settings, schedule, history }: Service, clock: Clock): PostRoom {
  const { folder, email } = schedule.notices;
  const words = readNoticeWords(own, settings);
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

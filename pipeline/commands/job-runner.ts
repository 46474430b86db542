// What a service declares → everything that its runs are made with: its jobs, words, the way out for notices.
import { createRunJob } from '../schedule/jobs.js';
import { runLockPath, acquireLock } from '../locks/lock.js';
import { readNoticeWords } from '../schedule/notice-words.js';
import type { Project } from '../config/project.js';
import type { JobRunner } from '../schedule/attempt.js';
import type { Clock } from '../schedule/clock.js';
import { createFolderChannel } from '../schedule/notice-folder.js';
import { sendPendingNotices, type OutboxContext } from '../schedule/outbox.js';
import { createEmailChannel } from '../schedule/smtp.js';
import { writeNotice } from '../schedule/write-notice.js';
import { readSettings } from '../config/settings.js';
import type { Service } from './service.js';

/** Joins a service, and the project its jobs go by, with a clock. Calls `say` with each line and `progress` with each step of a job. */
export function createJobRunner(
  service: Service & { readonly project: Project },
  clock: Clock,
  signal: AbortSignal,
  { say, progress }: { say: (line: string) => void; progress: (step: string) => void },
): JobRunner {
  const { project, file, schedule, holidays, history } = service;
  const watch = { now: () => clock.now(), wait: (ms: number) => clock.sleep(ms, signal) };
  const outbox = createOutboxContext(service, clock);
  return {
    ...{ schedule, holidays, history, clock, report: say },
    runJob: createRunJob({ project, settings: () => readSettings(file), watch, progress }),
    acquireLock: () => acquireLock(runLockPath(schedule.history)),
    sendPending: () => sendPendingNotices(outbox),
  };
}

function createOutboxContext(
  { folder: own, settings, schedule, history }: Service,
  clock: Clock,
): OutboxContext {
  const { folder, email } = schedule.notices;
  const words = readNoticeWords(own, settings);
  const password = process.env['BOARDPACK_SMTP_PASSWORD'];
  return {
    history,
    now: () => clock.now(),
    writeMessage: (notice, runs) => writeNotice(notice, runs, words),
    channels: {
      folder: createFolderChannel(folder),
      ...(email ? { email: createEmailChannel(email, password) } : {}),
    },
  };
}

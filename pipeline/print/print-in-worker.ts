// Prints in a thread of its own: drawing other documents keeps none of them waiting.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Stopped, type Problem } from '../domain/problem.js';
import { threadModule } from '../domain/thread-module.js';
import type { Start } from './choose-browser.js';
import type { Jobs, Print, Printed } from './pdf.js';

/** What the thread is begun with. */
export interface ThreadPlan {
  readonly fontFolder: string;
  readonly start: Start;
}

/** What the thread says: a document that is printed, or why none can be. */
export type Said = Printed | { readonly problems: readonly Problem[] };

/** A thread with its browser, ready before there is anything to print. */
export interface PrintThread {
  /** As `printHere`, which the thread runs. Each document is handed to it as soon as it is written. For one printing. */
  readonly print: Print;
  /** Ends it and its browser, whether or not anything was printed. */
  close(): Promise<void>;
}

/** Starts a thread as soon as a browser is chosen. That it could not start is told to whoever prints, and not before. */
export function openPrintThread(fontFolder: string, chosen: Promise<Start>): PrintThread {
  const problems: Problem[] = [];
  let hand: Parameters<Print>[1] = () => undefined;
  const started = chosen.then((start) => {
    const thread = begun({ fontFolder, start }, (said) => {
      if ('at' in said) hand(said);
      else problems.push(...said.problems);
    });
    const ended = once(thread, 'exit');
    ended.catch(() => undefined);
    return { thread, ended };
  });
  started.catch(() => undefined);
  return {
    async print(jobs, handed) {
      hand = handed;
      const { thread, ended } = await started;
      await handOver(jobs, thread);
      await ended;
      if (problems.length > 0) throw new Stopped(problems);
    },
    async close() {
      const { thread, ended } = await started;
      thread.postMessage(null);
      await ended;
    },
  };
}

function begun(plan: ThreadPlan, hear: (said: Said) => void): Worker {
  const thread = new Worker(threadModule(import.meta.url, 'print-worker'), { workerData: plan });
  return thread.on('message', hear);
}

/** Whatever becomes of the writing, the thread is told when no more comes: it then closes its browser and ends. */
async function handOver(jobs: Jobs, thread: Worker): Promise<void> {
  try {
    for await (const job of jobs) thread.postMessage(job);
  } finally {
    thread.postMessage(null);
  }
}

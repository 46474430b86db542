// Prints in a thread of its own: drawing other documents keeps none of them waiting.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Stopped, type Problem } from '../domain/problem.js';
import { threadModule } from '../domain/thread-module.js';
import type { Start } from './browser.js';
import type { Jobs, Print, Printed } from './pdf.js';

/** What the thread is begun with. */
export interface ThreadPlan {
  readonly fontFolder: string;
  readonly start: Start;
}

/** What the thread says: a document that is printed, or why none can be. */
export type Said = Printed | { readonly problems: readonly Problem[] };

/** As `printHere`, which the thread runs. Each document is handed to it as soon as it is written. */
export function printApart(fontFolder: string, chosen: Promise<Start>): Print {
  return async (jobs, hand) => {
    const plan: ThreadPlan = { fontFolder, start: await chosen };
    const thread = new Worker(threadModule(import.meta.url, 'print-thread'), { workerData: plan });
    const problems: Problem[] = [];
    thread.on('message', (said: Said) => {
      if ('problems' in said) problems.push(...said.problems);
      else hand(said);
    });
    const ended = once(thread, 'exit');
    // Told below, and not before.
    ended.catch(() => undefined);
    await handOver(jobs, thread);
    await ended;
    if (problems.length > 0) throw new Stopped(problems);
  };
}

/** Whatever becomes of the writing, the thread is told when no more comes: it then closes its browser and ends. */
async function handOver(jobs: Jobs, thread: Worker): Promise<void> {
  try {
    for await (const job of jobs) thread.postMessage(job);
  } finally {
    thread.postMessage(null);
  }
}

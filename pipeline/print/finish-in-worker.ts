// Finishes in a thread of its own: meanwhile the browser is told to print the next document.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadModule } from '../domain/thread-module.js';
import { unprinted, type Finish, type Finished } from './print-job.js';
import type { PrintJob } from './pdf.js';

/** What the thread is given to finish. */
export interface ToFinish {
  readonly printed: Uint8Array | null;
  readonly job: PrintJob;
}

/** A thread that finishes one document after another; close it when none comes any more. */
export function openFinishing(): { finish: Finish; close: () => Promise<unknown> } {
  const thread = new Worker(threadModule(import.meta.url, 'finish-worker'));
  const ended = once(thread, 'exit');
  ended.catch(() => undefined);
  let turn: Promise<unknown> = Promise.resolve();
  // A thread that ends says nothing more of any document.
  const finishOne = async (given: ToFinish): Promise<Finished> => {
    thread.postMessage(given);
    const [said] = (await Promise.race([once(thread, 'message'), ended])) as [Finished | number];
    return typeof said === 'number' ? unprinted(given.job) : said;
  };
  return {
    finish(printed, job) {
      const finished = turn.then(() => finishOne({ printed, job })).catch(() => unprinted(job));
      turn = finished;
      return finished;
    },
    close: () => thread.terminate(),
  };
}

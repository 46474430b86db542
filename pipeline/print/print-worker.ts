// The thread that prints: documents come as messages, and null after the last; each goes back as it is printed.
import { on } from 'node:events';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Stopped } from '../domain/problem.js';
import { openFinishing } from './finish-in-worker.js';
import type { PrintJob } from './pdf.js';
import type { Said, ThreadPlan } from './print-in-worker.js';
import { printHere } from './print-documents.js';

async function* jobsFrom(port: MessagePort): AsyncGenerator<PrintJob> {
  for await (const [job] of on(port, 'message') as AsyncIterable<[PrintJob | null]>) {
    if (job === null) return;
    yield job;
  }
}

async function printFor(port: MessagePort, { fontFolder, start }: ThreadPlan): Promise<void> {
  const say = (said: Said): void => {
    port.postMessage(said);
  };
  const finishing = openFinishing();
  try {
    const print = printHere(fontFolder, finishing.finish, Promise.resolve(start));
    await print(jobsFrom(port), say);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say({ problems: error.problems });
  } finally {
    await finishing.close();
  }
}

if (parentPort) await printFor(parentPort, workerData as ThreadPlan);

// The thread that finishes: documents come as the browser made them, and go back one after another as they are finished.
import { parentPort } from 'node:worker_threads';
import { finishHere } from './finish.js';
import type { ToFinish } from './finish-in-worker.js';

parentPort?.on('message', ({ printed, job }: ToFinish) => {
  void finishHere(printed, job).then((finished) => parentPort?.postMessage(finished));
});

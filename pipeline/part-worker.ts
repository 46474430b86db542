// In a thread of its own: a part of a large file → the message that tells what came of it.
import { parentPort, workerData } from 'node:worker_threads';
import { readPart, type PartTask } from './part.js';

parentPort?.postMessage(readPart(workerData as PartTask));

// An XLSX file's bytes → counted records, parsed in a worker thread with limits on time and memory.
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../domain/problem.js';
import { workerUrl } from '../domain/thread-module.js';
import { findHeading } from './heading.js';
import type { RowCounter } from './row-counts.js';
import type { ExtractFile, HeadingTest } from './extract-file.js';
import { buildFileProblem, refuse, refuseMissingHeading } from './refusal.js';
import type { WorkbookFile } from './sheet.js';
import type { WorkbookMessage, WorkbookRecords } from './workbook-worker.js';
import { readZipEntries } from './zip.js';

/** What the thread may use, in milliseconds and in megabytes. */
interface WorkbookLimits {
  readonly time: number;
  readonly memory: number;
}

const LIMITS: WorkbookLimits = { time: 180_000, memory: 3072 };

/**
 * Reads the right sheet of a workbook into a counter, which the caller finishes; cells as `formatCellText` writes them,
 * records padded to the width of the heading. Refuses what `readZipEntries` and `readSheet` refuse, `empty-file`,
 * `no-heading`, `merged-cells` below the headings, and as `too-large` a workbook that takes more than the limits, usually 3 GB and 3 minutes, to open.
 */
export async function readWorkbook(
  { name, extract }: ExtractFile,
  bytes: Buffer,
  isHeading: HeadingTest,
  counter: RowCounter,
  limits = LIMITS,
): Promise<void> {
  readZipEntries(name, bytes);
  const worker = openWorker({ file: name, extract, bytes }, limits);
  const timer = setTimeout(() => void worker.terminate(), limits.time);
  try {
    await awaitLastMessage(worker, name, (message) => handleMessage(message, isHeading, counter));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Waits for the worker's last message, for which `handle` returns true. */
function awaitLastMessage(
  worker: Worker,
  file: string,
  handle: (message: WorkbookMessage) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkbookMessage) => {
      try {
        if (handle(message)) resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', (error: Error) => {
      reject(translateWorkerError(file, error));
    });
    worker.on('exit', () => {
      reject(tooLargeError(file));
    });
  });
}

/** Handles one message; true if it is the last. */
function handleMessage(
  message: WorkbookMessage,
  isHeading: HeadingTest,
  counter: RowCounter,
): boolean {
  if (message.type === 'refused') throw new ProblemError(message.problems);
  if (message.type === 'records') addRecords(message, isHeading, counter);
  return message.type === 'end';
}

function addRecords(
  { records, mergedRow }: WorkbookRecords,
  isHeading: HeadingTest,
  counter: RowCounter,
): void {
  let from = 0;
  if (counter.width === 0) {
    const heading = findHeading(records, isHeading);
    if (heading === null) refuseMissingHeading(counter.file, records.flat().length === 0);
    counter.start(heading);
    from = counter.line;
    // Above the headings a title may be merged; below them the rows under a merged cell look blank.
    if (mergedRow > from) refuse('merged-cells', counter.file, { line: mergedRow });
  }
  const { width } = counter;
  for (let index = from; index < records.length; index += 1) {
    const record = records[index] ?? [];
    while (record.length < width) record.push('');
  }
  counter.addRecords(records.slice(from));
}

function openWorker(workerData: WorkbookFile, { memory }: WorkbookLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  const module = workerUrl(import.meta.url, 'workbook-worker');
  return new Worker(module, { workerData, resourceLimits });
}

function translateWorkerError(file: string, error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLargeError(file) : error;
}

function tooLargeError(file: string): ProblemError {
  return new ProblemError([buildFileProblem('too-large', file, { variant: 'slow' })]);
}

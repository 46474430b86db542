// An XLSX file's bytes → records in an intake, parsed in a thread with limits on its time and memory.
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../domain/problem.js';
import { workerUrl } from '../domain/thread-module.js';
import { findHeading } from './heading.js';
import type { Intake } from './row-counts.js';
import type { ExtractFile, IsHeading } from './extract-file.js';
import { fileProblem, refuseHeadless } from './refusal.js';
import type { WorkbookFile } from './sheet.js';
import type { WorkbookMessage } from './workbook-worker.js';
import { zipEntries } from './zip.js';

/** What the thread may use, in milliseconds and in megabytes. */
interface WorkbookLimits {
  readonly time: number;
  readonly memory: number;
}

const LIMITS: WorkbookLimits = { time: 180_000, memory: 3072 };

/**
 * Reads the one sheet of a workbook that is meant into an intake, which the caller closes; cells as `cellText` writes
 * them, records made as wide as the heading. Refuses what `zipEntries` and `sheetRecords` refuse, `empty-file`,
 * `no-heading`, and as `too-large` a workbook that takes more than the limits, usually 3 GB and 3 minutes, to open.
 */
export async function readWorkbook(
  { name, extract }: ExtractFile,
  bytes: Buffer,
  isHeading: IsHeading,
  intake: Intake,
  limits = LIMITS,
): Promise<void> {
  zipEntries(name, bytes);
  const worker = openWorker({ file: name, extract, bytes }, limits);
  const timer = setTimeout(() => void worker.terminate(), limits.time);
  try {
    await heard(worker, name, (message) => hear(message, isHeading, intake));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Waits for the thread's last message, the one for which `take` says true. */
function heard(
  worker: Worker,
  file: string,
  take: (message: WorkbookMessage) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkbookMessage) => {
      try {
        if (take(message)) resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', (error: Error) => {
      reject(failure(file, error));
    });
    worker.on('exit', () => {
      reject(tooLarge(file));
    });
  });
}

/** Takes one message in; true when it is the last. */
function hear(message: WorkbookMessage, isHeading: IsHeading, intake: Intake): boolean {
  if (message.tells === 'refused') throw new ProblemError(message.problems);
  if (message.tells === 'records') takeRecords(message.records, isHeading, intake);
  return message.tells === 'end';
}

function takeRecords(records: string[][], isHeading: IsHeading, intake: Intake): void {
  let from = 0;
  if (intake.width === 0) {
    const heading = findHeading(records, isHeading);
    if (heading === null) refuseHeadless(intake.file, records.flat().length === 0);
    intake.open(heading);
    from = intake.line;
  }
  const { width } = intake;
  for (let index = from; index < records.length; index += 1) {
    const record = records[index] ?? [];
    while (record.length < width) record.push('');
  }
  intake.take(records.slice(from));
}

function openWorker(workerData: WorkbookFile, { memory }: WorkbookLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  const module = workerUrl(import.meta.url, 'workbook-worker');
  return new Worker(module, { workerData, resourceLimits });
}

function failure(file: string, error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(file) : error;
}

function tooLarge(file: string): ProblemError {
  const what = `${file} takes too long, or too much memory, to open.`;
  return new ProblemError([
    fileProblem('too-large', file, what, 'Save its sheet alone as CSV UTF-8.'),
  ]);
}

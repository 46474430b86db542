// In a thread of its own: a workbook's bytes → messages that carry its records, or the problems that refuse it.
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError, type Problem } from '../domain/problem.js';
import { readSheetRecords, type WorkbookFile } from './sheet.js';
import { verifyZipEntries, readZipEntries } from './zip.js';

/** A message of the worker: some records, in order; the end; or why the workbook is refused. */
export type WorkbookMessage =
  | { readonly type: 'records'; readonly records: string[][] }
  | { readonly type: 'end' }
  | { readonly type: 'refused'; readonly problems: readonly Problem[] };

const RECORDS_PER_MESSAGE = 8192;

function sendMessage(message: WorkbookMessage): void {
  parentPort?.postMessage(message);
}

function sendRecords(source: WorkbookFile): void {
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  verifyZipEntries(source.file, bytes, readZipEntries(source.file, bytes));
  let records: string[][] = [];
  for (const record of readSheetRecords(source)) {
    records.push(record);
    if (records.length < RECORDS_PER_MESSAGE) continue;
    sendMessage({ type: 'records', records });
    records = [];
  }
  sendMessage({ type: 'records', records });
  sendMessage({ type: 'end' });
}

try {
  sendRecords(workerData as WorkbookFile);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  sendMessage({ type: 'refused', problems: error.problems });
}

// In a thread of its own: a workbook's bytes → messages that carry its records, or the problems that refuse it.
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError, type Problem } from '../domain/problem.js';
import { readSheet, type WorkbookFile } from './sheet.js';
import { verifyZipEntries, readZipEntries } from './zip.js';

/** Some records, in order, and the last row of their sheet, from 1, that cells merged down the rows reach; 0 for none. */
export interface WorkbookRecords {
  readonly type: 'records';
  readonly records: string[][];
  readonly mergedRow: number;
}

/** A message of the worker: some records, in order; the end; or why the workbook is refused. */
export type WorkbookMessage =
  | WorkbookRecords
  | { readonly type: 'end' }
  | { readonly type: 'refused'; readonly problems: readonly Problem[] };

const RECORDS_PER_MESSAGE = 8192;

function sendMessage(message: WorkbookMessage): void {
  parentPort?.postMessage(message);
}

function sendRecords(source: WorkbookFile): void {
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  verifyZipEntries(source.file, bytes, readZipEntries(source.file, bytes));
  const sheet = readSheet(source);
  const { mergedRow } = sheet;
  let records: string[][] = [];
  for (const record of sheet.records) {
    records.push(record);
    if (records.length < RECORDS_PER_MESSAGE) continue;
    sendMessage({ type: 'records', records, mergedRow });
    records = [];
  }
  sendMessage({ type: 'records', records, mergedRow });
  sendMessage({ type: 'end' });
}

try {
  sendRecords(workerData as WorkbookFile);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  sendMessage({ type: 'refused', problems: error.problems });
}

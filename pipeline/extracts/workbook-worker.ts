// In a thread of its own: a workbook's bytes → messages that carry its records, or the problems that refuse it.
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError, type Problem } from '../domain/problem.js';
import { sheetRecords, type WorkbookFile } from './sheet.js';
import { checkEntries, zipEntries } from './zip.js';

/** What the thread tells: some records, in order; that there are no more; or why the workbook is refused. */
export type WorkbookMessage =
  | { readonly tells: 'records'; readonly records: string[][] }
  | { readonly tells: 'end' }
  | { readonly tells: 'refused'; readonly problems: readonly Problem[] };

const RECORDS_A_MESSAGE = 8192;

function tell(message: WorkbookMessage): void {
  parentPort?.postMessage(message);
}

function tellRecords(source: WorkbookFile): void {
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  checkEntries(source.file, bytes, zipEntries(source.file, bytes));
  let records: string[][] = [];
  for (const record of sheetRecords(source)) {
    records.push(record);
    if (records.length < RECORDS_A_MESSAGE) continue;
    tell({ tells: 'records', records });
    records = [];
  }
  tell({ tells: 'records', records });
  tell({ tells: 'end' });
}

try {
  tellRecords(workerData as WorkbookFile);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  tell({ tells: 'refused', problems: error.problems });
}

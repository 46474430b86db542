// One extract's file → its heading and rows as received, and a report on reading it.
import { ProblemError, type Problem } from '../domain/problem.js';
import { parseCsv } from './csv.js';
import { decodeText } from './decode.js';
import { detectEncoding } from './encoding.js';
import { RowCounter } from './row-counts.js';
import type { ExtractFile, HeadingTest, FileReport, RowHandler } from './extract-file.js';
import { refuse } from './refusal.js';
import { SourceFile } from './source-file.js';
import { readWorkbook } from './workbook.js';

/** 500 MB: a workbook is unpacked in memory. A CSV file may have any size. */
const MAX_WORKBOOK_BYTES = 500_000_000;

/**
 * Reads a CSV file or an XLSX workbook, sending its heading and then its rows to `handler` as they are parsed, in the
 * file's order. Promises `received` = rows sent + `ragged` + `totals`, and the hash of the very bytes that were parsed.
 * When the file is `refused` (the problems say why) rows may have been sent already: the caller throws them away. A file
 * that the computer cannot read, or that changes meanwhile, is a `computer` problem. Only an error of the handler, or
 * a bug, is thrown.
 */
export async function readExtract(
  file: ExtractFile,
  isHeading: HeadingTest,
  handler: RowHandler,
): Promise<FileReport> {
  const format = /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv';
  const counter = new RowCounter(file.name, handler);
  const source = new SourceFile(file);
  const read = format === 'xlsx' ? readWorkbookFile : readCsvFile;
  let encoding = '';
  let refusals: readonly Problem[] = [];
  try {
    encoding = await read(source, isHeading, counter);
    source.requireUnchanged();
    counter.finish();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    refusals = error.problems;
  }
  const { received, ragged, totals, problems } = counter;
  const seen = { sha256: source.computeHash(), bytes: source.bytes, encoding, format } as const;
  const counted = { received, ragged, totals, refused: refusals.length > 0 };
  return { ...seen, ...counted, problems: [...problems, ...refusals] };
}

async function readWorkbookFile(
  source: SourceFile,
  isHeading: HeadingTest,
  counter: RowCounter,
): Promise<'workbook'> {
  const blocks: Buffer[] = [];
  for (const block of source.readAndHashBlocks())
    if (source.bytes <= MAX_WORKBOOK_BYTES) blocks.push(block);
  if (source.bytes > MAX_WORKBOOK_BYTES) refuseSize(source.file.name);
  await readWorkbook(source.file, Buffer.concat(blocks), isHeading, counter);
  return 'workbook';
}

/** Reads the file twice: only all of its bytes show how its first line was written. */
function readCsvFile(source: SourceFile, isHeading: HeadingTest, counter: RowCounter): string {
  const { name } = source.file;
  const encoding = detectEncoding(source.readAndHashBlocks());
  if (source.signature === 'PK\x03\x04') refuseWorkbook(name);
  if (typeof encoding !== 'string') refuseText(name, encoding.unreadable);
  parseCsv(decodeText(source.readBlocks(), encoding), isHeading, counter);
  return encoding;
}

function refuseSize(name: string): never {
  refuse('too-large', name, { variant: 'file' });
}

function refuseWorkbook(name: string): never {
  refuse('unreadable-file', name, { variant: 'workbook-as-csv' });
}

function refuseText(name: string, variant: string): never {
  refuse('unreadable-text', name, { variant });
}

// One extract's file → its heading and rows, as received, and what reading it showed.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Stopped, type Problem } from '../domain/problem.js';
import { parseCsv } from './csv.js';
import { decodeText } from './decode.js';
import { Intake } from './row-counts.js';
import type { ExtractFile, IsHeading, Reading, Sink } from './extract-file.js';
import { refuse } from './refusal.js';
import { readWorkbook } from './workbook.js';

/** 500 MB: near the longest text that one string can hold. */
const MOST_BYTES = 500_000_000;

/**
 * Reads a CSV file or an XLSX workbook, sending its heading and then its rows to `sink` as they are parsed, in the
 * file's order. Promises `received` = rows sent + `ragged` + `totals`, and the hash of the very bytes that were parsed.
 * When the file is `refused` (the problems say why) rows may have been sent already: the caller throws them away. A file
 * that the computer cannot read is a `computer` problem. Only an error of the sink's own, or a bug, is thrown.
 */
export async function readExtract(
  file: ExtractFile,
  isHeading: IsHeading,
  sink: Sink,
): Promise<Reading> {
  const format = /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv';
  const intake = new Intake(file.name, sink);
  const bytes = await readFile(file.path).catch(() => null);
  if (bytes === null) return reading(intake, format, Buffer.alloc(0), '', [unreadable(file.name)]);
  let encoding = '';
  try {
    if (bytes.length > MOST_BYTES) refuseSize(file.name);
    encoding = await parse(file, format, bytes, isHeading, intake);
    intake.close();
    return reading(intake, format, bytes, encoding, []);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return reading(intake, format, bytes, encoding, error.problems);
  }
}

async function parse(
  file: ExtractFile,
  format: 'csv' | 'xlsx',
  bytes: Buffer,
  isHeading: IsHeading,
  intake: Intake,
): Promise<string> {
  if (format === 'xlsx') {
    await readWorkbook(file, bytes, isHeading, intake);
    return 'workbook';
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') refuseWorkbook(file.name);
  const text = decodeText(file.name, bytes);
  parseCsv(text.pieces, isHeading, intake);
  return text.encoding;
}

function reading(
  { received, ragged, totals, problems }: Intake,
  format: 'csv' | 'xlsx',
  bytes: Buffer,
  encoding: string,
  refusals: readonly Problem[],
): Reading {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const counted = { sha256, bytes: bytes.length, encoding, format, received, ragged, totals };
  return { ...counted, refused: refusals.length > 0, problems: [...problems, ...refusals] };
}

function unreadable(name: string): Problem {
  const what = `${name} cannot be opened.`;
  const fix = 'Close it in other programs, check that you may read it, and run again.';
  return { kind: 'computer', code: 'locked-file', file: name, what, fix };
}

function refuseSize(name: string): never {
  const fix = 'Export fewer years, or only the columns that the extract has.';
  refuse('too-large', name, `${name} is larger than 500 MB.`, fix);
}

function refuseWorkbook(name: string): never {
  const fix = 'Rename it so that it ends in .xlsx, or save it as CSV UTF-8.';
  refuse('unreadable-file', name, `${name} is a workbook under the name of a CSV file.`, fix);
}

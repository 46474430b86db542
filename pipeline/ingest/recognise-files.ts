// Tables that are not named after an extract → the extract that each seems to be, by its headings.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseHeadings } from '../contracts/heading-advice.js';
import type { Contract } from '../contracts/contract.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { findCsvLayout } from '../extracts/csv-heading.js';
import { decodeText } from '../extracts/decode.js';
import { detectEncoding } from '../extracts/encoding.js';
import { findHeading, HEADING_SEARCH_ROWS } from '../extracts/heading.js';
import { readSheetRecords } from '../extracts/sheet.js';
import { readZipEntries } from '../extracts/zip.js';

/** How much of a CSV file is looked at, and the largest workbook that is, in bytes. */
const SAMPLE = 65_536;
const MAX_WORKBOOK = 5_000_000;

/**
 * Adds to each note on a file that is not named after an extract which extract its headings are those of. Nothing is read as
 * that extract: a person renames the file. A file that cannot be read, or whose headings are nobody's, keeps its note.
 */
export function offerExtracts(
  problems: readonly Problem[],
  folder: string,
  contracts: readonly Contract[],
): Problem[] {
  return problems.map((problem) => {
    const { code, file } = problem;
    if (code !== 'unknown-file' || file === undefined) return problem;
    const extracts = recogniseFile(join(folder, file), contracts);
    const [extract, ...others] = extracts;
    if (extract === undefined) return problem;
    const what = `${file} is not named after an extract, so it is not read. Its headings are those of ${[extract, ...others].join(' or ')}.`;
    const fix = `If that is right, begin its name with the extract’s: ${extract}_${file}.`;
    return { ...problem, what, fix };
  });
}

function recogniseFile(path: string, contracts: readonly Contract[]): string[] {
  let found: string[] = [];
  const test = (cells: readonly string[]): boolean => {
    const extracts = recogniseHeadings(contracts, cells);
    if (extracts.length > 0) found = extracts;
    return extracts.length > 0;
  };
  try {
    if (/\.xlsx$/i.test(path)) searchWorkbook(path, test);
    else if (/\.csv$/i.test(path)) searchText(path, test);
  } catch (error) {
    // A file that is not read anyway is no problem of its own, even if this computer cannot open it.
    if (!(error instanceof ProblemError || isFromSystem(error))) throw error;
  }
  return found;
}

function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function searchText(path: string, test: (cells: readonly string[]) => boolean): void {
  const block = Buffer.alloc(SAMPLE);
  const file = openSync(path, 'r');
  const length = readSync(file, block, 0, SAMPLE, 0);
  closeSync(file);
  const start = block.subarray(0, length);
  // A letter may be cut in two at the sample's end.
  const whole = length < SAMPLE ? start : start.subarray(0, start.lastIndexOf(10) + 1);
  const encoding = detectEncoding([whole]);
  if (typeof encoding === 'string')
    findCsvLayout(path, [...decodeText([whole], encoding)].join(''), test);
}

function searchWorkbook(path: string, test: (cells: readonly string[]) => boolean): void {
  if (statSync(path).size > MAX_WORKBOOK) return;
  const bytes = readFileSync(path);
  readZipEntries(path, bytes);
  const records: string[][] = [];
  for (const record of readSheetRecords({ file: path, extract: '', bytes }))
    if (records.push(record) === HEADING_SEARCH_ROWS) break;
  findHeading(records, test);
}

// Tables that are not named after an extract → the extract that each seems to be, by its headings.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseHeadings } from '../contracts/heading-advice.js';
import type { Contract } from '../contracts/contract.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { findCsvLayout } from '../extracts/csv-heading.js';
import { decodeText } from '../extracts/decode.js';
import { detectEncoding } from '../extracts/encoding.js';
import type { HeadingTest, RowHandler } from '../extracts/extract-file.js';
import { readExtract } from '../extracts/read.js';

/** How much of a CSV file is looked at, and the largest workbook that is, in bytes. */
const SAMPLE = 65_536;
const MAX_WORKBOOK = 5_000_000;

/**
 * Adds to each note on a file that is not named after an extract which extract its headings are those of. Nothing is read as
 * that extract: a person renames the file. A file that cannot be read, or whose headings are nobody's, keeps its note.
 */
export async function offerExtracts<Found extends { readonly problems: readonly Problem[] }>(
  found: Found,
  folders: readonly string[],
  contracts: readonly Contract[],
): Promise<Omit<Found, 'problems'> & { problems: Problem[] }> {
  const problems: Problem[] = [];
  for (const problem of found.problems)
    problems.push(await offerExtract(problem, folders, contracts));
  return { ...found, problems };
}

async function offerExtract(
  problem: Problem,
  folders: readonly string[],
  contracts: readonly Contract[],
): Promise<Problem> {
  const { code, file } = problem;
  const folder = folders.find((each) => file !== undefined && existsSync(join(each, file)));
  if (code !== 'unknown-file' || file === undefined || folder === undefined) return problem;
  const extracts = await recogniseFile(folder, file, contracts);
  const [extract] = extracts;
  if (extract === undefined) return problem;
  return { ...problem, variant: 'recognised', facts: { extracts, name: `${extract}_${file}` } };
}

async function recogniseFile(
  folder: string,
  name: string,
  contracts: readonly Contract[],
): Promise<string[]> {
  const path = join(folder, name);
  let found: string[] = [];
  const test: HeadingTest = (cells) => {
    const extracts = recogniseHeadings(contracts, cells);
    if (extracts.length > 0) found = extracts;
    return extracts.length > 0;
  };
  try {
    if (/\.csv$/i.test(name)) searchText(path, test);
    else if (/\.xlsx$/i.test(name) && statSync(path).size <= MAX_WORKBOOK)
      await readExtract({ extract: '', path, name }, test, IGNORE_ROWS);
  } catch (error) {
    // A file that is not read anyway is no problem of its own, even if this computer cannot open it.
    if (!(error instanceof ProblemError || isFromSystem(error))) throw error;
  }
  return found;
}

const IGNORE_ROWS: RowHandler = { handleHeading: () => undefined, handleRow: () => undefined };

function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function searchText(path: string, test: HeadingTest): void {
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

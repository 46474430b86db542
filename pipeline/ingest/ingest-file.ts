// One file of an extract → a part of its checked rows, and what reading it showed.
import { statSync } from 'node:fs';
import { openRowWriter, type RowRules } from './row-writer.js';
import type { ExtractCheck } from '../contracts/check.js';
import { saysWho } from '../contracts/contract.js';
import { isHeading } from '../contracts/headings.js';
import { readExtract } from '../extracts/read.js';
import type { ExtractFile, Reading } from '../extracts/extract-file.js';
import { takeLarge, type LargeWay } from './ingest-large-file.js';
import { partOfSpools, type Part } from '../warehouse/parts.js';

/** Where rows go on their way to a delivery. */
export interface RowsWay extends LargeWay {
  /** In bytes: larger files are first taken for plain ones. */
  readonly large: number;
}

/** What was taken of a file: no part where it has no heading. */
export interface TakenFile {
  readonly reading: Reading;
  readonly part: Part | null;
}

/** Takes a file into the check of its extract, and its rows into a part. */
export async function takeFile(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  way: RowsWay,
): Promise<TakenFile> {
  // Extracts that say who somebody is are small, and their rows are read one by one.
  const mayBe = !/\.xlsx$/i.test(file.name) && !saysWho(rules.contract);
  const isLarge = mayBe && sizeOf(file.path) > way.large;
  const taken = isLarge ? await takeLarge(file, check, rules, way) : null;
  return taken ?? takeAny(file, check, rules, way);
}

/** A file that cannot be looked at is for the reader of any file, who says so. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? Number.NEGATIVE_INFINITY;
}

async function takeAny(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  { database, path }: RowsWay,
): Promise<TakenFile> {
  const before = check.file;
  const writer = openRowWriter(check, path);
  try {
    const reading = await readExtract(file, (cells) => isHeading(rules.contract, cells), {
      heading: (cells, line) => {
        check.heading(cells, file.name, line);
      },
      row: (cells, line) => {
        writer.take(cells, line);
      },
    });
    writer.close();
    if (check.file === before) return { reading, part: null };
    const { contract } = rules;
    return {
      reading,
      part: await partOfSpools(database, contract, writer.spools, path),
    };
  } finally {
    writer.close();
  }
}

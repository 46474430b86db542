// One file of an extract → its checked rows in the database, and what reading it showed.
import { statSync } from 'node:fs';
import { openRowWriter, type RowRules } from './checked-rows.js';
import type { ExtractCheck } from './contracts/check.js';
import { saysWho } from './contracts/contract.js';
import { isHeading } from './contracts/headings.js';
import { readExtract } from './extracts/read.js';
import type { ExtractFile, Reading } from './extracts/received.js';
import { takeLarge, type LargeWay } from './take-large.js';
import { fillSpooled } from './warehouse/spooled.js';

/** Where rows go on their way to the tables of their extract. */
export interface RowsWay extends LargeWay {
  /** What the names of spools begin with. */
  readonly path: string;
  /** In bytes: larger files are first taken for plain ones. */
  readonly large: number;
}

/** Takes a file into the check of its extract and, if it is not refused, its rows into the tables. */
export async function takeFile(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  way: RowsWay,
): Promise<Reading> {
  // Extracts that say who somebody is are small, and their rows are read one by one.
  const mayBe = !/\.xlsx$/i.test(file.name) && !saysWho(rules.contract);
  const isLarge = mayBe && sizeOf(file.path) > way.large;
  const reading = isLarge ? await takeLarge(file, check, rules, way) : null;
  return reading ?? takeAny(file, check, rules, way);
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
): Promise<Reading> {
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
    if (check.file > before) await fillSpooled(database, rules.contract, check.file, writer.spools);
    return reading;
  } finally {
    writer.close();
  }
}

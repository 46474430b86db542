// One file of an extract → its rows, checked and written down for the database, and what reading it showed.
import type { CodeList } from '../contracts/codes.js';
import { ExtractCheck } from '../contracts/check.js';
import type { Contract } from '../contracts/contract.js';
import { isHeading } from '../contracts/headings.js';
import { openSpool } from '../deliveries/spool.js';
import type { Day } from '../domain/period.js';
import type { PseudonymPrefixes } from '../domain/system.js';
import type { ExtractFile, FileReport } from '../extracts/extract-file.js';
import { readExtract } from '../extracts/read.js';
import { createMarker, createPseudonymiser } from '../identity/pseudonym.js';
import type { Connection } from '../warehouse/connection.js';
import { storeSpooledRows, type FileRows } from '../warehouse/parts.js';

/** What rows are checked by. */
export interface RowRules {
  readonly contract: Contract;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** Makes the pseudonyms of children's numbers. */
  readonly key: string;
  readonly prefixes?: PseudonymPrefixes;
}

/** A check whose kept rows hold pseudonyms in the place of numbers, and marks in that of names and birthdays. */
export function createExtractCheck({ contract, key, ...rules }: RowRules): ExtractCheck {
  const context = { ...rules, pseudonymise: createPseudonymiser(key), mark: createMarker(key) };
  return new ExtractCheck(contract, context);
}

/** What was taken of a file: no part where it has no heading. */
interface IngestedFile {
  readonly report: FileReport;
  readonly rows: FileRows | null;
}

/**
 * Takes a file into the check of its extract, and its rows into a part. `path` is what the names of files on the way
 * begin with.
 */
export async function ingestFile(
  file: ExtractFile,
  check: ExtractCheck,
  database: Connection,
  path: string,
): Promise<IngestedFile> {
  const before = check.file;
  const accepted = openSpool(`${path}.accepted.tsv`);
  const setAside = openSpool(`${path}.set-aside.tsv`);
  try {
    const report = await readExtract(file, (cells) => isHeading(check.contract, cells), {
      handleHeading: (cells, line) => {
        check.readHeading(cells, file.name, line);
      },
      handleRow: (cells, line) => {
        (check.checkRow(cells, line) ? accepted : setAside).write(check.encodedLine);
      },
    });
    for (const spool of [accepted, setAside]) spool.close();
    if (check.file === before) return { report, rows: null };
    const spools = { accepted: accepted.path, setAside: setAside.path };
    return { report, rows: await storeSpooledRows(database, check.contract, spools, path) };
  } finally {
    for (const spool of [accepted, setAside]) spool.close();
  }
}

// One file of an extract → its checked rows, ready for the database, and a report on reading it.
import type { CodeList } from '../contracts/codes.js';
import { ExtractCheck } from '../contracts/check.js';
import type { Contract } from '../contracts/contract.js';
import { describeNoHeading } from '../contracts/heading-advice.js';
import { isHeading } from '../contracts/headings.js';
import { openSpool } from '../deliveries/spool.js';
import type { Day } from '../domain/period.js';
import type { PseudonymPrefixes } from '../domain/system.js';
import type { ExtractFile, FileReport } from '../extracts/extract-file.js';
import { readExtract } from '../extracts/read.js';
import { createMarker, createPseudonymiser } from '../identity/pseudonym.js';
import type { Connection } from '../warehouse/connection.js';
import { storeSpooledRows, type FileRows } from '../warehouse/parts.js';

/** The rules that rows are checked against. */
export interface RowRules {
  readonly contract: Contract;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  /** Secret key of the children's pseudonyms. */
  readonly key: string;
  readonly prefixes?: PseudonymPrefixes;
}

/** Creates a check whose stored rows have pseudonyms instead of numbers, and marks instead of names and birthdays. */
export function createExtractCheck({ contract, key, ...rules }: RowRules): ExtractCheck {
  const context = { ...rules, pseudonymise: createPseudonymiser(key), mark: createMarker(key) };
  return new ExtractCheck(contract, context);
}

/** Result of ingesting one file. `rows` is null if no heading row was found. */
interface IngestedFile {
  readonly report: FileReport;
  readonly rows: FileRows | null;
}

/**
 * Checks the rows of one file and stores them temporarily. `path` is the prefix of the names of the temporary files.
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
    const searched: (readonly string[])[] = [];
    const test = (cells: readonly string[]): boolean =>
      isHeading(check.contract, cells) || (searched.push(cells), false);
    const read = await readExtract(file, test, {
      handleHeading: (cells, line) => {
        check.readHeading(cells, file.name, line);
      },
      handleRow: (cells, line) => {
        if (check.skipRow(cells)) return;
        (check.checkRow(cells, line) ? accepted : setAside).write(check.encodedLine);
      },
    });
    const problems = read.problems.map((problem) =>
      problem.code === 'no-heading'
        ? describeNoHeading(problem, check.contract, searched)
        : problem,
    );
    const report = { ...read, problems };
    for (const spool of [accepted, setAside]) spool.close();
    if (check.file === before) return { report, rows: null };
    const spools = { accepted: accepted.path, setAside: setAside.path };
    return { report, rows: await storeSpooledRows(database, check.contract, spools, path) };
  } finally {
    for (const spool of [accepted, setAside]) spool.close();
  }
}

// One file of an extract → its rows checked and written down, in one go or in parts, and what reading it showed.
import { openRowWriter, type RowRules, type RowSpools } from './checked-rows.js';
import type { ExtractCheck } from './contracts/check.js';
import { isHeading } from './contracts/headings.js';
import { readExtract } from './extracts/read.js';
import type { CutFile } from './extracts/cut.js';
import type { ExtractFile, PartRead, Reading } from './extracts/received.js';
import { readParts, type Cutting, type Part } from './parts.js';

/** Where rows of a file were written down, and how many lines of it stand before the one numbered 1 there. */
export interface FileSpools extends RowSpools {
  /** The file's number in the check of its extract. */
  readonly file: number;
  readonly linesBefore: number;
}

/** What came of one file. */
export interface TakenFile {
  readonly name: string;
  readonly reading: Reading;
  readonly spools: readonly FileSpools[];
}

/** Reads a file into the check of its extract. `path` is what the names of its spools begin with. */
export async function takeFile(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  path: string,
  cutting: Cutting,
): Promise<TakenFile> {
  const { name } = file;
  const writer = openRowWriter(check, path);
  const spools: Omit<FileSpools, 'file'>[] = [{ ...writer.spools, linesBefore: 0 }];
  const placed = (part: Part): PartRead => ({
    tally: part.tally,
    placed(linesBefore) {
      check.absorb(part.checked, linesBefore);
      spools.push({ ...part.spools, linesBefore });
    },
  });
  try {
    const reading = await readExtract(file, (cells) => isHeading(rules.contract, cells), {
      heading: (cells, line) => {
        check.heading(cells, name, line);
      },
      row: (cells, line) => {
        writer.take(cells, line);
      },
      parts: {
        over: cutting.over,
        read: async (cut: CutFile) =>
          (await readParts(rules, cut, path, cutting.parts))?.map(placed) ?? null,
      },
    });
    return { name, reading, spools: spools.map((each) => ({ ...each, file: check.file })) };
  } finally {
    writer.close();
  }
}

// A part of a large file → its rows checked and written down, and what came of them.
import { openCheck, openRowWriter, type RowRules } from './checked-rows.js';
import type { Checked } from './contracts/check.js';
import { Stopped } from './domain/problem.js';
import { parsePart } from './extracts/csv.js';
import { textPieces, type TextBytes } from './extracts/decode.js';
import { Intake, type Tally } from './extracts/intake.js';

/** One part of a file, and how it is to be read: plain values, so that it can be handed to a thread. */
export interface PartTask {
  readonly rules: RowRules;
  readonly file: string;
  /** What the names of its spools begin with. */
  readonly path: string;
  readonly heading: string[];
  readonly bytes: Uint8Array;
  readonly letters: TextBytes['letters'];
  readonly delimiter: string;
  readonly skip: number;
  readonly isLast: boolean;
}

/** What came of a part; null when the file must be read in one: to find where its records end, or to say why it is refused. */
export type PartResult = { readonly tally: Tally; readonly checked: Checked } | null;

/** Reads a part. Its lines are numbered from 1; what its heading shows is told by whoever cut the file. */
export function readPart(task: PartTask): PartResult {
  const check = openCheck(task.rules);
  const writer = openRowWriter(check, task.path);
  const intake = new Intake(task.file, {
    heading: (cells, line) => {
      check.heading(cells, task.file, line);
    },
    row: (cells, line) => {
      writer.take(cells, line);
    },
  });
  intake.open({ index: -1, cells: task.heading });
  try {
    const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
    const pieces = textPieces({ bytes, letters: task.letters });
    const relied = parsePart({ ...task, pieces }, intake);
    return relied ? { tally: intake.tally, checked: check.checked } : null;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return null;
  } finally {
    writer.close();
  }
}

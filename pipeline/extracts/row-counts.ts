// Records in a file's order → rows for the sink; ragged ones and totals counted and reported, blank ones passed over.
import type { Problem } from '../domain/problem.js';
import type { Heading } from './heading.js';
import type { Sink } from './extract-file.js';
import { fileProblem } from './refusal.js';
import { isBlank, isTotals } from './totals.js';

/** Ragged records, and totals, reported one by one; the rest are only counted, so that a broken file stays legible. */
const REPORTED = 100;

/** Counts every record after the heading and passes on those that have the heading's number of cells. */
export class Intake {
  received = 0;
  ragged = 0;
  totals = 0;
  readonly problems: Problem[] = [];
  /** The heading's number of cells; 0 before it is known. */
  width = 0;
  line = 0;

  constructor(
    readonly file: string,
    readonly sink: Sink,
  ) {}

  /** Takes the heading, and the records above it as read. */
  open(heading: Heading): void {
    this.width = heading.cells.length;
    this.line = heading.index + 1;
    this.sink.heading(heading.cells, this.line);
  }

  /** Takes the records that follow the last one taken, numbering them. The arrays are handed on, not copied. */
  take(records: readonly string[][]): void {
    for (const cells of records) {
      this.line += 1;
      if (cells.every(isBlank)) continue;
      this.received += 1;
      if (isTotals(cells)) this.#setAside();
      else if (cells.length === this.width) this.sink.row(cells, this.line);
      else this.#report(cells.length);
    }
  }

  /** Says what only the end shows. Called once, when no record is left. A file with a heading alone is a note. */
  close(): void {
    if (this.received === 0) this.problems.push(noRows(this.file));
    const unlisted = this.ragged - REPORTED;
    if (unlisted <= 0) return;
    const what = `${unlisted} more rows have other than ${this.width} cells.`;
    this.problems.push(fileProblem('ragged-row', this.file, what, RAGGED_FIX));
  }

  #setAside(): void {
    this.totals += 1;
    if (this.totals <= REPORTED) this.problems.push(totalsLine(this.file, this.line));
  }

  #report(cells: number): void {
    this.ragged += 1;
    if (this.ragged > REPORTED) return;
    const what = `The row has ${cells} cells where the heading has ${this.width}.`;
    this.problems.push(fileProblem('ragged-row', this.file, what, RAGGED_FIX, this.line));
  }
}

const RAGGED_FIX =
  'Look for a missing or extra separator, a title or a total in this row, mend it at the source and export again.';

function totalsLine(file: string, line: number): Problem {
  const what = 'is a line of totals and no record: it is set aside';
  const fix = 'Nothing need be done; the export may leave its totals out.';
  return { kind: 'note', code: 'totals-line', file, line, what, fix };
}

function noRows(file: string): Problem {
  const what = `${file} has a heading and no rows.`;
  const fix = 'If there should be some, export it again; if there are none, nothing need be done.';
  return { kind: 'note', code: 'no-rows', file, what, fix };
}

// Records in a file's order → rows for the handler; ragged ones and totals counted and reported, blank ones passed over.
import type { Problem } from '../domain/problem.js';
import type { HeadingRow } from './heading.js';
import type { RowHandler } from './extract-file.js';
import { buildFileProblem } from './refusal.js';
import { isBlank, isTotalsLine } from './totals.js';

/** Ragged records, and totals, reported one by one; the rest are only counted, so that a broken file stays legible. */
const MAX_REPORTED = 100;

/** Counts every record after the heading and passes on those that have the heading's number of cells. */
export class RowCounter {
  received = 0;
  ragged = 0;
  totals = 0;
  readonly problems: Problem[] = [];
  /** The heading's number of cells; 0 before it is known. */
  width = 0;
  line = 0;

  constructor(
    readonly file: string,
    readonly handler: RowHandler,
  ) {}

  /** Takes the heading, and the records above it as read. */
  start(heading: HeadingRow): void {
    this.width = heading.cells.length;
    this.line = heading.index + 1;
    this.handler.handleHeading(heading.cells, this.line);
  }

  /** Takes the records that follow the last one taken, numbering them. The arrays are handed on, not copied. */
  addRecords(records: readonly string[][]): void {
    for (const cells of records) {
      this.line += 1;
      if (cells.every(isBlank)) continue;
      this.received += 1;
      if (isTotalsLine(cells)) this.#countTotals();
      else if (cells.length === this.width) this.handler.handleRow(cells, this.line);
      else this.#countRagged(cells.length);
    }
  }

  /** Says what only the end shows. Called once, when no record is left. A file with a heading alone is a note. */
  finish(): void {
    if (this.received === 0) this.problems.push(describeNoRows(this.file));
    const unlisted = this.ragged - MAX_REPORTED;
    if (unlisted <= 0) return;
    const facts = { rows: unlisted, width: String(this.width) };
    this.problems.push(buildFileProblem('ragged-row', this.file, { variant: 'unlisted', facts }));
  }

  #countTotals(): void {
    this.totals += 1;
    if (this.totals <= MAX_REPORTED) this.problems.push(describeTotalsLine(this.file, this.line));
  }

  #countRagged(cells: number): void {
    this.ragged += 1;
    if (this.ragged > MAX_REPORTED) return;
    const facts = { cells: String(cells), width: String(this.width) };
    const { line } = this;
    this.problems.push(
      buildFileProblem('ragged-row', this.file, { line, variant: 'listed', facts }),
    );
  }
}

function describeTotalsLine(file: string, line: number): Problem {
  return { kind: 'note', code: 'totals-line', file, line };
}

function describeNoRows(file: string): Problem {
  return { kind: 'note', code: 'no-rows', file };
}

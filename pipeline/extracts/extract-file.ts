// The types shared by all readers: a file, the handler of its rows, and the report on reading it.
import type { Problem } from '../domain/problem.js';

/** A file that was found for an extract. */
export interface ExtractFile {
  /** The extract's name, e.g. `outcomes`. */
  readonly extract: string;
  readonly path: string;
  /** The file's own name, the only part of the path that problems print. */
  readonly name: string;
  /** The case system that it comes from, if its folder or its name says so. */
  readonly system?: string;
}

/** Receives rows as they are read: the heading once, then each row in the file's order. */
export interface RowHandler {
  handleHeading(cells: string[], line: number): void;
  /**
   * Takes one record as the supplier wrote it: as many cells as the heading has, nothing trimmed or converted. `line`
   * is its number in a spreadsheet: every record counts, blank ones and those above the heading too.
   */
  handleRow(cells: string[], line: number): void;
}

/** Whether a record's cells, trimmed, hold a heading that is wanted. */
export type HeadingTest = (cells: readonly string[]) => boolean;

/** Report on reading a file. `received` = rows sent to the handler + `ragged` + `totals`. */
export interface FileReport {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** How its text was written: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Windows-1252`, or `workbook`. */
  readonly encoding: string;
  readonly format: 'csv' | 'xlsx';
  /** Records after the heading that are not wholly blank. */
  readonly received: number;
  /** Of those, the ones with other than the heading's number of cells; each is a problem, none is sent. */
  readonly ragged: number;
  /** And the lines of totals, each a note; none is sent. */
  readonly totals: number;
  /** Whether the file cannot be used at all; rows already sent are then to be thrown away. */
  readonly refused: boolean;
  readonly problems: Problem[];
}

// The parts of a measure's page: the finding in words, charts, tables and notes.

import type { Verdict } from '../domain/value.js';

/** One chart. `svg` is self-contained, scales to its box, and has `alt` as its accessible name. */
export interface Chart {
  /** `trend`, `breakdown`, `relative_rate` or `profile`; unique within a figure. */
  readonly id: string;
  /** A short heading for the chart, in the figure's language. */
  readonly caption: string;
  readonly alt: string;
  readonly svg: string;
  /** `full` fills the text column, `half` leaves room for a table next to it: the theme's `chartWidth` and `chartBeside`. */
  readonly width: 'full' | 'half';
}

/** One column of a table. Numeric columns are right-aligned, in tabular figures. */
export interface TableColumn {
  readonly label: string;
  readonly numeric: boolean;
}

/** One row: its label, then one cell for each column after the first. A `heading` row starts a set of groups: no cells. */
export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** True for each suppressed cell; as long as `cells`. Absent if no cell is suppressed. */
  readonly hidden?: readonly boolean[];
  readonly heading?: boolean;
  /** A small drawing of its windows, printed under its label. */
  readonly line?: string;
  /** True for a part of the row above it; printed indented. */
  readonly part?: boolean;
}

/**
 * One table. Ids: `comparison` (published figures and ours of the same months), `trend` (windows across, so up to 14
 * columns: set it small), `breakdown` (half a column wide, next to the chart of that id), `relative_rate`, `profile`.
 * `columns[0]` heads the row labels.
 */
export interface FigureTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly note?: string;
}

/** Everything a pack prints about one measure in one language; built only from disclosed results. */
export interface Figure {
  /** The measure's id. */
  readonly id: string;
  /** The finding, as a heading. */
  readonly title: string;
  readonly sentence: string;
  /** The verdict on the change since the year before, if the sentence gives one. */
  readonly changeVerdict?: Verdict | null;
  /** Findings listed one by one after the sentence. */
  readonly points?: readonly string[];
  readonly notes: readonly string[];
  /** The measure that counts and tests the children behind it, where a note says that there is one. */
  readonly testedBy?: string;
  /** For a line of a table: how far likely links could move it. Absent if no link awaits review. */
  readonly linkSensitivity?: {
    readonly status: 'shown' | 'same' | 'hidden';
    /** The measure's title, with both ends of the range if they are shown. */
    readonly said: string;
    /** How many links, in words; empty if the range is not shown. */
    readonly links: string;
  };
  /** How far blank answers could move it. Absent if they could not. `said` is its title, with both ends if they are shown. */
  readonly answerRange?: { readonly status: 'shown' | 'hidden'; readonly said: string };
  /** Empty if nothing can be drawn; a note then says why. */
  readonly charts: readonly Chart[];
  readonly tables: readonly FigureTable[];
}

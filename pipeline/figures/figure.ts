// What a measure looks like on its page: the finding in words, charts, tables and notes.

/** One chart. `svg` stands alone, scales to its box, and carries `alt` as its accessible name. */
export interface Chart {
  /** `trend`, `breakdown`, `relative_rate` or `profile`; unique within a figure. */
  readonly id: string;
  /** A short heading for the chart, in the figure's language. */
  readonly caption: string;
  readonly alt: string;
  readonly svg: string;
  /** `full` fills the text column, `half` stands beside its table: `chartWidth` and `chartBeside` points of the theme. */
  readonly width: 'full' | 'half';
}

/** One column of a table; numeric columns are set right in figures of one width. */
export interface TableColumn {
  readonly label: string;
  readonly numeric: boolean;
}

/** One row: its head, then one cell a column after the first. `heading` rows open a set of groups and have no cells. */
export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** True where the cell's number is hidden to protect children; as long as `cells`, or absent when none is. */
  readonly hidden?: readonly boolean[];
  readonly heading?: boolean;
  /** A line that is part of the one above it, and stands a little in. */
  readonly part?: boolean;
}

/**
 * One table. Ids: `comparison` (published figures beside ours of the same months), `trend` (windows across, so up to 14
 * columns: set it small), `breakdown` (half a column wide, to stand beside the chart of that id), `relative_rate`,
 * `profile`. `columns[0]` heads the row labels.
 */
export interface FigureTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly note?: string;
}

/** All that a pack prints of one measure in one language; made only from disclosed results. */
export interface Figure {
  /** The measure's id. */
  readonly id: string;
  /** The finding, as a heading. */
  readonly title: string;
  readonly sentence: string;
  /** What is to be read one by one after the sentence. */
  readonly points?: readonly string[];
  readonly notes: readonly string[];
  /** Of a line of a table: what is said of how far likely links could move it; absent where none waits. */
  readonly linkSensitivity?: {
    readonly status: 'shown' | 'same' | 'hidden';
    /** The measure's title, with both ends where they are told. */
    readonly said: string;
    /** How many links, in words; empty where no ends are told. */
    readonly links: string;
  };
  /** Empty when nothing can be drawn; a note then says why. */
  readonly charts: readonly Chart[];
  readonly tables: readonly FigureTable[];
}

// Cells that are not known → each heading and label once, with its rows, its children and the first of its lines.
import { normaliseLabel, type CodeList } from '../contracts/codes.js';
import type { Contract } from '../contracts/contract.js';
import { normaliseHeading } from '../contracts/headings.js';

/** How many lines of a label are kept. */
const MOST_LINES = 5;

/** Where a label stands in one file: the first lines, and how many rows have it. */
export interface LabelPlace {
  readonly extract: string;
  readonly column: string;
  /** As the file has it. */
  readonly heading: string;
  readonly file: string;
  readonly lines: readonly number[];
  readonly rows: number;
}

/** An unknown label of a list, in extracts of one supplier, as the first row that has it writes it. */
export interface FoundLabel {
  readonly list: CodeList;
  readonly supplier: string;
  readonly text: string;
  /** Whether it stands in a column that decides who counts: then it stops the extract. */
  readonly decides: boolean;
  readonly rows: number;
  readonly children: number;
  readonly places: readonly LabelPlace[];
}

/** A heading that no column of the extract has. */
export interface FoundHeading {
  readonly contract: Contract;
  readonly text: string;
  readonly files: readonly string[];
  readonly line: number;
  /** Columns that a file has under other headings, and columns that it must have and lacks. */
  readonly located: readonly string[];
  readonly missing: readonly string[];
  /** Rows with something under the heading, and how many children they are of. */
  readonly rows: number;
  readonly children: number;
}

type Counted = { rows: number; children: Set<string> };

/** Gathers labels. */
export class LabelTally {
  readonly #found = new Map<string, Counted & LabelSubject & { places: Map<string, Place> }>();

  /** Counts one cell. `child` marks whose row it is. */
  add(
    subject: LabelSubject,
    place: Omit<LabelPlace, 'lines' | 'rows'>,
    line: number,
    child: string | null,
  ): void {
    const { list, supplier, text } = subject;
    const key = JSON.stringify([list.name, supplier, normaliseLabel(text)]);
    const known = this.#found.get(key) ?? {
      ...{ ...subject, rows: 0, children: new Set<string>(), places: new Map<string, Place>() },
    };
    known.rows += 1;
    known.decides ||= subject.decides;
    if (child !== null) known.children.add(child);
    const at = JSON.stringify([place.extract, place.column, place.file]);
    const lines = known.places.get(at) ?? { ...place, lines: [], rows: 0 };
    lines.rows += 1;
    if (lines.lines.length < MOST_LINES) lines.lines.push(line);
    known.places.set(at, lines);
    this.#found.set(key, known);
  }

  /** Every label, in the order in which they were found. */
  list(): FoundLabel[] {
    return [...this.#found.values()].map(({ children, places, ...label }) => ({
      ...label,
      children: children.size,
      places: [...places.values()],
    }));
  }
}

interface LabelSubject {
  readonly list: CodeList;
  readonly supplier: string;
  readonly text: string;
  decides: boolean;
}

type Place = Omit<LabelPlace, 'lines' | 'rows'> & { lines: number[]; rows: number };

/** Gathers headings. */
export class HeadingTally {
  readonly #found = new Map<
    string,
    Counted & Omit<FoundHeading, 'rows' | 'children' | 'files'> & { files: Set<string> }
  >();

  /** Begins a heading in a file; call `add` for each row that has something under it. */
  start(
    contract: Contract,
    text: string,
    at: Pick<FoundHeading, 'line' | 'located' | 'missing'> & { readonly file: string },
  ): { readonly add: (child: string | null) => void } {
    const { file, ...rest } = at;
    const key = JSON.stringify([contract.extract, normaliseHeading(text)]);
    const known = this.#found.get(key) ?? {
      ...{ contract, text, ...rest, files: new Set<string>() },
      ...{ rows: 0, children: new Set<string>() },
    };
    known.files.add(file);
    this.#found.set(key, known);
    return {
      add: (child) => {
        known.rows += 1;
        if (child !== null) known.children.add(child);
      },
    };
  }

  /** Every heading, in the order in which they were found. */
  list(): FoundHeading[] {
    return [...this.#found.values()].map(({ children, files, ...heading }) => ({
      ...heading,
      files: [...files],
      children: children.size,
    }));
  }
}

// Rows as received → rows to keep, rows set aside, faults. Every row received is one or the other.
import type { Problem } from '../domain/problem.js';
import { Fault, cellReader, type CellContext, type ReadCell } from './cells.js';
import type { Contract } from './contract.js';
import { FaultTally, movedDown, type Faults } from './faults.js';
import { placeColumns, type Place } from './headings.js';
import { faultProblems } from './row-problems.js';

/** The cells a delivery keeps of one row, in the order of the contract's `kept` columns; null is *not recorded*. */
export type KeptRow = readonly (string | null)[];

/** What came of rows that were checked elsewhere: plain values, so that a thread can tell them. */
export interface Checked {
  readonly accepted: number;
  readonly setAside: number;
  readonly faults: readonly Faults[];
}

interface Reader {
  readonly place: Place;
  readonly read: ReadCell;
  /** Where the value goes in the row that is kept. */
  readonly target: number;
}

/** Checks one extract: it is told of each file's heading, then of its rows in turn. */
export class ExtractCheck {
  readonly contract: Contract;
  accepted = 0;
  setAside = 0;
  readonly #context: CellContext;
  readonly #headingProblems: Problem[] = [];
  readonly #tally = new FaultTally();
  readonly #files: { readonly file: string; readonly places: readonly Place[] }[] = [];
  #readers: readonly Reader[] = [];
  readonly #row: (string | null)[];

  constructor(contract: Contract, context: CellContext) {
    this.contract = contract;
    this.#context = context;
    this.#row = new Array<string | null>(contract.kept.length).fill(null);
  }

  /** Takes the heading row of the next file. */
  heading(cells: readonly string[], file: string, line: number): void {
    const { places, problems } = placeColumns(this.contract, cells, file, line);
    this.#headingProblems.push(...problems);
    this.#files.push({ file, places });
    this.#row.fill(null);
    this.#readers = places
      .filter(({ column }) => column.type !== 'personal')
      .map((place) => this.#readerOf(place));
  }

  /** Says whether a row is accepted; one with a cell that its column refuses is set aside. */
  row(cells: readonly string[], line: number): boolean {
    let sound = true;
    for (const reader of this.#readers) if (!this.#fill(reader, cells, line)) sound = false;
    if (sound) this.accepted += 1;
    else this.setAside += 1;
    return sound;
  }

  /** What is kept of the last row, null where a cell was refused. Overwritten by the next row: write it down at once. */
  get kept(): KeptRow {
    return this.#row;
  }

  /** The number, from 0, of the file whose heading came last; -1 before any. */
  get file(): number {
    return this.#files.length - 1;
  }

  /** Takes what came of rows of the last file that were checked elsewhere, and that begin after so many lines of it. */
  absorb({ accepted, setAside, faults }: Checked, linesBefore: number): void {
    this.accepted += accepted;
    this.setAside += setAside;
    for (const each of faults) this.#tally.absorb(movedDown(each, this.file, linesBefore));
  }

  /** Takes what only all the rows together show, and how many of those accepted are set aside for it. */
  absorbLinks({ faults, setAside }: Pick<Checked, 'faults' | 'setAside'>): void {
    this.accepted -= setAside;
    this.setAside += setAside;
    for (const each of faults) this.#tally.absorb(each);
  }

  /** What came of the rows so far. */
  get checked(): Checked {
    return { accepted: this.accepted, setAside: this.setAside, faults: this.#tally.groups() };
  }

  /** All problems so far in the order of the rows, the many of one kind summed up. */
  problems(): Problem[] {
    const groups = this.#tally.groups().map((faults) => ({ faults, rank: this.#rankOf(faults) }));
    groups.sort((one, other) => compared(one.rank, other.rank));
    return [...this.#headingProblems, ...groups.flatMap(({ faults }) => this.#told(faults))];
  }

  #fill({ place, read, target }: Reader, cells: readonly string[], line: number): boolean {
    const cell = read(cells[place.index] ?? '');
    if (!(cell instanceof Fault)) {
      this.#row[target] = cell;
      return true;
    }
    this.#row[target] = null;
    this.#tally.add(cell.code, place.column.name, this.file, line);
    return false;
  }

  #readerOf(place: Place): Reader {
    const { column } = place;
    const target = this.contract.kept.findIndex(({ name }) => name === column.name);
    return { place, read: cellReader(column, this.#context), target };
  }

  /** File, line and column of the first of them, which is where they are told. */
  #rankOf({ file, places, column }: Faults): number[] {
    const index = this.contract.columns.findIndex(({ name }) => name === column);
    return [file, places[0]?.line ?? 0, index];
  }

  /** Nothing of a column that the file has not: that it is missing is told of its heading. */
  #told(faults: Faults): Problem[] {
    const from = this.#files[faults.file];
    const place = from?.places.find(({ column }) => column.name === faults.column);
    return from && place ? faultProblems(faults, { ...place, file: from.file }) : [];
  }
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

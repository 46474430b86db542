// Rows as received → accepted rows, set-aside rows, problems. Every row received is one or the other.
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { Fault, cellReader, type ReadCell } from './cells.js';
import type { CodeList } from './codes.js';
import type { Contract } from './contract.js';
import { placeColumns, type Place } from './headings.js';
import { rowProblem, summarised, type RowFault } from './row-problems.js';

/** The cells a delivery keeps of one row, in the order of the contract's `kept` columns; null is *not recorded*. */
export type AcceptedRow = readonly (string | null)[];

/** The keys of an extract's accepted rows, each with the line it came from. */
export type Keys = ReadonlyMap<string, number>;

/** What a check needs to know besides the rows. */
export interface CheckContext {
  readonly codes: ReadonlyMap<string, CodeList>;
  /** Keys accepted so far, by extract: what a reference may point at. An extract that stopped has none here. */
  readonly keys: ReadonlyMap<string, Keys>;
  readonly today: Day;
}

interface Reader {
  readonly place: Place;
  readonly read: ReadCell;
  readonly parents: Keys | null;
  /** Where the value goes in the accepted row. */
  readonly target: number;
}

/** Faults kept to be told one by one; the counts of rows go on regardless. */
const MOST_FAULTS = 100_000;

/** Checks one extract: it is told of each file's heading, then of its rows in turn. */
export class ExtractCheck {
  readonly contract: Contract;
  accepted = 0;
  setAside = 0;
  readonly #keys = new Map<string, number>();
  readonly #context: CheckContext;
  readonly #keyPlaces: readonly number[];
  readonly #headingProblems: Problem[] = [];
  readonly #faults: RowFault[] = [];
  #file = '';
  #files = 0;
  #readers: readonly Reader[] = [];
  readonly #row: (string | null)[];

  constructor(contract: Contract, context: CheckContext) {
    this.contract = contract;
    this.#context = context;
    this.#row = new Array<string | null>(contract.kept.length).fill(null);
    this.#keyPlaces = contract.key.map((name) => this.#placeOf(name));
  }

  /** Takes the heading row of the next file. */
  heading(cells: readonly string[], file: string, line: number): void {
    const { places, problems } = placeColumns(this.contract, cells, file, line);
    this.#file = file;
    this.#files += 1;
    this.#headingProblems.push(...problems);
    this.#readers = places
      .filter(({ column }) => column.type !== 'personal')
      .map((place) => this.#readerOf(place));
  }

  /**
   * Gives the accepted row, or null when it is set aside: for a cell that its column refuses, a key seen before
   * (`duplicate-id`), or a reference to a record that is not there (`orphan-reference`). The row given is overwritten by
   * the next one: write it down at once.
   */
  row(cells: readonly string[], line: number): AcceptedRow | null {
    const before = this.#faults.length;
    let sound = true;
    for (const reader of this.#readers) if (!this.#fill(reader, cells, line)) sound = false;
    if (sound && this.#isNew(line)) {
      this.accepted += 1;
      return this.#row;
    }
    this.#faults.length = Math.min(this.#faults.length, Math.max(before, MOST_FAULTS));
    this.setAside += 1;
    return null;
  }

  /** The keys of the rows accepted so far. */
  get keys(): Keys {
    return this.#keys;
  }

  /** All problems so far, the many of one kind summed up. */
  problems(): Problem[] {
    return [...this.#headingProblems, ...summarised(this.#faults.map(rowProblem))];
  }

  #fill({ place, read, parents, target }: Reader, cells: readonly string[], line: number): boolean {
    const cell = read(cells[place.index] ?? '');
    if (cell instanceof Fault) return this.#fault(cell.code, place, line);
    if (cell !== null && parents !== null && !parents.has(cell))
      return this.#fault('orphan-reference', place, line);
    this.#row[target] = cell;
    return true;
  }

  #isNew(line: number): boolean {
    const key = keyOf(this.#row, this.#keyPlaces);
    const first = this.#keys.get(key);
    if (first === undefined) {
      this.#keys.set(key, line);
      return true;
    }
    const place = this.#readers.find(({ target }) => target === this.#keyPlaces[0])?.place;
    return place ? this.#fault('duplicate-id', place, line, this.#firstSeen(first)) : false;
  }

  #firstSeen(line: number): NonNullable<RowFault['first']> {
    return { line, anyFile: this.#files > 1 };
  }

  #fault(
    code: RowFault['code'],
    place: Place,
    line: number,
    first?: NonNullable<RowFault['first']>,
  ): false {
    const { column, heading } = place;
    const at = { code, file: this.#file, line, column, heading };
    this.#faults.push(first === undefined ? at : { ...at, first });
    return false;
  }

  #readerOf(place: Place): Reader {
    const { column } = place;
    const { codes, keys, today } = this.#context;
    return {
      place,
      read: cellReader(
        column,
        column.type === 'code' ? (codes.get(column.codes) ?? null) : null,
        today,
      ),
      parents: column.references ? (keys.get(column.references) ?? null) : null,
      target: this.#placeOf(column.name),
    };
  }

  #placeOf(name: string): number {
    const place = this.contract.kept.findIndex((column) => column.name === name);
    if (place < 0) throw new RangeError(`${this.contract.extract} keeps no column called ${name}`);
    return place;
  }
}

/** A key of one column is its text; of several, their texts joined by a character no cell holds. */
function keyOf(row: AcceptedRow, places: readonly number[]): string {
  const [only] = places;
  if (places.length === 1 && only !== undefined) return row[only] ?? '';
  return places.map((place) => row[place] ?? '').join('\u001f');
}

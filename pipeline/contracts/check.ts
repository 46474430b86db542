// Rows as received → lines to keep, rows set aside, faults. Every row received is accepted or set aside.
import type { Problem } from '../domain/problem.js';
import type { Marks } from '../domain/system.js';
import { CellMemory, rereading, type CellWriter } from './cell-cache.js';
import { cellReader, type CellContext } from './cells.js';
import { saysWho, type Column, type Contract } from './contract.js';
import { FaultTally, type Faults } from './faults.js';
import { placeColumns, type Place } from './headings.js';
import { keptCells, type KeptCell } from './stored-columns.js';
import { KeptLine } from './row-encoding.js';
import { faultProblems } from './row-problems.js';
import { whoReader, type MarkOf, type ReadWho, type Who } from './identity-columns.js';

/** What rows are checked by besides their contract. */
export interface CheckContext extends CellContext {
  readonly mark: MarkOf;
}

/** What only all the rows together show: faults, and how many accepted rows are set aside for them. */
export interface LinkFaults {
  readonly faults: readonly Faults[];
  readonly setAside: number;
}

interface WrittenCell extends KeptCell {
  readonly writer: CellWriter;
}

/** Checks one extract: it is told of each file's heading, then of its rows in turn. */
export class ExtractCheck {
  readonly contract: Contract;
  accepted = 0;
  setAside = 0;
  /** What stands before the numbers of children in the files whose headings come next. */
  marks: Marks | undefined;
  /** What the rows that were accepted said of who somebody is, each mark once. */
  readonly who = new Map<string, Who>();
  readonly #context: CheckContext;
  readonly #headingProblems: Problem[] = [];
  readonly #tally = new FaultTally();
  readonly #files: { readonly file: string; readonly places: readonly Place[] }[] = [];
  #columns: readonly WrittenCell[] = [];
  #readWho: ReadWho | null = null;
  /** What is kept of the last row, nothing where a cell was refused. The next row is written over it. */
  readonly kept = new KeptLine();

  constructor(contract: Contract, context: CheckContext) {
    this.contract = contract;
    this.#context = context;
  }

  /** Takes the heading row of the next file. */
  heading(cells: readonly string[], file: string, line: number): void {
    const { places, problems } = placeColumns(this.contract, cells, file, line);
    this.#headingProblems.push(...problems);
    this.#files.push({ file, places });
    this.#columns = keptCells(this.contract, places).map((kept) => {
      return { ...kept, writer: this.#writerOf(kept.column) };
    });
    if (saysWho(this.contract)) this.#readWho = whoReader(this.contract, places, this.#reading());
  }

  /** Says whether a row is accepted; one with a cell that its column refuses is set aside. */
  row(cells: readonly string[], line: number): boolean {
    let sound = true;
    this.kept.length = 0;
    for (const { column, index, writer } of this.#columns) {
      const fault = index < 0 ? null : writer.write(cells[index] ?? '', this.kept);
      this.kept.endCell();
      if (fault === null) continue;
      sound = false;
      this.#tally.add(fault.code, column.name, this.file, line);
    }
    sound = this.#takeWho(cells, line, sound);
    this.kept.end(line);
    if (sound) this.accepted += 1;
    else this.setAside += 1;
    return sound;
  }

  /** Puts the mark of who the row is of on the line; says whether the row is still sound. */
  #takeWho(cells: readonly string[], line: number, sound: boolean): boolean {
    if (!this.#readWho) return sound;
    let isSound = sound;
    const who = this.#readWho(cells, (code, column) => {
      isSound = false;
      this.#tally.add(code, column, this.file, line);
    });
    if (who) this.kept.put(who.mark);
    this.kept.endCell();
    if (who && isSound) this.who.set(who.mark, who);
    return isSound;
  }

  /** By column, its heading in the file that came last. */
  get headings(): Readonly<Record<string, string>> {
    const places = this.#files.at(-1)?.places ?? [];
    return Object.fromEntries(places.map(({ column, heading }) => [column.name, heading]));
  }

  /** The number, from 0, of the file whose heading came last; -1 before any. */
  get file(): number {
    return this.#files.length - 1;
  }

  /** Takes what only all the rows together show, and how many of those accepted are set aside for it. */
  absorbLinks({ faults, setAside }: LinkFaults): void {
    this.accepted -= setAside;
    this.setAside += setAside;
    for (const each of faults) this.#tally.absorb(each);
  }

  /** All problems so far in the order of the rows, the many of one kind summed up. */
  problems(): Problem[] {
    const groups = this.#tally.groups().map((faults) => ({ faults, rank: this.#rankOf(faults) }));
    groups.sort((one, other) => compared(one.rank, other.rank));
    return [...this.#headingProblems, ...groups.flatMap(({ faults }) => this.#told(faults))];
  }

  #writerOf(column: Column): CellWriter {
    const read = cellReader(column, this.#reading());
    return column.type === 'id' ? rereading(read) : new CellMemory(read);
  }

  /** What the cells of the next file are read by. */
  #reading(): CheckContext {
    return this.marks ? { ...this.#context, marks: this.marks } : this.#context;
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
    const { supplier = '' } = this.contract;
    return from && place ? faultProblems(faults, { ...place, file: from.file, supplier }) : [];
  }
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

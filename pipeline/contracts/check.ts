// Rows as received → lines to store, rows set aside, errors. Every row received is either accepted or set aside.
import type { Problem } from '../domain/problem.js';
import type { PseudonymPrefixes } from '../domain/system.js';
import type { CellContext } from './cells.js';
import { hasIdentity, type Contract } from './contract.js';
import { ErrorTally, type ErrorGroup } from './faults.js';
import { describeForms, FormTally } from './form-notices.js';
import { createRowChooser, type RowChooser } from './first-known.js';
import { locateColumns, type ColumnPlace } from './headings.js';
import {
  createNobodyTest,
  createSkipTest,
  describeSkipped,
  describeSuperseded,
  FileCounts,
  type SkipTest,
} from './row-skips.js';
import { describeAbsentColumns } from './absent-columns.js';
import { createCellWriters, readText, type WrittenCell } from './written-cells.js';
import { LineBuffer } from './row-encoding.js';
import { describeErrors } from './row-problems.js';
import {
  createIdentityReader,
  type IdentityMarker,
  type IdentityReader,
  type IdentityRecord,
} from './identity-columns.js';

/** What checking rows depends on, apart from their contract. */
export interface CheckContext extends CellContext {
  readonly mark: IdentityMarker;
}

/** What only all the rows together show: faults, and how many accepted rows are set aside for them. */
export interface LinkFaults {
  readonly faults: readonly ErrorGroup[];
  readonly setAside: number;
}

/** Checks one extract. Call `readHeading` for each file, then `checkRow` for each of its rows in order. */
export class ExtractCheck {
  readonly contract: Contract;
  accepted = 0;
  setAside = 0;
  /** Prefixes for child numbers in the files read from now on. */
  prefixes: PseudonymPrefixes | undefined;
  /** Identities read from accepted rows, by identity mark. */
  readonly identities = new Map<string, IdentityRecord>();
  readonly #context: CheckContext;
  readonly #headingProblems: Problem[] = [];
  readonly #tally = new ErrorTally();
  readonly #forms = new FormTally();
  readonly #files: { readonly file: string; readonly places: readonly ColumnPlace[] }[] = [];
  #columns: readonly WrittenCell[] = [];
  #isOfNobody: SkipTest = () => false;
  #isSkipped: SkipTest | null = null;
  #chooseCells: RowChooser | null = null;
  readonly #skipped = new FileCounts();
  readonly #superseded = new FileCounts();
  #readIdentity: IdentityReader | null = null;
  /** The encoded cells of the last row; a refused cell is empty. The next row overwrites it. */
  readonly encodedLine = new LineBuffer();

  constructor(contract: Contract, context: CheckContext) {
    this.contract = contract;
    this.#context = context;
  }

  /** Reads the heading row of the next file. */
  readHeading(cells: readonly string[], file: string, line: number): void {
    const {
      implied,
      problems: found,
      ...located
    } = locateColumns(this.contract, cells, file, line);
    const places = [...located.places, ...implied];
    this.#headingProblems.push(...found);
    this.#headingProblems.push(...describeAbsentColumns(this.contract, places, file, line));
    this.#files.push({ file, places });
    this.#columns = createCellWriters(this.contract, places, this.#fileContext());
    this.#chooseCells = createRowChooser(places, this.#fileContext());
    this.#isOfNobody = createNobodyTest(this.contract, places);
    this.#isSkipped = createSkipTest(this.contract, cells);
    if (hasIdentity(this.contract))
      this.#readIdentity = createIdentityReader(this.contract, places, this.#fileContext());
  }

  /** Whether a row is of something else than the extract, as its contract says. It is set aside, and only counted. */
  skipRow(cells: readonly string[]): boolean {
    if (this.#isSkipped?.(cells) !== true) return false;
    this.#skipped.add(this.file, 1);
    return true;
  }

  /** How many rows were set aside by a rule of the contract, and are no fault. */
  get skipped(): number {
    return this.#skipped.total + this.#superseded.total;
  }

  /** Takes how many accepted rows of each file a file of a later year states again. */
  addSuperseded(files: readonly { readonly file: number; readonly count: number }[]): void {
    for (const { file, count } of files) {
      this.accepted -= count;
      this.#superseded.add(file, count);
    }
  }

  /** Returns whether a row is accepted. A row with a cell that its column refuses is set aside. */
  checkRow(received: readonly string[], line: number): boolean {
    const cells = this.#chooseCells
      ? this.#chooseCells(received, ({ name }) => {
          this.#forms.add('passed-over', name, this.file, line);
        })
      : received;
    let sound = !this.#isOfNobody(cells);
    if (!sound) this.#tally.add('none-of', this.contract.one_of[0] ?? '', this.file, line);
    this.encodedLine.length = 0;
    for (const cell of this.#columns) {
      const { column, writer } = cell;
      const text = readText(cell, cells);
      const result = text === null ? null : writer.write(text, this.encodedLine);
      this.encodedLine.endCell();
      if (result === null) continue;
      if (typeof result === 'string') {
        this.#forms.add(result, column.name, this.file, line);
        continue;
      }
      sound = false;
      this.#tally.add(result.code, column.name, this.file, line);
    }
    sound = this.#addIdentity(cells, line, sound);
    this.encodedLine.endLine(line);
    if (sound) this.accepted += 1;
    else this.setAside += 1;
    return sound;
  }

  /** Appends the row's identity mark to the line. Returns whether the row is still free of errors. */
  #addIdentity(cells: readonly string[], line: number, sound: boolean): boolean {
    if (!this.#readIdentity) return sound;
    let isSound = sound;
    const identity = this.#readIdentity(cells, {
      reportError: (code, column) => {
        isSound = false;
        this.#tally.add(code, column, this.file, line);
      },
      reportForm: (form, column) => {
        this.#forms.add(form, column, this.file, line);
      },
    });
    if (identity) this.encodedLine.put(identity.mark);
    this.encodedLine.endCell();
    if (identity && isSound) this.identities.set(identity.mark, identity);
    return isSound;
  }

  /** Each column's heading in the last file. */
  get headings(): Readonly<Record<string, string>> {
    const places = this.#files.at(-1)?.places ?? [];
    return Object.fromEntries(places.map(({ column, heading: text }) => [column.name, text]));
  }

  /** The number, from 0, of the last file whose heading was read; -1 before the first. */
  get file(): number {
    return this.#files.length - 1;
  }

  /** Takes what only all the rows together show, and how many of those accepted are set aside for it. */
  addLinkResult({ faults: errors, setAside }: LinkFaults): void {
    this.accepted -= setAside;
    this.setAside += setAside;
    for (const each of errors) this.#tally.absorb(each);
  }

  /** All problems so far in row order, with many of one kind summarised. */
  listProblems(): Problem[] {
    const groups = this.#tally
      .groups()
      .map((errors) => ({ errors, rank: this.#rankGroup(errors) }));
    groups.sort((one, other) => compareRanks(one.rank, other.rank));
    return [
      ...this.#headingProblems,
      ...groups.flatMap(({ errors }) => this.#describeGroup(errors)),
      ...this.#files.flatMap(({ file, places }, at) => [
        ...describeForms(this.#forms, at, file, places),
        ...describeSkipped(file, this.#skipped.get(at)),
        ...describeSuperseded(file, this.#superseded.get(at)),
      ]),
    ];
  }

  /** The context for parsing the cells of the current file. */
  #fileContext(): CheckContext {
    return this.prefixes ? { ...this.#context, prefixes: this.prefixes } : this.#context;
  }

  /** The sort key of a group: file, line and column of its first error, where the group is reported. */
  #rankGroup({ file, places, column }: ErrorGroup): number[] {
    const index = this.contract.columns.findIndex(({ name }) => name === column);
    return [file, places[0]?.line ?? 0, index];
  }

  /** No problems for a column that the file does not have: its missing heading is reported instead. */
  #describeGroup(errors: ErrorGroup): Problem[] {
    const from = this.#files[errors.file];
    const place = from?.places.find(({ column }) => column.name === errors.column);
    const { extract, one_of: oneOf, supplier = '' } = this.contract;
    return from && place
      ? describeErrors(errors, { ...place, extract, oneOf, file: from.file, supplier })
      : [];
  }
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

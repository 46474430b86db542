// One large plain file of an extract → its rows checked by the database, each different text judged once, and its reading.
import type { RowRules } from './checked-rows.js';
import { cellReader, EXPONENT, Fault, type ReadCell } from './contracts/cells.js';
import type { Checked, ExtractCheck } from './contracts/check.js';
import { PLACED } from './contracts/faults.js';
import { isHeading, placeColumns } from './contracts/headings.js';
import { Intake, REPORTED } from './extracts/intake.js';
import type { Heading } from './extracts/heading.js';
import {
  NotPlain,
  readPlain,
  type PlainBlock,
  type PlainBytes,
  type PlainLayout,
} from './extracts/plain.js';
import type { ExtractFile, Reading } from './extracts/received.js';
import { keyPads, pseudonymiser } from './identity/pseudonym.js';
import { settleLot, type Judging } from './warehouse/answers.js';
import type { Connection } from './warehouse/connection.js';
import {
  countRagged,
  dropLot,
  emptyLot,
  lotFiller,
  type FillLot,
  type LotLayout,
} from './warehouse/lot.js';
import { forgetRows } from './warehouse/spooled.js';

/** How many lines are judged together: memory holds the cells of so many as they were received, and of no more. */
const LOT_LINES = 1_000_000;

/** Where lines go on their way to the tables of their extract, and how many at a time. */
export interface LargeWay {
  readonly database: Connection;
  /** In bytes: how much of a file is read at once; usually 4 MB. */
  readonly block?: number | undefined;
  /** In lines: how many are judged together; usually a million. */
  readonly lot?: number | undefined;
}

/** Every character that JavaScript trims: the readers of cells do. */
const SPACES = [...Array(0x10000).keys()]
  .map((code) => String.fromCharCode(code))
  .filter((letter) => letter.trim() === '')
  .join('');

/**
 * Reads a plain file into the tables of its extract, and tells its check what came of it. Null, with nothing told and
 * no row left, when the file is not plain: whoever reads any file reads it then.
 */
export async function takeLarge(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  { database, block, lot }: LargeWay,
): Promise<Reading | null> {
  const beside = await database.beside();
  const course = new Course(file, check, rules, database, beside, lot ?? LOT_LINES);
  try {
    const bytes = await readPlain(file, (cells) => isHeading(rules.contract, cells), course, block);
    return await course.end(bytes);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    await forgetRows(database, check.file + 1);
    return null;
  } finally {
    await course.close();
  }
}

/** The lines of one file on their way through the database. */
class Course {
  readonly #intake: Intake;
  readonly #judging: Omit<Judging, 'answer'>;
  readonly #checked: Checked[] = [];
  #layout: LotLayout = { columns: [], delimiter: '', width: 0, spaces: SPACES };
  #heading: Heading = { index: 0, cells: [] };
  #readers: readonly ReadCell[] = [];
  #fillers: readonly FillLot[] = [];
  #filling: Promise<void>[] = [];
  #blocks = 0;
  #linesInLot = 0;

  constructor(
    readonly file: ExtractFile,
    readonly check: ExtractCheck,
    readonly rules: RowRules,
    readonly database: Connection,
    readonly other: Connection,
    readonly lot: number,
  ) {
    this.#intake = new Intake(file.name, { heading: () => undefined, row: () => undefined });
    this.#judging = { exponent: EXPONENT, pads: keyPads(rules.key) };
  }

  async layout({ heading, delimiter }: PlainLayout): Promise<void> {
    const { contract, codes, today, key } = this.rules;
    const { places } = placeColumns(contract, heading.cells, this.file.name, heading.index + 1);
    const columns = contract.kept.flatMap((column, place) => {
      const found = places.find((each) => each.column.name === column.name);
      return found ? [{ column, place, index: found.index }] : [];
    });
    const context = { codes, today, pseudonymise: pseudonymiser(key) };
    this.#readers = contract.kept.map((column) => cellReader(column, context));
    this.#heading = heading;
    this.#intake.open(heading);
    this.#layout = { columns, delimiter, width: heading.cells.length, spaces: SPACES };
    await emptyLot(this.database, this.#layout);
    const both = [this.database, this.other];
    this.#fillers = both.map((each) => lotFiller(each, this.#layout));
  }

  /** Each connection fills in one block at a time; while they do, the next block is read. */
  async block(block: PlainBlock): Promise<void> {
    const at = this.#blocks % this.#fillers.length;
    await this.#filling[at];
    const filled = this.#fillers[at]?.(block, this.#intake.line);
    if (filled) this.#filling[at] = filled;
    this.#blocks += 1;
    this.#intake.line += block.lines;
    this.#linesInLot += block.lines;
    if (this.#linesInLot >= this.lot) await this.#settle();
  }

  /** What the file showed, its check having been told. */
  async end(bytes: PlainBytes): Promise<Reading> {
    if (this.#linesInLot > 0) await this.#settle();
    this.check.heading(this.#heading.cells, this.file.name, this.#heading.index + 1);
    for (const checked of this.#checked) this.check.absorb(checked);
    this.#intake.close();
    const { received, ragged, problems } = this.#intake;
    const known = { ...bytes, encoding: 'UTF-8', format: 'csv' as const, refused: false };
    return { ...known, received, ragged, problems };
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#filling);
    this.other.close();
    await dropLot(this.database);
  }

  async #settle(): Promise<void> {
    await Promise.all(this.#filling);
    this.#intake.absorb(await countRagged(this.database, this.#layout, REPORTED));
    const judging = { ...this.#judging, answer: this.#answer };
    const number = this.check.file + 1;
    this.#checked.push(await settleLot(this.database, this.#layout, judging, number, PLACED));
    this.#linesInLot = 0;
    await emptyLot(this.database, this.#layout);
  }

  readonly #answer: Judging['answer'] = ({ place }, text) => {
    const cell = this.#readers[place]?.(text) ?? null;
    return cell instanceof Fault ? { value: null, fault: cell.code } : { value: cell, fault: null };
  };
}

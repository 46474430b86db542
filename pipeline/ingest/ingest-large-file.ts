// One large plain file of an extract → a part of its rows, cut and checked by the database, each different text judged once.
import { statSync } from 'node:fs';
import type { RowRules } from './row-writer.js';
import { cellReader, EXPONENT, Fault, markOfNumbers } from '../contracts/cells.js';
import type { ExtractCheck } from '../contracts/check.js';
import { PLACED } from '../contracts/faults.js';
import { isHeading, placeColumns } from '../contracts/headings.js';
import { keptCells, type KeptCell } from '../contracts/stored-columns.js';
import { Intake } from '../extracts/row-counts.js';
import {
  NotPlain,
  plainLayout,
  provePlain,
  type PlainBytes,
  type PlainLayout,
} from '../extracts/simple-csv.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { keyPads, pseudonymiser } from '../identity/pseudonym.js';
import type { TakenFile } from './ingest-file.js';
import { answerTexts, askTexts, forgetTexts, type Judging } from '../warehouse/distinct-values.js';
import type { Connection } from '../warehouse/connection.js';
import { countRows, faultsIn, partOfCells } from '../warehouse/parts.js';
import { cellsIn, isOnePath, someCellsIn } from '../warehouse/plain-cells.js';

/** Where rows go on their way to a delivery. */
export interface LargeWay {
  readonly database: Connection;
  /** What the names of files on the way begin with. */
  readonly path: string;
  /** In bytes: how much of a file is read at once; usually 4 MB. */
  readonly block?: number | undefined;
}

/**
 * Takes a plain file of which every line is a row. Null, with nothing told, when it is anything else: whoever reads any
 * file reads it then. The database reads the file twice and this process once, so it may not change meanwhile.
 */
export async function takeLarge(
  file: ExtractFile,
  check: ExtractCheck,
  rules: RowRules,
  way: LargeWay,
): Promise<TakenFile | null> {
  try {
    const state = stateOf(file.path);
    const layout = plainLayout(file, (cells) => isHeading(rules.contract, cells), way.block);
    const taken = await takePlain(file, layout, check, rules, way);
    return taken !== null && stateOf(file.path) === state ? taken() : null;
  } catch (error) {
    if (isNotPlain(error)) return null;
    throw error;
  } finally {
    await forgetTexts(way.database);
  }
}

/** Gives what tells the check what came of the file; null where a line of it is not a row. */
async function takePlain(
  file: ExtractFile,
  layout: PlainLayout,
  check: ExtractCheck,
  rules: RowRules,
  { database, path, block }: LargeWay,
): Promise<(() => TakenFile) | null> {
  const { heading } = layout;
  const line = heading.index + 1;
  const { places } = placeColumns(rules.contract, heading.cells, file.name, line);
  const all = keptCells(rules.contract, places);
  const columns = all.filter(({ index }) => index >= 0);
  const judging = judgingBy(rules);
  await askTexts(database, someCellsIn(layout), columns, judging);
  const answers = await answerTexts(database, columns, judging);
  // Rows are written in their order, each half by one processor: this one proves meanwhile that they are what they seem.
  const prove = (): PlainBytes => provePlain(layout, block);
  const parquet = `${path}.parquet`;
  const stretches = cellsIn(layout, line + 1);
  const [part, bytes] = await partOfCells(database, stretches, all, answers, parquet, prove);
  const { rows, accepted, empty } = await countRows(database, rules.contract, part);
  if (rows !== bytes.records || empty > 0) return null;
  const number = check.file + 1;
  const faults = await faultsIn(database, part, columns, answers, number, PLACED);
  return () => {
    check.heading(heading.cells, file.name, line);
    check.absorb({ accepted, setAside: rows - accepted, faults });
    const intake = new Intake(file.name, { heading: () => undefined, row: () => undefined });
    intake.received = rows;
    intake.close();
    const { received, ragged, totals, problems } = intake;
    const shown = { sha256: bytes.sha256, bytes: bytes.bytes, received, ragged, totals, problems };
    const known = { encoding: 'UTF-8', format: 'csv' as const, refused: false };
    return { part, reading: { ...known, ...shown } };
  };
}

function judgingBy({ contract, key, ...rules }: RowRules): Judging {
  const context = { ...rules, pseudonymise: pseudonymiser(key) };
  const readers = contract.kept.map((column) => cellReader(column, context));
  const answer = ({ place }: KeptCell, text: string): ReturnType<Judging['answer']> => {
    const cell = readers[place]?.(text) ?? null;
    return cell instanceof Fault ? { value: null, fault: cell.code } : { value: cell, fault: null };
  };
  const mark: Judging['mark'] = ({ column }) => markOfNumbers(column, rules.marks);
  return { answer, exponent: EXPONENT, pads: keyPads(key), mark };
}

/** By what a changed file is known. A path that the database would take for a pattern is for the reader of any file. */
function stateOf(path: string): string {
  if (!isOnePath(path)) throw new NotPlain();
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Also what the database says of lines that it cannot cut, in words that may quote them. */
function isNotPlain(error: unknown): boolean {
  return error instanceof NotPlain || (error instanceof Error && /\bCSV\b/.test(error.message));
}

// Items → a workbook with a drop-down list for each; and a filled-in workbook or CSV file → its lines.
import { basename } from 'node:path';
import { writeXlsx, type CellValue, type DataValidation } from 'hucre';
import { ProblemError } from '../domain/problem.js';
import { readExtract } from '../extracts/read.js';
import { describePlaces } from './item-places.js';
import type { MappingItem } from './list-items.js';
import type { ChoiceLine } from './read-choices.js';

/** The columns of the sheet of decisions. Of these a file that is read must have `means`, and `id` or `found`. */
const COLUMNS = [
  ...(['id', 'kind', 'extract', 'list', 'supplier', 'found', 'rows', 'children'] as const),
  ...(['must_be_decided', 'where', 'nearest', 'means'] as const),
] as const;

const WIDTHS = [9, 9, 18, 18, 14, 32, 7, 9, 16, 40, 40, 36];

/**
 * Builds the workbook: a line for each item, whose text is left out where it must not be shown. The last column is for the
 * answer, and takes only what the item can mean; left blank, it is asked later. Every text is a text and no formula.
 */
export async function buildMappingWorkbook(items: readonly MappingItem[]): Promise<Uint8Array> {
  const rows = items.map((item): CellValue[] => {
    const { id, subject, shown, rows: count, children, stops, nearest, writable } = item;
    const { kind, extract, list, supplier } = subject;
    return [
      ...[id, kind, extract, list, supplier, shown ?? '', count, children],
      ...[stops ? 'yes' : 'no', describePlaces(item).join('; ')],
      ...[writable ? nearest.join(' | ') : 'put the cells right', ''],
    ];
  });
  const choices = items.map(({ nearest, choices: all }) => {
    const names = all.map(({ name }) => name);
    return [...nearest, ...names.filter((name) => !nearest.includes(name))];
  });
  const longest = Math.max(0, ...choices.map(({ length }) => length));
  const lists = Array.from({ length: longest }, (_, at) => choices.map((names) => names[at] ?? ''));
  return writeXlsx({
    sheets: [
      {
        name: 'Decisions',
        columns: WIDTHS.map((width) => ({ width })),
        rows: [[...COLUMNS], ...rows],
        dataValidations: choices.map(({ length }, at) => listChoices(at, length)),
        freezePane: { rows: 1 },
      },
      { name: 'Choices', rows: lists, hidden: true },
    ],
  });
}

/** The list of the answer of the item at a place: the column of that place on the sheet of choices. */
function listChoices(at: number, length: number): DataValidation {
  const column = nameColumn(at);
  return {
    type: 'list',
    formula1: `Choices!$${column}$1:$${column}$${Math.max(1, length)}`,
    range: `${nameColumn(COLUMNS.indexOf('means'))}${at + 2}`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Not on the list',
    errorMessage: 'Choose from the list, or leave it blank to be asked later.',
  };
}

/** The letters of a column of a spreadsheet, the first being 0. */
function nameColumn(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : nameColumn(Math.floor(at / 26) - 1) + last;
}

/** Reads the lines of a workbook or CSV file of decisions. Throws `ProblemError` for a file that is none. */
export async function readMappingLines(path: string): Promise<ChoiceLine[]> {
  const lines: ChoiceLine[] = [];
  let names: readonly string[] = [];
  const file = { extract: '', path, name: basename(path) };
  const report = await readExtract(file, isMappingHeading, {
    handleHeading: (cells) => {
      names = cells.map((each) => each.trim().toLowerCase());
    },
    handleRow: (cells, line) => {
      lines.push(readLine(names, cells, line));
    },
  });
  const problems = report.problems.filter(({ kind }) => kind !== 'note');
  if (problems.length > 0) throw new ProblemError(problems);
  return lines;
}

function isMappingHeading(cells: readonly string[]): boolean {
  const names = cells.map((each) => each.trim().toLowerCase());
  return names.includes('means') && (names.includes('id') || names.includes('found'));
}

function readLine(names: readonly string[], cells: readonly string[], line: number): ChoiceLine {
  const read = (name: string): string => {
    const at = names.indexOf(name);
    return at < 0 ? '' : (cells[at] ?? '').trim().replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
  };
  const [id, extract, list] = [read('id'), read('extract'), read('list')];
  const about = { supplier: read('supplier'), found: read('found'), means: read('means'), line };
  return list === ''
    ? { id, kind: 'heading', extract, list: '', ...about }
    : { id, kind: 'label', extract: '', list, ...about };
}

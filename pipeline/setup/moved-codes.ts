// The code lists and labels of an edited program and of this one → the lines that the service added or changed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import {
  codeRowKey,
  normaliseLabel,
  readCodeTable,
  splitSpellings,
  type CodeRow,
  type CodeTable,
} from '../contracts/codes.js';
import { describeLeftEdit, type Edits } from './edit.js';

/** Finds labels, cells and spellings that only the edited code lists have. */
export function findCodeEdits(edited: string, program: string): Edits {
  const folder = join(edited, 'queries', 'codes');
  const lists = existsSync(folder)
    ? readdirSync(folder).filter((each) => each.endsWith('.csv'))
    : [];
  const lines: Edits['lines'][number][] = [];
  const left: Edits['left'][number][] = [];
  for (const file of lists.sort()) {
    const path = join(program, 'queries', 'codes', file);
    const name = `queries/codes/${file}`;
    if (existsSync(path)) {
      const [own, shipped] = [readCodeTable(join(folder, file)), readCodeTable(path)];
      const rows = own.rows.flatMap((row) => compareRow(row, own, shipped));
      lines.push(...rows.map((cells) => ({ file: `codes/${file}`, cells })));
      if (hasOther(own, shipped)) left.push(describeLeftEdit(name, 'list-changed'));
    } else left.push(describeLeftEdit(name, 'new-list'));
  }
  return { lines, files: [], settings: {}, left };
}

function findRow({ rows }: CodeTable, row: CodeRow): CodeRow | undefined {
  return rows.find((each) => codeRowKey(each) === codeRowKey(row));
}

function hasLabel({ rows }: CodeTable, row: CodeRow): boolean {
  const label = normaliseLabel(row['label'] ?? '');
  return rows.some((each) => normaliseLabel(each['label'] ?? '') === label);
}

/** The cells of a line that differ; a new label's are all of them. */
function compareRow(row: CodeRow, { columns }: CodeTable, shipped: CodeTable): CodeRow[] {
  const known = findRow(shipped, row);
  const shared = columns.filter((column) => shipped.columns.includes(column));
  if (!known && hasLabel(shipped, row)) return [];
  if (!known) return [Object.fromEntries(shared.map((column) => [column, row[column] ?? '']))];
  const spellings = new Set(splitSpellings(known).map(normaliseLabel));
  const also = splitSpellings(row).filter((each) => !spellings.has(normaliseLabel(each)));
  const changed = shared.filter(
    (column) =>
      !['label', 'also'].includes(column) &&
      (row[column] ?? '') !== '' &&
      row[column] !== known[column],
  );
  if (also.length === 0 && changed.length === 0) return [];
  const cells = changed.map((column) => [column, row[column] ?? '']);
  return [
    {
      label: row['label'] ?? '',
      ...(row['valid_from'] ? { valid_from: row['valid_from'] } : {}),
      ...(Object.fromEntries(cells) as CodeRow),
      ...(also.length > 0 ? { also: also.join('|') } : {}),
    },
  ];
}

/** Whether an edited list has what lines of a service's folder cannot say. */
function hasOther(own: CodeTable, shipped: CodeTable): boolean {
  if (own.columns.some((column) => !shipped.columns.includes(column))) return true;
  return own.rows.some((row) => {
    const known = findRow(shipped, row) ?? {};
    if (hasLabel(shipped, row) && !('label' in known)) return true;
    return own.columns.some(
      (column) => column !== 'also' && (row[column] ?? '') === '' && (known[column] ?? '') !== '',
    );
  });
}

/** Finds lines that only the edited labels file has. */
export function findLabelEdits(edited: string, program: string): Edits {
  const [own, shipped] = [edited, program].map(readLabelLines) as [CodeRow[], CodeRow[]];
  const known = new Set(shipped.map((row) => JSON.stringify(row)));
  const added = own.filter((row) => !known.has(JSON.stringify(row)));
  const lines = added.map((cells) => ({ file: 'labels.csv', cells }));
  return { lines, files: [], settings: {}, left: [] };
}

function readLabelLines(folder: string): CodeRow[] {
  const path = join(folder, 'queries', 'suppliers', 'labels.csv');
  if (!existsSync(path)) return [];
  const options = { header: true, skipEmptyLines: true } as const;
  return Papa.parse<CodeRow>(readFileSync(path, 'utf8'), options).data;
}

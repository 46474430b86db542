// A service's own lines of a code list → joined line by line with the list that comes with the program.
import { ProblemError, type Facts, type Problem } from '../domain/problem.js';
import {
  codeRowKey,
  normaliseLabel,
  splitSpellings,
  type CodeRow,
  type CodeTable,
} from './codes.js';

/**
 * Joins a list with the lines of a service's own file. A line whose label (and `valid_from`, where a label has several
 * meanings in time) is on the list changes the cells that it fills and adds its spellings; any other is a new label. A spelling that the service claims for one label is removed from
 * the others. Throws `ProblemError` for a column that the list does not have, for a spelling that is another label, and for a new
 * label that leaves blank what every label of the list says: what it counts as would not be known.
 */
export function joinCodeTables(shipped: CodeTable, own: CodeTable, file: string): CodeTable {
  const problems = findFaults(shipped, own, file);
  if (problems.length > 0) throw new ProblemError(problems);
  const claims = new Map(
    own.rows.flatMap((row) =>
      splitSpellings(row).map((spelling) => [normaliseLabel(spelling), labelKey(row)] as const),
    ),
  );
  const added = new Map(own.rows.map((row) => [codeRowKey(row), row]));
  const known = new Set(shipped.rows.map(labelKey));
  const joined = shipped.rows.map((row) =>
    joinRow(removeClaimed(row, claims), added.get(codeRowKey(row))),
  );
  const isNew = (row: CodeRow): boolean => !known.has(labelKey(row));
  const blank = Object.fromEntries(shipped.columns.map((column) => [column, '']));
  const rest = own.rows.filter(isNew).map((row) => ({ ...blank, ...row }));
  return { columns: shipped.columns, rows: [...joined, ...rest] };
}

function labelKey(row: CodeRow): string {
  return normaliseLabel(row['label'] ?? '');
}

function removeClaimed(row: CodeRow, claims: ReadonlyMap<string, string>): CodeRow {
  const own = labelKey(row);
  const kept = splitSpellings(row).filter(
    (spelling) => (claims.get(normaliseLabel(spelling)) ?? own) === own,
  );
  return { ...row, also: kept.join('|') };
}

function joinRow(row: CodeRow, own: CodeRow | undefined): CodeRow {
  if (!own) return row;
  const filled = Object.entries(own).filter(
    ([column, text]) => column !== 'label' && column !== 'also' && text !== '',
  );
  const also = [...splitSpellings(row), ...splitSpellings(own)].join('|');
  return { ...row, ...Object.fromEntries(filled), also };
}

function findFaults(shipped: CodeTable, own: CodeTable, file: string): Problem[] {
  const unknown = own.columns.filter((column) => !shipped.columns.includes(column));
  if (unknown.length > 0)
    return [describeFault(file, undefined, 'unknown-column', { name: unknown[0] ?? '' })];
  const labels = new Set([...shipped.rows, ...own.rows].map(labelKey));
  const known = new Set(shipped.rows.map(labelKey));
  const lines = new Set(shipped.rows.map(codeRowKey));
  const always = shipped.columns.filter(
    (column) => column !== 'also' && shipped.rows.every((row) => (row[column] ?? '') !== ''),
  );
  return own.rows.flatMap((row, at) => {
    const line = at + 2;
    const taken = splitSpellings(row).find((spelling) => {
      const key = normaliseLabel(spelling);
      return key !== labelKey(row) && labels.has(key);
    });
    if (taken !== undefined) return [describeFault(file, line, 'spelling-taken', { name: taken })];
    if (known.has(labelKey(row)) && !lines.has(codeRowKey(row)))
      return [describeFault(file, line, 'other-day')];
    if (own.rows.findIndex((each) => codeRowKey(each) === codeRowKey(row)) < at)
      return [describeFault(file, line, 'second-line')];
    const blank = always.find((column) => (row[column] ?? '') === '');
    return known.has(labelKey(row)) || blank === undefined
      ? []
      : [describeFault(file, line, 'blank-column', { name: blank })];
  });
}

function describeFault(
  file: string,
  line: number | undefined,
  variant: string,
  facts: Facts = {},
): Problem {
  const at = line === undefined ? { file } : { file, line };
  return { kind: 'declaration', code: 'bad-code-list', variant, ...at, facts };
}

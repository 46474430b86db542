// queries/codes/<list>.csv → a code list with every spelling of each label.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { ProblemError } from '../domain/problem.js';

/** One code list, as plain values, so that it can be passed to a worker. */
export interface CodeList {
  readonly name: string;
  /** By every known spelling, normalised by `normaliseLabel`, the list's own (canonical) label. */
  readonly labels: ReadonlyMap<string, string>;
  /** Published schemes of short codes, each by its name with the label of every code. None applies until it is declared. */
  readonly schemes?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Normalises a label, so that spellings that differ only in case, spacing, `&` for *and*, or the kind of dash or apostrophe
 * are equal.
 */
export function normaliseLabel(label: string): string {
  return label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐-―]/g, '-')
    .replace(/[‘’ʼ`´]/g, "'")
    .replaceAll('&', ' and ')
    .replace(/\s*([-/:])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The list's own (canonical) spelling of a label; null if the label is not on the list. */
export function findLabel({ labels }: CodeList, label: string): string | null {
  return labels.get(normaliseLabel(label)) ?? null;
}

/** One line of a list: by column, the text of its cell. */
export type CodeRow = Readonly<Record<string, string>>;

/** The columns of a list and its lines, as its file has them. */
export interface CodeTable {
  readonly columns: readonly string[];
  readonly rows: readonly CodeRow[];
}

/** Reads one list. */
export function readCodeList(path: string): CodeList {
  return buildCodeList(basename(path, '.csv'), readCodeTable(path));
}

/** Reads the lines of one list. Throws `ProblemError` if it has no labels. */
export function readCodeTable(path: string): CodeTable {
  const { data, meta } = Papa.parse<CodeRow>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  if (!meta.fields?.includes('label')) throw describeMissingLabels(path);
  return { columns: meta.fields, rows: data };
}

/**
 * Builds a list: `label` is the canonical spelling, `also` holds others separated by `|`, `cy` is its Welsh, which is one too
 * unless it is that of two labels.
 */
export function buildCodeList(name: string, { rows }: CodeTable): CodeList {
  const known = new Map<string, string>();
  for (const row of rows) addLabels(known, row);
  addWelshLabels(known, rows);
  return { name, labels: known };
}

/** What a line is known by: its label, and the day from which it holds where a label has several meanings in time. */
export function codeRowKey(row: CodeRow): string {
  return JSON.stringify([normaliseLabel(row['label'] ?? ''), row['valid_from'] ?? '']);
}

/** The other spellings of a line's label. */
export function splitSpellings(row: CodeRow): string[] {
  return (row['also'] ?? '').split('|').filter((other) => other.trim() !== '');
}

/** Reads every list in a folder, by name. */
export function readCodeLists(folder: string): Map<string, CodeList> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return new Map(
    files.sort().map((file) => [basename(file, '.csv'), readCodeList(join(folder, file))]),
  );
}

function addLabels(known: Map<string, string>, row: CodeRow): void {
  const label = row['label'] ?? '';
  for (const spelling of [label, ...splitSpellings(row)])
    if (!known.has(normaliseLabel(spelling))) known.set(normaliseLabel(spelling), label);
}

function addWelshLabels(
  known: Map<string, string>,
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const meanings = new Map<string, Set<string>>();
  for (const { cy = '', label = '' } of rows) {
    const spelling = normaliseLabel(cy);
    if (spelling !== '') meanings.set(spelling, (meanings.get(spelling) ?? new Set()).add(label));
  }
  for (const [spelling, labels] of meanings) {
    const [label = ''] = labels;
    if (labels.size === 1 && !known.has(spelling)) known.set(spelling, label);
  }
}

function describeMissingLabels(path: string): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'bad-code-list',
      file: path,
      variant: 'no-label-column',
    },
  ]);
}

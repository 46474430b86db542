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
}

/** Normalises a label, so that spellings that differ only in case, spacing or kind of dash are equal. */
export function normaliseLabel(label: string): string {
  return label.normalize('NFC').toLowerCase().replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim();
}

/** The list's own (canonical) spelling of a label; null if the label is not on the list. */
export function findLabel({ labels }: CodeList, label: string): string | null {
  return labels.get(normaliseLabel(label)) ?? null;
}

/** Reads one list: `label` is the canonical spelling, `also` holds others separated by `|`. */
export function readCodeList(path: string): CodeList {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  if (!meta.fields?.includes('label')) throw describeMissingLabels(path);
  const known = new Map<string, string>();
  for (const row of data) addLabels(known, row);
  return { name: basename(path, '.csv'), labels: known };
}

/** Reads every list in a folder, by name. */
export function readCodeLists(folder: string): Map<string, CodeList> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return new Map(
    files.sort().map((file) => [basename(file, '.csv'), readCodeList(join(folder, file))]),
  );
}

function addLabels(known: Map<string, string>, row: Record<string, string>): void {
  const label = row['label'] ?? '';
  const others = (row['also'] ?? '').split('|').filter((other) => other.trim() !== '');
  for (const spelling of [label, ...others])
    if (!known.has(normaliseLabel(spelling))) known.set(normaliseLabel(spelling), label);
}

function describeMissingLabels(path: string): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'bad-code-list',
      file: path,
      what: 'has no column called label',
      fix: 'Give the list a heading row that begins: label,cy,valid_from,valid_to',
    },
  ]);
}

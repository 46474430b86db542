// queries/codes/<list>.csv → a list that knows every label of a code.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { ProblemError } from '../domain/problem.js';

/** One code list, as plain values, so that it can be handed to a thread. */
export interface CodeList {
  readonly name: string;
  /** The list's own spelling of each label, by every spelling it has, as `alike` writes them. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Two spellings of one label are alike when case, spacing and the kind of dash are all that differ. */
export function normaliseLabel(label: string): string {
  return label.normalize('NFC').toLowerCase().replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim();
}

/** The list's own spelling of a label, whatever its case and the spaces at its ends; null when it does not have it. */
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

/** Every list of a folder, by name. */
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

// A file's bytes, or its path → everything that reading it sent and showed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readExtract } from '../../pipeline/extracts/read.js';
import type { FileReport } from '../../pipeline/extracts/extract-file.js';

const WANTED = new Set(['child_id', 'dob', 'upn', 'outcome_id', 'outcome date']);

/** Whether a row holds a heading that the test extracts have. */
export function isHeading(cells: readonly string[]): boolean {
  return cells.some((cell) => WANTED.has(cell.toLowerCase()));
}

export interface CollectedRow {
  readonly line: number;
  readonly cells: string[];
}

export interface Collected extends FileReport {
  readonly heading: string[];
  readonly headingLine: number;
  readonly rows: CollectedRow[];
  readonly codes: string[];
}

/** Reads a file as the extract `outcomes`. */
export async function collect(path: string): Promise<Collected> {
  const rows: CollectedRow[] = [];
  let heading: string[] = [];
  let headingLine = 0;
  const sink = {
    handleHeading(cells: string[], line: number) {
      heading = cells;
      headingLine = line;
    },
    handleRow(cells: string[], line: number) {
      rows.push({ line, cells });
    },
  };
  const file = { extract: 'outcomes', path, name: basename(path) };
  const reading = await readExtract(file, isHeading, sink);
  const codes = reading.problems.map((problem) => problem.code);
  return { ...reading, heading, headingLine, rows, codes };
}

/** Reads bytes as if they were a file of that name. */
export async function collectBytes(name: string, bytes: string | Uint8Array): Promise<Collected> {
  const folder = mkdtempSync(join(tmpdir(), 'extracts-'));
  try {
    writeFileSync(join(folder, name), bytes);
    return await collect(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// A folder of its own for a test, with small files of extracts; removed when the run of the tests is over.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** An empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(join(inject('shared'), 'test-'));
}

/** Writes files into a folder, by name; each is given as its lines. Gives the folder. */
export function written(
  folder: string,
  files: Readonly<Record<string, readonly string[]>>,
): string {
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  return folder;
}

/** Every file in a folder and below it, by name, sorted. */
export function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

// A folder of its own for a test, with small files of extracts; removed when the test is over.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-test-'));
  made.push(folder);
  return folder;
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

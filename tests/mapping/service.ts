// The small service of the first-contact cases, with cells changed, as a folder of its own; and commands run in it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { map } from '../../pipeline/commands/map.js';
import type { Prompt } from '../../pipeline/setup/answers.js';

const BASE = join(import.meta.dirname, '..', 'first-contact', 'cases', 'base');
const MADE: string[] = [];

/** A copy of the service. */
export function copyService(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-map-'));
  MADE.push(folder);
  cpSync(BASE, folder, { recursive: true });
  return folder;
}

/** Removes every copy. */
export function removeServices(): void {
  for (const folder of MADE.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Changes the text under a heading, row by row; undefined leaves it as it is. */
export function changeColumn(
  folder: string,
  [extract, heading]: readonly [string, string],
  change: (row: number) => string | undefined,
): void {
  changeTable(folder, extract, ([names = [], ...rows]) => {
    const at = names.indexOf(heading);
    return [names, ...rows.map((row, index) => row.with(at, change(index) ?? row[at] ?? ''))];
  });
}

/** Changes headings of an extract. */
export function renameHeadings(
  folder: string,
  extract: string,
  names: Readonly<Record<string, string>>,
): void {
  changeTable(folder, extract, ([heading = [], ...rows]) => [
    heading.map((each) => names[each] ?? each),
    ...rows,
  ]);
}

function changeTable(
  folder: string,
  extract: string,
  change: (rows: string[][]) => string[][],
): void {
  const path = join(folder, `${extract}.csv`);
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true });
  writeFileSync(path, `${Papa.unparse(change(data))}\n`);
}

/** Runs `boardpack map`, with answers if a person is to be at the terminal; gives all its lines. */
export async function runMap(
  folder: string,
  argv: readonly string[] = [],
  answers: readonly string[] | null = null,
): Promise<string[]> {
  const lines: string[] = [];
  const left = [...(answers ?? [])];
  const say = (line: string): void => {
    lines.push(line);
  };
  const prompt: Prompt | null = answers && {
    say,
    ask: (question) => {
      say(question);
      const next = left.shift();
      if (next === undefined) throw new Error(`asked too much: ${question}`);
      return Promise.resolve(next);
    },
  };
  const typed = ['map', '--settings', join(folder, 'service.yaml'), ...argv];
  await map(readArguments(typed), { out: say, err: say, progress: () => undefined }, prompt);
  if (left.length > 0) throw new Error(`not asked: ${left.join(', ')}`);
  return lines;
}

// The problems of a build → problems.csv beside its editions.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { writeCsv } from './csv.js';

const COLUMNS = ['kind', 'code', 'file', 'line', 'column', 'what', 'fix'];

/** Writes the list, also when there is nothing in it and when nothing was built. */
export function writeProblems(quarterFolder: string, problems: readonly Problem[]): void {
  mkdirSync(quarterFolder, { recursive: true });
  const path = join(quarterFolder, 'problems.csv');
  writeFileSync(
    `${path}.new`,
    writeCsv(
      COLUMNS,
      problems.map((problem) => ({ ...problem })),
    ),
  );
  renameSync(`${path}.new`, path);
}

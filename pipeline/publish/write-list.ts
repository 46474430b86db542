// Lists for the information officer → CSV files next to a quarter's editions, never inside one.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../domain/problem.js';
import { describeProblem, type ProblemWords } from '../domain/problem-words.js';
import { writeCsv, type CsvRow } from './csv.js';

const PROBLEM_COLUMNS = ['kind', 'code', 'file', 'line', 'column', 'what', 'fix'];

/** Writes the problems of a build, also when there are none and when nothing was built. */
export function writeProblems(
  quarterFolder: string,
  problems: readonly Problem[],
  words: ProblemWords,
): void {
  const rows = problems.map((problem) => {
    const { kind, code, file, line, column } = problem;
    return { kind, code, file, line, column, ...describeProblem(problem, words) };
  });
  writeList(quarterFolder, 'problems.csv', PROBLEM_COLUMNS, rows);
}

/** Writes a list whole, or leaves the one before it. */
export function writeList(
  quarterFolder: string,
  name: string,
  columns: readonly string[],
  rows: readonly CsvRow[],
): void {
  mkdirSync(quarterFolder, { recursive: true });
  const path = join(quarterFolder, name);
  writeFileSync(`${path}.new`, writeCsv(columns, rows));
  renameSync(`${path}.new`, path);
}

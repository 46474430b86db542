// Rows that a contract sets aside by a rule, and that are no fault: the test of one, and the notes on them.
import type { Problem } from '../domain/problem.js';
import type { Contract } from './contract.js';
import { normaliseHeading, type ColumnPlace } from './headings.js';
import { isNotRecorded } from './not-recorded.js';

/** Whether a row is one that a rule sets aside. */
export type SkipTest = (cells: readonly string[]) => boolean;

/** Creates the test for a file with these headings; null if none of its columns decides. */
export function createSkipTest({ skips }: Contract, headings: readonly string[]): SkipTest | null {
  const names = headings.map(normaliseHeading);
  const rules = skips.flatMap(({ headings: own, when }) => {
    const index = names.findIndex((name) => own.map(normaliseHeading).includes(name));
    return index < 0 ? [] : [{ index, pattern: new RegExp(when, 'iu') }];
  });
  if (rules.length === 0) return null;
  return (cells) => rules.some(({ index, pattern }) => pattern.test((cells[index] ?? '').trim()));
}

/** Creates the test of a row that has a value in none of the columns of which its contract wants one. */
export function createNobodyTest(
  { one_of: names }: Contract,
  places: readonly ColumnPlace[],
): SkipTest {
  const wanted = places.filter(({ column }) => names.includes(column.name));
  if (wanted.length === 0) return () => false;
  return (cells) =>
    wanted.every(({ column, index }) => {
      const text = (cells[index] ?? '').trim();
      return text === '' || isNotRecorded(column, text);
    });
}

/** Counts by the number of a file. */
export class FileCounts {
  readonly #counts = new Map<number, number>();

  add(file: number, count: number): void {
    this.#counts.set(file, this.get(file) + count);
  }

  get(file: number): number {
    return this.#counts.get(file) ?? 0;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** A note on the rows of a file that are of something else than the extract. */
export function describeSkipped(file: string, rows: number): Problem[] {
  if (rows === 0) return [];
  return [{ kind: 'note', code: 'other-rows', file, facts: { rows } }];
}

/** A note on the rows of a file that the file of a later year states again. */
export function describeSuperseded(file: string, rows: number): Problem[] {
  if (rows === 0) return [];
  return [{ kind: 'note', code: 'superseded', file, facts: { rows } }];
}

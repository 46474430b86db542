// People's decisions on proposed links ↔ lines of a CSV file that is only appended to.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { identityFolder } from './identity-file.js';

const COLUMNS = ['source', 'person', 'child', 'says', 'who', 'decided_on'] as const;

/** Strict, because an erasure writes the file anew: an unknown column would be lost. */
const decisionSchema = z.strictObject({
  source: z.string().min(1),
  person: z.string().min(1),
  child: z.string().min(1),
  says: z.enum(['same', 'different']),
  who: z.string().min(1),
  decided_on: z.iso.date(),
});

/** A person's decision whether two records are the same child; both are given by pseudonym only. */
export type LinkDecision = z.infer<typeof decisionSchema>;

/** Path of a store's decisions. */
export function decisionsFile(store: string): string {
  return join(identityFolder(store), 'decisions.csv');
}

/** Reads every decision, in the order they were made. Throws `Stopped` with each invalid line. */
export function readDecisions(file: string): LinkDecision[] {
  if (!existsSync(file)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const problems: Problem[] = [];
  const decisions = data.flatMap((row, at) => {
    const read = decisionSchema.safeParse(row);
    if (read.success) return [read.data];
    problems.push(describeBadLine(file, at + 2, read.error));
    return [];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return decisions;
}

/**
 * Decisions known to a pack as at `asAt` that a pack as at the `earlier` day may not have known, including those made
 * on that day.
 */
export function selectRecentDecisions(
  decisions: readonly LinkDecision[],
  earlier: Day,
  asAt: Day,
): readonly LinkDecision[] {
  return decisions.filter(({ decided_on }) => decided_on >= earlier && decided_on <= asAt);
}

/** Appends one decision, after a heading row if the file is new. Existing lines are not changed. */
export function addDecision(file: string, added: LinkDecision): void {
  const heading = existsSync(file) ? '' : `${COLUMNS.join(',')}\n`;
  const line = Papa.unparse([added], { columns: [...COLUMNS], header: false });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const open = openSync(file, 'a', 0o600);
  try {
    writeSync(open, `${heading}${line}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/**
 * Deletes decisions for the erasure of a child. The remaining lines are written to a new file, which replaces the old
 * one.
 */
export function eraseDecisions(file: string, isErased: (decision: LinkDecision) => boolean): void {
  const existing = readDecisions(file);
  const remaining = existing.filter((each) => !isErased(each));
  if (remaining.length === existing.length) return;
  const text = Papa.unparse(remaining, { columns: [...COLUMNS], newline: '\n' });
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function describeBadLine(file: string, line: number, error: z.ZodError): Problem {
  const named = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
  );
  const names = [...new Set(named)];
  return {
    kind: 'data',
    code: 'bad-decision',
    file,
    line,
    facts: { names, columns: COLUMNS },
  };
}

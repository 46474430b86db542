// queries/suppliers/not_used.csv → the fields of each supplier that are known and that no column reads.
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { ProblemError } from '../domain/problem.js';
import { normaliseHeading } from './headings.js';

/** The path of the file in problems. */
const UNUSED_FILE = 'queries/suppliers/not_used.csv';

/** A field, or a code of one, of a supplier's table or list, and why nothing is read from it. */
const unusedSchema = z.strictObject({
  supplier: z.string().min(1),
  kind: z.enum(['field', 'code']),
  of: z.string().min(1),
  name: z.string().min(1),
  because: z.string().min(1),
});

export type Unused = z.infer<typeof unusedSchema>;

/** Reads the file; none if it does not exist. Throws `ProblemError` for a line that lacks something. */
export function readUnused(path: string): Unused[] {
  if (!existsSync(path)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row, at) => {
    const read = unusedSchema.safeParse(row);
    if (read.success) return read.data;
    const facts = { columns: Object.keys(unusedSchema.shape) };
    throw new ProblemError([
      { kind: 'declaration', code: 'bad-label', file: UNUSED_FILE, line: at + 2, facts },
    ]);
  });
}

/** The normalised headings of a supplier's unused fields. */
export function listUnusedHeadings(unused: readonly Unused[], supplier: string): Set<string> {
  const own = unused.filter((each) => each.supplier === supplier && each.kind === 'field');
  return new Set(own.map(({ name }) => normaliseHeading(name)));
}

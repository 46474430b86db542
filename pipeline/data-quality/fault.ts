// queries/faults/<fault>/ → a data quality fault: what it is, how to correct it, and the figures it affects.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import type { Declaration } from '../measures/declaration.js';

const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict schema of `fault.yaml`. */
const faultSchema = z.strictObject({
  what: wordsSchema,
  /** How a practitioner corrects it in the case system. */
  mend: wordsSchema,
  /** The extract to correct, and the column whose heading the case system uses for it. */
  extract: z.string().min(1),
  column: z.string().optional(),
  /** What a record's number identifies; a child's own number is never stored. */
  found_by: z.string().min(1),
  /** The figures that change once it is corrected: measures by name, by what they count, and those with a breakdown that is missing. */
  moves: z.strictObject({
    measures: z.array(z.string()).default([]),
    breakdowns: z.array(z.string()).default([]),
    /** Every measure that counts such things, as `counts` in its declaration names them. */
    counts: z.array(z.string()).default([]),
  }),
});

/** One fault, by the name of its folder, and the query that finds it. */
export interface Fault extends z.infer<typeof faultSchema> {
  readonly id: string;
  readonly sql: string;
}

/** Reads every fault of a folder, by name. Throws `Stopped` with what is wrong in the declarations. */
export function readFaults(folder: string): Fault[] {
  return readdirSync(folder)
    .sort()
    .map((id) => ({
      ...readDeclaration(join(folder, id, 'fault.yaml'), faultSchema),
      id,
      sql: readFileSync(join(folder, id, 'fault.sql'), 'utf8'),
    }));
}

/** Whether correcting the fault can change a figure of the measure. */
export function affectsMeasure(fault: Fault, declaration: Declaration): boolean {
  const { breakdowns } = fault.moves;
  return (
    affectsHeadline(fault, declaration) ||
    declaration.breakdowns.some((each) => breakdowns.includes(each))
  );
}

/** Whether correcting the fault can change the measure's figure itself, and not only its groups. */
export function affectsHeadline(
  { moves }: Fault,
  { id, counts }: Pick<Declaration, 'id' | 'counts'>,
): boolean {
  return moves.measures.includes(id) || moves.counts.includes(counts);
}

// queries/faults/<fault>/ → a fault that records can have: what it is, how it is mended, and the figures it moves.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import type { Declaration } from '../measures/declaration.js';

const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict shape of `fault.yaml`. */
export const faultSchema = z.strictObject({
  what: wordsSchema,
  /** What a practitioner does about it in the case system. */
  mend: wordsSchema,
  /** The extract it is mended in, and the column whose headings the case system knows it by. */
  extract: z.string().min(1),
  column: z.string().optional(),
  /** What the number of a record is the number of; a child's own is never kept. */
  found_by: z.string().min(1),
  /** The figures that are other figures once it is mended: measures by name, and those broken down by what is missing. */
  moves: z.strictObject({
    measures: z.array(z.string()).default([]),
    breakdowns: z.array(z.string()).default([]),
  }),
});

/** One fault, by the name of its folder, and the query that looks for it. */
export interface Fault extends z.infer<typeof faultSchema> {
  readonly id: string;
  readonly sql: string;
}

/** Every fault of a folder, by name. Throws `Stopped` with what is wrong in the declarations. */
export function readFaults(folder: string): Fault[] {
  return readdirSync(folder)
    .sort()
    .map((id) => ({
      ...readDeclaration(join(folder, id, 'fault.yaml'), faultSchema),
      id,
      sql: readFileSync(join(folder, id, 'fault.sql'), 'utf8'),
    }));
}

/** Whether mending the fault can change a figure of the measure. */
export function affectsMeasure(
  { moves: affected }: Fault,
  { id, breakdowns }: Declaration,
): boolean {
  return (
    affected.measures.includes(id) || breakdowns.some((each) => affected.breakdowns.includes(each))
  );
}

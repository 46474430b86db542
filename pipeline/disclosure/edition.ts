// reports/editions/<edition>.yaml → the suppression threshold and marking of one edition.
import { z } from 'zod';
import type { SafetyStandard } from './audit/standard.js';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** Strict schema of an edition's file. */
export const editionSchema = z.strictObject({
  title: words,
  /** Printed on each page; null for an edition that may be passed on. */
  marking: words.nullable(),
  /** Suppression threshold: counts of 1 to `hide_below` − 1 are suppressed; 0 suppresses nothing. */
  hide_below: z.int().nonnegative(),
  /**
   * How wide the feasibility interval of each small count must be, if the edition suppresses any: its upper end, and how
   * many whole values it holds. Where nothing is said, the threshold and three.
   */
  protection: z
    .strictObject({ upper_end: z.int().positive(), possible_values: z.int().min(2) })
    .optional(),
  /** Every name that this edition had before, where its file was renamed: what was given under one is held against it. */
  formerly: z.array(z.string().min(1)).optional(),
});

/** An edition, named by its file. */
export type Edition = z.infer<typeof editionSchema> & { readonly name: string };

const DEFAULT_POSSIBLE_VALUES = 3;

/** The standard that the audit of an edition holds every small count to. */
export function chooseStandard({
  hide_below,
  protection,
}: Pick<Edition, 'hide_below' | 'protection'>): SafetyStandard {
  if (protection === undefined)
    return { reaches: hide_below, possibleValues: DEFAULT_POSSIBLE_VALUES };
  return { reaches: protection.upper_end, possibleValues: protection.possible_values };
}

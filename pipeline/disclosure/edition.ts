// reports/editions/<edition>.yaml → the suppression threshold and marking of one edition.
import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** Strict schema of an edition's file. */
export const editionSchema = z.strictObject({
  title: words,
  /** Printed on each page; null for an edition that may be passed on. */
  marking: words.nullable(),
  /** Suppression threshold: counts of 1 to `hide_below` − 1 are suppressed; 0 suppresses nothing. */
  hide_below: z.int().nonnegative(),
  /** Every name that this edition had before, where its file was renamed: what was given under one is held against it. */
  formerly: z.array(z.string().min(1)).optional(),
});

/** An edition, named by its file. */
export type Edition = z.infer<typeof editionSchema> & { readonly name: string };

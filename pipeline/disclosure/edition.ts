// reports/editions/<edition>.yaml → who may see what.
import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict shape of an edition's file. */
export const editionSchema = z.strictObject({
  title: words,
  /** Printed on each page; null for an edition that may be handed on. */
  marking: words.nullable(),
  /** Counts from 1 up to one less than this are hidden; 0 hides nothing. */
  hide_below: z.int().nonnegative(),
  /** Every name that this edition had before, where its file was renamed: what was given under one is held against it. */
  formerly: z.array(z.string().min(1)).optional(),
});

/** An edition, by the name of its file. */
export type Edition = z.infer<typeof editionSchema> & { readonly name: string };

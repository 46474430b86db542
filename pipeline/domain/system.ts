// A case system that a service uses or has used: its name, whose it is, and between which days.
import { z } from 'zod';
import { wordsSchema } from './language.js';

/** The strict shape of a system in a service's settings. */
export const systemSchema = z.strictObject({
  /** What its files and folders are named by. It is part of what pseudonyms are made of: it may never change. */
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  name: wordsSchema,
  /** A file of queries/suppliers. */
  supplier: z.string().min(1),
  /** The first and the last day on which records were made in it. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** A case system. */
export type System = z.infer<typeof systemSchema>;

// reports/service.yaml → the settings of one service, read once; every path in it made absolute.
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readDeclared } from '../domain/declared.js';
import { wordsSchema } from '../domain/language.js';
import { systemSchema } from '../domain/system.js';

const settingsSchema = z.strictObject({
  service: wordsSchema,
  nation: z.enum(['England', 'Wales']),
  /** The service's own area codes; children of others are not counted. */
  areas: z.array(z.string().min(1)).min(1),
  languages: z.array(z.enum(['en', 'cy'])).min(1),
  /** Where extracts, reference extracts and the store of deliveries are. */
  extracts: z.string(),
  reference: z.string(),
  deliveries: z.string(),
  /** The folder of commentary, a folder in it for each quarter; and that of actions.csv, risks.csv and decisions.csv. */
  commentary: z.string().default('commentary'),
  registers: z.string().default('.'),
  /** Who sends which extract by when; without it, no day is agreed for any. */
  receipts: z.string().optional(),
  /** Where packs are written. */
  output: z.string().default('.'),
  /** The secret that pseudonyms are made with; made on first use. BOARDPACK_KEY comes before it. */
  key_file: z.string().default('.boardpack-key'),
  /** True for invented data: every page says so. */
  synthetic: z.boolean().default(false),
  /** From when the extracts hold every record. Without it, the first quarter that has one. */
  covers_from: z.iso.date().optional(),
  /** Until when. Without it, the end of the last quarter that has an outcome or an intervention. */
  covers_to: z.iso.date().optional(),
  /**
   * The case systems that the extracts come from, in the order in which the service came to use them. Without any they
   * are read by the contracts' headings alone.
   */
  systems: z.array(systemSchema).default([]),
  /** How many rows of an extract may be set aside before it is stopped, where more than its contract says. */
  tolerance: z.record(z.string(), z.int().nonnegative()).default({}),
  /** The share of its rows, 0 to 1, that a full extract may lose unasked, where other than its contract says. */
  may_lose: z.record(z.string(), z.number().min(0).max(1)).default({}),
  /** When the extracts were received, where that was before they are taken in. Without it, the day they are taken in. */
  received_on: z.iso.date().optional(),
});

/** The settings of one service. Paths are absolute. */
export type Settings = z.infer<typeof settingsSchema>;

const PATHS = [
  ...(['extracts', 'reference', 'deliveries', 'commentary', 'registers'] as const),
  ...(['output', 'key_file', 'receipts'] as const),
];

/** Reads a settings file strictly. Paths in it are relative to it. Throws `Stopped` for a file that will not do. */
export function readSettings(file: string): Settings {
  const declared = readDeclared(file, settingsSchema);
  const folder = dirname(resolve(file));
  const paths = PATHS.flatMap((key) => {
    const path = declared[key];
    return path === undefined ? [] : [[key, resolve(folder, path)]];
  });
  return { ...declared, ...(Object.fromEntries(paths) as Pick<Settings, (typeof PATHS)[number]>) };
}

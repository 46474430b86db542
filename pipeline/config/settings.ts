// reports/service.yaml → the settings of one service, read once; every path in it made absolute.
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { areaCodeSchema, findAreaErrors, predecessorSchema } from './areas.js';
import { codeSchemesSchema } from '../contracts/schemes.js';
import { readDeclaration } from '../domain/declared.js';
import { wordsSchema } from '../domain/language.js';
import { systemSchema } from '../domain/system.js';

/** The strict shape of a settings file. What each key means stands here, and docs/settings.md is made of it. */
export const settingsSchema = z
  .strictObject({
    service: wordsSchema.describe("The service's name in English and Welsh."),
    nation: z
      .enum(['England', 'Wales'])
      .describe('Chooses the forms of the key performance indicators.'),
    areas: z
      .array(areaCodeSchema)
      .min(1)
      .describe("The service's own area codes. Children of other areas are not counted."),
    predecessors: z
      .array(predecessorSchema)
      .default([])
      .describe(
        "Areas that wholly became the service's own when councils were reorganised. Their children are counted as its own, and their population stands for the years in which they were in force.",
      ),
    languages: z
      .array(z.enum(['en', 'cy']))
      .min(1)
      .describe('The languages that packs are printed in.'),
    pack_form: z
      .string()
      .min(1)
      .default('short')
      .describe(
        'The form of the pack, of those in packs/forms.yaml: `short` is a pack to read in twenty minutes with an annex, `long` is one document with everything.',
      ),
    contact: z
      .string()
      .min(1)
      .optional()
      .describe('Whom to ask about a pack: a role, an address or both. Printed on the cover.'),
    board_day: z.iso
      .date()
      .optional()
      .describe('The day on which the board meets next. Printed on the cover.'),
    papers_out: z.iso
      .date()
      .optional()
      .describe(
        "The day by which the board's papers go out. From then on a scheduled pack waits for no extract that is still to come.",
      ),
    next_release: z.iso
      .date()
      .optional()
      .describe('The day on which the next pack is due. Printed on the cover.'),
    extracts: z.string().describe('The folder of extracts.'),
    reference: z
      .string()
      .describe('The folder of reference extracts: population and published figures.'),
    deliveries: z.string().describe('The folder in which everything received is stored.'),
    commentary: z
      .string()
      .default('commentary')
      .describe('The folder of commentary, with a folder in it for each quarter.'),
    registers: z
      .string()
      .default('.')
      .describe('The folder of actions.csv, risks.csv, decisions.csv and reviews.csv.'),
    receipts: z
      .string()
      .optional()
      .describe('The file that says who sends which extract by when. Without it no day is agreed.'),
    output: z.string().default('.').describe('The folder that packs are written to.'),
    key_file: z
      .string()
      .default('.boardpack-key')
      .describe(
        'The file of the secret key, made on first use. The environment variable BOARDPACK_KEY outranks it.',
      ),
    synthetic: z.boolean().default(false).describe('True for invented data: every page says so.'),
    covers_from: z.iso
      .date()
      .optional()
      .describe(
        'The day from which the extracts hold every record. Without it, the first quarter that has one.',
      ),
    covers_to: z.iso
      .date()
      .optional()
      .describe(
        'The last day of which the extracts hold every record, though none reaches past its receipt. Without it, the end of the last quarter that has any record, and for each extract the day on which it stopped (docs/coverage.md).',
      ),
    systems: z
      .array(systemSchema)
      .default([])
      .describe(
        'The case systems that the extracts come from, in the order in which the service came to use them. Without any, files are read by the headings in the contracts alone.',
      ),
    code_schemes: codeSchemesSchema
      .default({})
      .describe(
        'By extract and column, the scheme of queries/schemes whose short codes (such as A1) its sender uses. Without it they are refused, because they mean different things in different schemes.',
      ),
    definitions: z
      .record(
        z.string(),
        z
          .array(
            z.strictObject({
              use: z.string().describe('The option that holds.'),
              from: z.iso
                .date()
                .optional()
                .describe(
                  'The day from which it holds, of windows that end on it or later: the first day of a quarter. Without it, from the beginning.',
                ),
            }),
          )
          .min(1),
      )
      .default({})
      .describe(
        'By counting rule, the options that hold and from when, in place of its default and its changes (docs/definitions.md).',
      ),
    tolerance: z
      .record(z.string(), z.int().nonnegative())
      .default({})
      .describe(
        'By extract, how many rows may be set aside before it stops, where its contract allows fewer.',
      ),
    whole_lists: z
      .array(z.enum(['police', 'education', 'social_care', 'health']))
      .default([])
      .describe(
        'Partners that send everybody they know, not only people who could be children of the service. How many of those are linked says nothing then, and no figure is given only where nobody is.',
      ),
    may_lose: z
      .record(z.string(), z.number().min(0).max(1))
      .default({})
      .describe(
        'By extract, the share of its rows (0 to 1) that a full extract may lose without being confirmed.',
      ),
    received_on: z.iso
      .date()
      .optional()
      .describe(
        'The day the extracts were received, if that was before they are taken in. Without it, the day they are taken in.',
      ),
  })
  .superRefine((settings, context) => {
    for (const { path, phrase } of findAreaErrors(settings))
      context.addIssue({ code: 'custom', path, message: phrase.phrase, params: phrase.facts });
    const { board_day: meets, papers_out: out } = settings;
    if (out !== undefined && (meets === undefined || out > meets))
      context.addIssue({ code: 'custom', path: ['papers_out'], message: 'refused-papers-out' });
  });

/** The settings of one service. Paths are absolute. */
export type Settings = z.infer<typeof settingsSchema>;

const PATHS = [
  ...(['extracts', 'reference', 'deliveries', 'commentary', 'registers'] as const),
  ...(['output', 'key_file', 'receipts'] as const),
];

/** Reads a settings file strictly. Paths in it are relative to it. Throws `Stopped` for a file that will not do. */
export function readSettings(file: string): Settings {
  const declared = readDeclaration(file, settingsSchema);
  const folder = dirname(resolve(file));
  const paths = PATHS.flatMap((key) => {
    const path = declared[key];
    return path === undefined ? [] : [[key, resolve(folder, path)]];
  });
  return { ...declared, ...(Object.fromEntries(paths) as Pick<Settings, (typeof PATHS)[number]>) };
}

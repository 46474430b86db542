// A column of queries/contracts/<extract>.yaml → its validated declaration.
import { z } from 'zod';

const shared = {
  required: z.boolean().default(false),
  /** Other headings that suppliers use for the column; case, spaces, `_`, `-` and `.` do not matter. */
  headings: z.array(z.string().min(1)).default([]),
  /** The extract among whose keys this value must be (a foreign key). */
  references: z.string().optional(),
  /** Whether a file may lack the column entirely, because not every partner can supply it. */
  optional: z.boolean().default(false),
  /** For a published table that says it by its layout: if a file lacks the column, its text by a heading that the file has. */
  implied: z.record(z.string(), z.string().min(1)).optional(),
};

const marked = {
  /** Whether a publisher's mark (`[c]`, `<5`) may stand in place of the number. It is kept: the column is stored as text. */
  marks: z.boolean().default(false),
};

/** The partners that extracts come from. */
const SOURCES = ['education', 'police', 'social_care', 'health'] as const;

/** The identity fields that a column may hold. */
export const IDENTITY_FIELDS = ['forename', 'surname', 'date_of_birth', 'postcode', 'sex'] as const;

/** Strict schema of one column of a contract. */
export const columnSchema = z.discriminatedUnion('type', [
  /** A record's own number in the case system, kept as text. */
  z.strictObject({
    type: z.literal('id'),
    /** The columns whose values together are the number, if a file has none. */
    made_from: z.array(z.string()).min(1).optional(),
    ...shared,
  }),
  /**
   * A child's number in the case system; only its keyed pseudonym is stored. `former`: the number that the child had in
   * the service's previous system.
   */
  z.strictObject({ type: z.literal('child'), former: z.boolean().default(false), ...shared }),
  /**
   * A person's number in a partner's system; only its keyed pseudonym is stored, which differs from those of other
   * sources.
   */
  z.strictObject({ type: z.literal('person'), source: z.enum(SOURCES), ...shared }),
  /**
   * Identifies, or could identify, a person. With `identity` it is read (a date of birth as a date) and goes only into
   * the encrypted identity file; without, it is skipped. No delivery stores it.
   */
  z.strictObject({
    type: z.literal('personal'),
    identity: z.enum(IDENTITY_FIELDS).optional(),
    /** For a date of birth: an earlier date is refused. */
    earliest: z.iso.date().default('1900-01-01'),
    ...shared,
  }),
  z.strictObject({ type: z.literal('text'), ...shared }),
  /**
   * The code of a local authority. A required one must be an area code; a partner's that is none is kept, and reported
   * when a pack is built.
   */
  z.strictObject({ type: z.literal('area'), ...shared }),
  z.strictObject({
    type: z.literal('date'),
    earliest: z.iso.date().default('1900-01-01'),
    future: z.boolean().default(false),
    /** Whether a later day is one that is planned: it is accepted, and reported. */
    planned: z.boolean().default(false),
    /**
     * The headings of a year such as 2022/23 that a file may have in place of the date, and which day it means: a month and
     * day of the first or the last of its two years.
     */
    year: z
      .strictObject({
        headings: z.array(z.string().min(1)).min(1),
        of: z.enum(['first', 'last']),
        day: z.string().regex(/^\d\d-\d\d$/),
      })
      .optional(),
    ...shared,
  }),
  z.strictObject({ type: z.literal('yes_no'), ...shared }),
  z.strictObject({
    type: z.literal('whole'),
    least: z.int(),
    most: z.int(),
    ...marked,
    /** For one end of an age range: which number of a text such as `Aged 10 to 14` it is. */
    range: z.enum(['from', 'to']).optional(),
    ...shared,
  }),
  z.strictObject({
    type: z.literal('number'),
    ...marked,
    ...shared,
  }),
  /**
   * A label of a list in queries/codes; the list's canonical label is stored. With `identity` it is also an identity
   * field.
   */
  z.strictObject({
    type: z.literal('code'),
    codes: z.string().min(1),
    /** The scheme of queries/schemes by which its sender writes short codes, if it has always one. */
    scheme: z.string().optional(),
    identity: z.literal('sex').optional(),
    /**
     * Whether figures are only broken down by it, and it decides of nobody whether they count. Then an unknown label is kept as
     * `NOT_YET_MAPPED`; in any other column it stops the extract.
     */
    only_breaks_down: z.boolean().default(false),
    ...shared,
  }),
]);

/** What may be declared of any column. */
export type SharedOptions = z.infer<z.ZodObject<typeof shared>>;

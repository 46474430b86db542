// The schema of the ledger: one delivery, and each kind of line.
import { z } from 'zod';

/** SHA-256 of a Parquet file's content, which is also its name. */
const deliverySchema = z.string().regex(/^[0-9a-f]{64}$/);

const fileSchema = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  received: z.int(),
});

/** Overlap of the records of two case systems. */
const joinSchema = z.strictObject({
  both: z.int(),
  earlier_only: z.int(),
  later_only: z.int(),
  not_linked: z.int(),
});

const entrySchema = z.strictObject({
  extract: z.string(),
  /** The case system it comes from, by its mark; absent for the first system, and if there is only one. */
  system: z.string().optional(),
  /** Overlap with the records of each earlier system, by that system's mark. */
  joins: z.record(z.string(), joinSchema).optional(),
  delivery: deliverySchema,
  contract_version: z.int(),
  arrives: z.enum(['full', 'partial']),
  files: z.array(fileSchema),
  /** By column, its heading in the last of the files; absent in deliveries of earlier versions. */
  headings: z.record(z.string(), z.string()).optional(),
  received: z.int(),
  accepted: z.int(),
  set_aside: z.int(),
  /** Rows compared with those known before: new keys, known keys with other content, and keys that are gone. */
  added: z.int(),
  corrected: z.int(),
  withdrawn: z.int(),
  /** The day from which packs may use it. */
  known_from: z.iso.date(),
  /** Mark of the key its pseudonyms were made with. */
  key_mark: z.string(),
  /** Volume checks that a person confirmed. */
  confirmed: z.array(z.string()),
});

/** Fields of every line: its number, counted from 1 without a gap, and the date by this computer's clock. */
const lineFields = { seq: z.int().positive(), on: z.iso.date() };

const repeatSchema = z.strictObject({
  extract: z.string(),
  delivery: deliverySchema,
  files: z.array(fileSchema),
});

/** One line of the ledger: one event, recorded whole or not at all. */
export const ledgerEventSchema = z.discriminatedUnion('what', [
  z.strictObject({
    ...lineFields,
    what: z.literal('received'),
    deliveries: z.array(entrySchema),
    /** Extracts whose rows were all known already, even if their bytes differ. */
    again: z.array(repeatSchema),
  }),
  z.strictObject({
    ...lineFields,
    what: z.literal('packed'),
    quarter: z.string(),
    as_at: z.iso.date(),
    editions: z.array(z.string()),
    /** File name of the release archive of this pack; absent for packs of earlier versions. */
    made: deliverySchema.optional(),
  }),
  /** A draft of editions that hide: a release that later ones are held against, and not a pack. */
  z.strictObject({
    ...lineFields,
    what: z.literal('drafted'),
    quarter: z.string(),
    as_at: z.iso.date(),
    editions: z.array(z.string()),
    made: deliverySchema,
  }),
  z.strictObject({
    ...lineFields,
    what: z.literal('erased'),
    /** Deliveries that were rewritten to erase somebody. The ledger does not record whom. */
    replaced: z.array(z.strictObject({ was: deliverySchema, is: deliverySchema })),
  }),
]);

/** One delivery: what was received, how much was accepted, what it changed, and from when it is known. */
export type LedgerEntry = z.infer<typeof entrySchema>;
/** An extract that contained nothing new. */
export type RepeatDelivery = z.infer<typeof repeatSchema>;
/** One line of the ledger. */
export type LedgerEvent = z.infer<typeof ledgerEventSchema>;
/** A line to be appended; its number is assigned then. */
export type NewLedgerEvent = LedgerEvent extends infer Each
  ? Each extends LedgerEvent
    ? Omit<Each, 'seq'>
    : never
  : never;

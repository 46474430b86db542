// The shape of what the ledger says of one delivery, and of each line that holds it.
import { z } from 'zod';

/** SHA-256 of a Parquet file's bytes, which is also its name. */
const deliverySchema = z.string().regex(/^[0-9a-f]{64}$/);

const fileSchema = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  received: z.int(),
});

/** How the records of two case systems lie beside each other. */
const joinSchema = z.strictObject({
  both: z.int(),
  earlier_only: z.int(),
  later_only: z.int(),
  not_linked: z.int(),
});

const entrySchema = z.strictObject({
  extract: z.string(),
  /** The case system it comes from, by its mark; none for the first, and where there is one. */
  system: z.string().optional(),
  /** What it came to beside the records of the systems before, by the systems' marks. */
  joins: z.record(z.string(), joinSchema).optional(),
  delivery: deliverySchema,
  contract_version: z.int(),
  arrives: z.enum(['full', 'partial']),
  files: z.array(fileSchema),
  /** By column, its heading in the last of the files; a delivery of an earlier version has none. */
  headings: z.record(z.string(), z.string()).optional(),
  received: z.int(),
  accepted: z.int(),
  set_aside: z.int(),
  /** Rows beside those known before: with a new key, with a known key and another content, and no longer there. */
  added: z.int(),
  corrected: z.int(),
  withdrawn: z.int(),
  /** The day from which a pack may know of it. */
  known_from: z.iso.date(),
  /** Which key its pseudonyms were made with. */
  key_mark: z.string(),
  /** The guards that would have stopped it, had a person not confirmed that it is right. */
  confirmed: z.array(z.string()),
});

/** What stands in every line: its place, counted from 1 without a gap, and the day this computer took it for. */
const lineFields = { seq: z.int().positive(), on: z.iso.date() };

const repeatSchema = z.strictObject({
  extract: z.string(),
  delivery: deliverySchema,
  files: z.array(fileSchema),
});

/** One line of the ledger: one thing that happened, whole or not at all. */
export const ledgerEventSchema = z.discriminatedUnion('what', [
  z.strictObject({
    ...lineFields,
    what: z.literal('received'),
    deliveries: z.array(entrySchema),
    /** Extracts that brought no row that was not known, however their bytes differ. */
    again: z.array(repeatSchema),
  }),
  z.strictObject({
    ...lineFields,
    what: z.literal('packed'),
    quarter: z.string(),
    as_at: z.iso.date(),
    editions: z.array(z.string()),
    /** What it gave, by the name of the file that remembers it; a pack of an earlier version has none. */
    made: deliverySchema.optional(),
  }),
  z.strictObject({
    ...lineFields,
    what: z.literal('erased'),
    /** Deliveries that were written anew without somebody. Who, is nowhere. */
    replaced: z.array(z.strictObject({ was: deliverySchema, is: deliverySchema })),
  }),
]);

/** What came, how much of it was accepted, what it changed, and from when it is known. */
export type LedgerEntry = z.infer<typeof entrySchema>;
/** An extract that brought nothing new. */
export type RepeatDelivery = z.infer<typeof repeatSchema>;
/** One line. */
export type LedgerEvent = z.infer<typeof ledgerEventSchema>;
/** A line that is to be added: its place is given to it then. */
export type NewLedgerEvent = LedgerEvent extends infer Each
  ? Each extends LedgerEvent
    ? Omit<Each, 'seq'>
    : never
  : never;

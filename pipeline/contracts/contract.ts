// queries/contracts/<extract>.yaml → the validated data contract of an extract.
import { z } from 'zod';
import { columnSchema, type SharedOptions } from './column.js';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** Strict schema of a contract file. */
export const contractSchema = z
  .strictObject({
    title: words,
    version: z.int().positive(),
    /** `full`: a new delivery replaces the last one. `partial`: it adds to it (incremental). */
    arrives: z.enum(['full', 'partial']),
    kind: z.enum(['case', 'reference']).default('case'),
    required: z.boolean(),
    /**
     * How many of the rows known before, by key, a full delivery may lose without a person's confirmation: a share of
     * them, 0 to 1, or a number of rows too small for a share to be meaningful. Losing all of them always needs
     * confirmation.
     */
    may_lose: z
      .strictObject({ share: z.number().min(0).max(1), rows: z.int().nonnegative() })
      .default({ share: 0.1, rows: 5 }),
    /** How many rows may be set aside before the extract is rejected; a service's settings may raise it. */
    tolerance: z.int().nonnegative(),
    /** The unique key: one column, or several together. */
    key: z.union([z.string(), z.array(z.string()).min(2)]).transform((key) => [key].flat()),
    /**
     * The columns that identify the same record in two case systems, where it has a different number in each. Without
     * them, rows with a key of several columns are the same record if their keys are equal.
     */
    same: z.array(z.string()).default([]),
    /** Whether its events happen before the service hears of them, as offences do. */
    heard_of_later: z.boolean().default(false),
    /**
     * The date columns whose newest day shows how far the extract reaches: the days on which its records happen, none of
     * them planned. Without any, it reaches the day of its receipt.
     */
    reach: z.array(z.string()).default([]),
    /** Columns of which a file must have one, and each row a value in one. */
    one_of: z.array(z.string()).default([]),
    /**
     * For a yearly return, whose years overlap: of rows with the same key, the one in the file of the later year stands. The
     * year is that in the file’s name.
     */
    later_year_supersedes: z.boolean().default(false),
    /** Rows of a published table that are not of this extract: by the text, a regular expression, under a heading. */
    skips: z
      .array(z.strictObject({ headings: z.array(z.string().min(1)).min(1), when: z.string() }))
      .default([]),
    columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), columnSchema),
  })
  .refine(
    ({ reach, columns }) => reach.every((name) => columns[name]?.type === 'date'),
    'refused-reach',
  );

/** One column of a contract, with its name. A stored column may also be the identity mark. */
export type ContractColumn = (z.infer<typeof columnSchema> | MarkColumn) & {
  readonly name: string;
  /** Headings declared for a supplier that nobody has confirmed in its extracts. */
  readonly unconfirmed?: readonly string[];
  /** Headings that a service gave it in its own folder: no supplier uses them for another column. */
  readonly own?: readonly string[];
  /** Whether a file may have several of its headings, of which the first with a known cell decides each row. */
  readonly isFirstKnown?: boolean;
  /** Whether its supplier has a day in place of yes. */
  readonly isDay?: boolean;
};

/**
 * A keyed hash of a row's identity fields. A delivery stores it instead of names and dates of birth. It is the key to
 * them in the identity file, and changes when they do, so that a corrected date of birth counts as a corrected row.
 */
type MarkColumn = { readonly type: 'mark' } & SharedOptions;

/** The last column of a delivery whose extract has identity fields. */
export const IDENTITY_MARK = {
  name: 'identity_mark',
  type: 'mark',
  required: false,
  headings: [],
  optional: true,
} as const satisfies ContractColumn & { headings: readonly never[] };

/** The contract of an extract, named by its file. */
export interface Contract extends Omit<z.infer<typeof contractSchema>, 'columns'> {
  readonly extract: string;
  /** The supplier whose headings apply, if any. */
  readonly supplier?: string;
  /** The normalised headings that its supplier sends and that no column reads. */
  readonly unused?: ReadonlySet<string>;
  readonly columns: readonly ContractColumn[];
  /** The columns that a delivery stores: all except personal ones, which the identity mark replaces. */
  readonly storedColumns: readonly ContractColumn[];
}

/** Builds the contract of an extract from its declaration. */
export function buildContract(extract: string, declared: z.infer<typeof contractSchema>): Contract {
  const columns = Object.entries(declared.columns).map(([name, column]) => ({ ...column, name }));
  const storedColumns: ContractColumn[] = columns.filter(({ type }) => type !== 'personal');
  const contract = { ...declared, extract, columns, storedColumns };
  return hasIdentity(contract)
    ? { ...contract, storedColumns: [...storedColumns, IDENTITY_MARK] }
    : contract;
}

/** Whether a file of the extract always has a partner's numbers of people. */
export function isFromPartner({ storedColumns: kept }: Pick<Contract, 'storedColumns'>): boolean {
  return kept.some(({ type, optional }) => type === 'person' && !optional);
}

/** Whether the extract has identity fields. */
export function hasIdentity({ columns }: Pick<Contract, 'columns'>): boolean {
  return columns.some((column) => 'identity' in column && column.identity !== undefined);
}

/**
 * The extracts that come from a case system: those with the service's own child numbers, those that reference such an
 * extract, and those that two systems may both hold. Partners' extracts and the service's reference lists do not.
 */
export function findCaseSystemExtracts(contracts: readonly Contract[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const contract of contracts) {
      const { extract, kind, same, storedColumns } = contract;
      const isOfChild = storedColumns.some(
        ({ type, references = '' }) => type === 'child' || found.has(references),
      );
      if (kind === 'case' && !isFromPartner(contract) && (isOfChild || same.length > 0))
        found.add(extract);
    }
  }
  return found;
}

/**
 * Sorts contracts so that each comes after those it references. Throws RangeError for a circular or unknown reference.
 */
export function sortByReferences(contracts: readonly Contract[]): Contract[] {
  const waiting = [...contracts];
  const placed: Contract[] = [];
  const ready = (contract: Contract): boolean =>
    contract.columns.every(
      ({ references }) => !references || placed.some(({ extract }) => extract === references),
    );
  while (waiting.length > 0) {
    const next = waiting.findIndex(ready);
    if (next < 0) throw new RangeError('contracts refer to each other in a circle, or to none');
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}

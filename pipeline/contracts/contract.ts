// queries/contracts/<extract>.yaml → the checked promise of what an extract holds.
import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

const shared = {
  required: z.boolean().default(false),
  /** Other headings suppliers use for the same column; case, spaces, `_` and `-` do not matter. */
  headings: z.array(z.string().min(1)).default([]),
  /** The extract whose key this value must be one of. */
  references: z.string().optional(),
  /** Whether a file may come without the column at all: what one partner can give, another cannot. */
  optional: z.boolean().default(false),
};

/** Whose records a partner's extract holds. */
const SOURCES = ['education', 'police', 'social_care', 'health'] as const;

/** What a column may say of who somebody is. */
export const IDENTITY_FIELDS = ['forename', 'surname', 'date_of_birth', 'postcode', 'sex'] as const;

const column = z.discriminatedUnion('type', [
  /** A record's own number in the case system, kept as text. */
  z.strictObject({ type: z.literal('id'), ...shared }),
  /**
   * A child's number in the case system; only its keyed pseudonym is kept. `former`: the number that the child had in
   * the system the service used before.
   */
  z.strictObject({ type: z.literal('child'), former: z.boolean().default(false), ...shared }),
  /** A person's number in a partner's system; only its keyed pseudonym is kept, which no number of another source shares. */
  z.strictObject({ type: z.literal('person'), source: z.enum(SOURCES), ...shared }),
  /**
   * Says who somebody is, or might. With `identity` it is read, a date of birth as a date, and goes into the sealed
   * identity file alone; without, it is read past. No delivery keeps it.
   */
  z.strictObject({
    type: z.literal('personal'),
    identity: z.enum(IDENTITY_FIELDS).optional(),
    /** Of a date of birth: an earlier one is refused. */
    earliest: z.iso.date().default('1900-01-01'),
    ...shared,
  }),
  z.strictObject({ type: z.literal('text'), ...shared }),
  z.strictObject({
    type: z.literal('date'),
    earliest: z.iso.date().default('1900-01-01'),
    future: z.boolean().default(false),
    ...shared,
  }),
  z.strictObject({ type: z.literal('yes_no'), ...shared }),
  z.strictObject({ type: z.literal('whole'), least: z.int(), most: z.int(), ...shared }),
  z.strictObject({ type: z.literal('number'), ...shared }),
  /** One of a list in queries/codes; the list's own label is kept. With `identity` it also tells who somebody is. */
  z.strictObject({
    type: z.literal('code'),
    codes: z.string().min(1),
    identity: z.literal('sex').optional(),
    ...shared,
  }),
]);

/** The strict shape of a contract file. */
export const contractSchema = z.strictObject({
  title: words,
  version: z.int().positive(),
  /** `full`: a new delivery replaces the last. `partial`: it adds to it. */
  arrives: z.enum(['full', 'partial']),
  kind: z.enum(['case', 'reference']).default('case'),
  required: z.boolean(),
  /**
   * What a full delivery may lose of the rows known before, by their keys, until a person confirms that they are gone:
   * a share of them, 0 to 1, or so few rows that a share says nothing. To lose all of them is never let pass.
   */
  may_lose: z
    .strictObject({ share: z.number().min(0).max(1), rows: z.int().nonnegative() })
    .default({ share: 0.1, rows: 5 }),
  /** How many rows may be set aside before the extract is stopped; a service's settings may raise it. */
  tolerance: z.int().nonnegative(),
  /** The column, or columns together, that no two rows may share. */
  key: z.union([z.string(), z.array(z.string()).min(2)]).transform((key) => [key].flat()),
  /**
   * The columns by which a record that two case systems hold, under a number of each, is known to be one. Without them,
   * rows of a key of several columns are one where their keys are.
   */
  same: z.array(z.string()).default([]),
  /** Whether its records are of days before the service hears of them, as an offence is. */
  heard_of_later: z.boolean().default(false),
  columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), column),
});

/** One column of a contract, with its name. */
export type ContractColumn = (z.infer<typeof column> | MarkColumn) & {
  readonly name: string;
  /** Headings of its that are a supplier's own and that nobody has seen in its extracts. */
  readonly unconfirmed?: readonly string[];
};

/**
 * A keyed mark of what a row said of who somebody is. A delivery keeps it in the place of names and birthdays: it
 * finds them in the identity file, and differs where they do, so that a corrected birthday is a corrected row.
 */
type MarkColumn = { readonly type: 'mark' } & z.infer<z.ZodObject<typeof shared>>;

/** The column that a delivery has after all others where its extract says who somebody is. */
export const IDENTITY_MARK = {
  name: 'identity_mark',
  type: 'mark',
  required: false,
  headings: [],
  optional: true,
} as const satisfies ContractColumn & { headings: readonly never[] };

/** What an extract promises, by the name of its file. */
export interface Contract extends Omit<z.infer<typeof contractSchema>, 'columns'> {
  readonly extract: string;
  /** Whose headings it is read by, where they are a supplier's own. */
  readonly supplier?: string;
  readonly columns: readonly ContractColumn[];
  /** The columns a delivery keeps: all but those that say who somebody is, for which there is a mark. */
  readonly storedColumns: readonly ContractColumn[];
}

/** A declared contract under the name of its extract. */
export function buildContract(extract: string, declared: z.infer<typeof contractSchema>): Contract {
  const columns = Object.entries(declared.columns).map(([name, column]) => ({ ...column, name }));
  const storedColumns: ContractColumn[] = columns.filter(({ type }) => type !== 'personal');
  const contract = { ...declared, extract, columns, storedColumns };
  return hasIdentity(contract)
    ? { ...contract, storedColumns: [...storedColumns, IDENTITY_MARK] }
    : contract;
}

/** Whether the extract says who somebody is. */
export function hasIdentity({ columns }: Pick<Contract, 'columns'>): boolean {
  return columns.some((column) => 'identity' in column && column.identity !== undefined);
}

/**
 * The extracts that come from a case system: of children under the service's own numbers, or of records that refer to
 * such, or that two systems may both hold. Partners' extracts, and the lists that a service keeps of itself, do not.
 */
export function findCaseSystemExtracts(contracts: readonly Contract[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { extract, kind, same, storedColumns } of contracts) {
      const isFromPartner = storedColumns.some(({ type }) => type === 'person');
      const isOfChild = storedColumns.some(
        ({ type, references = '' }) => type === 'child' || found.has(references),
      );
      if (kind === 'case' && !isFromPartner && (isOfChild || same.length > 0)) found.add(extract);
    }
  }
  return found;
}

/** Contracts in an order that puts each after those it refers to. Refuses a circle. */
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

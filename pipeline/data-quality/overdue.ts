// Who owes which extract by when, and what came → what is there, what is late and what is not yet due.
import { z } from 'zod';
import { addDays, type Day, type Quarter } from '../domain/period.js';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict shape of receipts.yaml: what a service has agreed with those who send it extracts. */
export const agreementsSchema = z.array(
  z.strictObject({
    extracts: z.array(z.string().min(1)).min(1),
    from: words,
    /** The period each delivery completes. */
    every: z.enum(['month', 'quarter', 'year']),
    /** Days after the end of the period by which it is to come. */
    due: z.int().nonnegative(),
  }),
);

/** One agreement. */
export type Agreement = z.infer<typeof agreementsSchema>[number];

/** What is owed of one extract for the newest period that the quarter completes. */
export interface Owed {
  readonly extract: string;
  /** Null where nothing was agreed. */
  readonly from: Agreement['from'] | null;
  readonly due: Day | null;
  /** The day the newest delivery was known from; null where none ever came. */
  readonly came: Day | null;
  /**
   * `in time` and `after its day` have come since the period ended; `late` and `not yet due` have not; of `no day agreed`
   * nobody knows when it should. `never` is for what no delivery ever held.
   */
  readonly state: 'in time' | 'after its day' | 'late' | 'not yet due' | 'no day agreed' | 'never';
}

/** What is owed of each extract, in the order given, as at a day. `came` gives the day of each one's newest delivery. */
export function owedOf(
  extracts: readonly string[],
  agreements: readonly Agreement[],
  came: ReadonlyMap<string, Day>,
  { quarter, asAt }: { readonly quarter: Quarter; readonly asAt: Day },
): Owed[] {
  return extracts.map((extract) => {
    const agreed = agreements.find((each) => each.extracts.includes(extract));
    const day = came.get(extract) ?? null;
    if (!agreed)
      return { extract, from: null, due: null, came: day, state: day ? 'no day agreed' : 'never' };
    const ended = periodEnd(agreed.every, quarter);
    const due = addDays(ended, agreed.due);
    return { extract, from: agreed.from, due, came: day, state: stateOf(day, ended, due, asAt) };
  });
}

function stateOf(came: Day | null, ended: Day, due: Day, asAt: Day): Owed['state'] {
  if (came !== null && came > ended) return came <= due ? 'in time' : 'after its day';
  if (asAt <= due) return 'not yet due';
  return came === null ? 'never' : 'late';
}

/** A financial year ends on 31 March: the newest that has ended when the quarter ends. Months and quarters end with it. */
function periodEnd(every: Agreement['every'], { ends }: Quarter): Day {
  return every === 'year' ? `${ends.slice(0, 4)}-03-31` : ends;
}

// Who owes which extract by when, and what came → what is there, what is late and what is not yet due.
import { z } from 'zod';
import { addDays, type Day, type Quarter } from '../domain/period.js';

const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict shape of receipts.yaml: what a service has agreed with those who send it extracts. */
export const agreementsSchema = z.array(
  z.strictObject({
    extracts: z.array(z.string().min(1)).min(1),
    from: wordsSchema,
    /** The period each delivery completes. */
    every: z.enum(['month', 'quarter', 'year']),
    /** Days after the end of the period by which it is to come. */
    due: z.int().nonnegative(),
  }),
);

/** One agreement. */
export type DeliveryAgreement = z.infer<typeof agreementsSchema>[number];

/** What is owed of one extract for the newest period that the quarter completes. */
export interface ExtractFreshness {
  readonly extract: string;
  /** Null where nothing was agreed. */
  readonly from: DeliveryAgreement['from'] | null;
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
export function checkFreshness(
  extracts: readonly string[],
  agreements: readonly DeliveryAgreement[],
  came: ReadonlyMap<string, Day>,
  { quarter, asAt }: { readonly quarter: Quarter; readonly asAt: Day },
): ExtractFreshness[] {
  return extracts.map((extract) => {
    const agreed = agreements.find((each) => each.extracts.includes(extract));
    const day = came.get(extract) ?? null;
    if (!agreed)
      return { extract, from: null, due: null, came: day, state: day ? 'no day agreed' : 'never' };
    const ended = findPeriodEnd(agreed.every, quarter);
    const due = addDays(ended, agreed.due);
    return {
      extract,
      from: agreed.from,
      due,
      came: day,
      state: decideFreshness(day, ended, due, asAt),
    };
  });
}

function decideFreshness(
  newest: Day | null,
  ended: Day,
  due: Day,
  asAt: Day,
): ExtractFreshness['state'] {
  if (newest !== null && newest > ended) return newest <= due ? 'in time' : 'after its day';
  if (asAt <= due) return 'not yet due';
  return newest === null ? 'never' : 'late';
}

/** A financial year ends on 31 March: the newest that has ended when the quarter ends. Months and quarters end with it. */
function findPeriodEnd(every: DeliveryAgreement['every'], { ends }: Quarter): Day {
  return every === 'year' ? `${ends.slice(0, 4)}-03-31` : ends;
}

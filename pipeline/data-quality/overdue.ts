// The agreed deliveries, and what was received → what arrived, what is late and what is not yet due.
import { z } from 'zod';
import { addDays, type Day, type Quarter } from '../domain/period.js';

const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** The strict schema of receipts.yaml: the service's agreements with those who send extracts. */
export const agreementsSchema = z.array(
  z.strictObject({
    extracts: z.array(z.string().min(1)).min(1),
    from: wordsSchema,
    /** Period that each delivery completes. */
    every: z.enum(['month', 'quarter', 'year']),
    /** Days after the end of the period by which it is due. */
    due: z.int().nonnegative(),
  }),
);

/** One agreement to deliver extracts. */
export type DeliveryAgreement = z.infer<typeof agreementsSchema>[number];

/** Freshness of one extract for the newest period that the quarter completes. */
export interface ExtractFreshness {
  readonly extract: string;
  /** Null if nothing was agreed. */
  readonly from: DeliveryAgreement['from'] | null;
  readonly due: Day | null;
  /** Day from which the newest delivery is known; null if there is none. */
  readonly came: Day | null;
  /**
   * `in time` and `after its day` arrived since the period ended; `late` and `not yet due` did not, whether or not
   * anything ever came. `no day agreed` has no due day, nor has `never`, of which nothing ever came.
   */
  readonly state: 'in time' | 'after its day' | 'late' | 'not yet due' | 'no day agreed' | 'never';
}

/**
 * Checks the freshness of each extract, in the given order, as at a day. `came` has the day of each extract's newest
 * delivery.
 */
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
  return 'late';
}

/**
 * A financial year ends on 31 March: the newest one that ended by the quarter's end. Months and quarters end with it.
 */
function findPeriodEnd(every: DeliveryAgreement['every'], { ends }: Quarter): Day {
  return every === 'year' ? `${ends.slice(0, 4)}-03-31` : ends;
}

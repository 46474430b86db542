// The shape in which the curves and supplements of a release are archived.
import { z } from 'zod';

const of = { measure: z.string().min(1), window_start: z.iso.date(), window_end: z.iso.date() };
const children = z.int().nonnegative();
const estimate = {
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
};

const point = z.strictObject({
  day: z.int(),
  ...estimate,
  at_risk: children,
  happened: children,
  left: children,
});

const pair = z.strictObject({
  first: z.string(),
  second: z.string(),
  looked_for: children,
  both: children,
  expected: z.number(),
  lower: z.number(),
  upper: z.number(),
  says: z.enum(['together', 'apart', 'unclear', 'few']),
});

/** In days. */
const waits = z
  .strictObject({
    count: z.int().nonnegative(),
    median: z.number(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    quarter: z.number(),
    three_quarters: z.number(),
  })
  .nullable();

const service = z.strictObject({
  service: z.string(),
  steps: z
    .strictObject({
      needed: children,
      referred: children,
      offered: children,
      attended: children,
      completed: children,
    })
    .nullable(),
  waits,
  waits_before: waits,
  waiting: waits,
});

const hidden = { ...of, status: z.literal('hidden') };
const shown = { ...of, status: z.literal('shown') };

/** How long children went without what is counted. */
const curve = z.discriminatedUnion('status', [
  z.strictObject({ kind: z.literal('curve'), ...hidden }),
  z.strictObject({
    kind: z.literal('curve'),
    ...shown,
    children,
    happened: children,
    days_at_risk: children,
    rate: z.strictObject(estimate),
    median_day: z.number().nullable(),
    steps: z.array(point),
    ages: z.array(point),
    /** Whether each day on which it happened was given. */
    daily: z.boolean(),
  }),
]);

/** Which needs go together. */
const overlap = z.discriminatedUnion('status', [
  z.strictObject({ kind: z.literal('overlap'), ...hidden }),
  z.strictObject({
    kind: z.literal('overlap'),
    ...shown,
    held: z.array(z.strictObject({ needs: z.int().nonnegative(), children })),
    pairs: z.array(pair),
    /** How many services were left out to protect children. */
    left_out: z.int().nonnegative(),
  }),
]);

/** What became of children who need a service, and how long they waited. */
const services = z.discriminatedUnion('status', [
  z.strictObject({ kind: z.literal('steps'), ...hidden }),
  z.strictObject({
    kind: z.literal('steps'),
    ...shown,
    services: z.array(service),
    left_out: z.int().nonnegative(),
  }),
]);

/** A curve or supplement as an edition released it. */
export const releasedSupplement = z.discriminatedUnion('kind', [curve, overlap, services]);

export type ReleasedSupplement = Readonly<z.infer<typeof releasedSupplement>>;

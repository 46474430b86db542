// A curve or a telling as it was kept before the release document, as text → the document's entry of it.
import { z } from 'zod';

const window = z.strictObject({ id: z.string(), starts: z.string(), ends: z.string() });
const of = { measure: z.string(), window };
const number = z.number().nullable();
const estimate = { value: number, lower: number, upper: number };

const point = z
  .strictObject({
    day: z.number(),
    ...estimate,
    atRisk: z.number(),
    happened: z.number(),
    left: z.number(),
  })
  .transform(({ atRisk, ...rest }) => ({ ...rest, at_risk: atRisk }));

const waits = z
  .strictObject({
    count: z.number(),
    median: z.number(),
    lower: number,
    upper: number,
    quarter: z.number(),
    threeQuarters: z.number(),
  })
  .transform(({ threeQuarters, ...rest }) => ({ ...rest, three_quarters: threeQuarters }))
  .nullable();

const service = z
  .strictObject({
    service: z.string(),
    steps: z
      .strictObject({
        needed: z.number(),
        referred: z.number(),
        offered: z.number(),
        attended: z.number(),
        completed: z.number(),
      })
      .nullable(),
    waits,
    waitsBefore: waits,
    waiting: waits,
  })
  .transform(({ waitsBefore, ...rest }) => ({ ...rest, waits_before: waitsBefore }));

const pair = z
  .strictObject({
    first: z.string(),
    second: z.string(),
    lookedFor: z.number(),
    both: z.number(),
    expected: z.number(),
    lower: z.number(),
    upper: z.number(),
    says: z.string(),
  })
  .transform(({ lookedFor, ...rest }) => ({ ...rest, looked_for: lookedFor }));

const shownCurve = z
  .strictObject({
    status: z.literal('shown'),
    ...of,
    children: z.number(),
    happened: z.number(),
    daysAtRisk: z.number(),
    rate: z.strictObject(estimate),
    median: number,
    steps: z.array(point),
    ages: z.array(point),
    daily: z.boolean(),
  })
  .transform(({ daysAtRisk, median, ...rest }) => ({
    kind: 'curve',
    ...rest,
    days_at_risk: daysAtRisk,
    median_day: median,
  }));

const hiddenCurve = z
  .strictObject({ status: z.literal('hidden'), ...of })
  .transform((each) => ({ kind: 'curve', ...each }));

const shown = { ...of, status: z.literal('shown'), left: z.number() };

const telling = z.union([
  z.strictObject({ kind: z.enum(['overlap', 'steps']), ...of, status: z.literal('hidden') }),
  z
    .strictObject({ kind: z.literal('steps'), ...shown, services: z.array(service) })
    .transform(({ left, ...rest }) => ({ ...rest, left_out: left })),
  z
    .strictObject({
      kind: z.literal('overlap'),
      ...shown,
      held: z.array(z.strictObject({ needs: z.number(), children: z.number() })),
      pairs: z.array(pair),
    })
    .transform(({ left, ...rest }) => ({ ...rest, left_out: left })),
]);

const supplement = z.union([shownCurve, hiddenCurve, telling]);

const placed = z.looseObject({ kind: z.string(), measure: z.string(), window });

/** The entry, whose shape is not yet judged. Throws where the text is no such thing, or is not of the place it was kept by. */
export function supplementBefore1(name: string, text: string): unknown {
  const { window: days, ...rest } = placed.parse(supplement.parse(JSON.parse(text)));
  if (name !== JSON.stringify([rest.kind, rest.measure, days.starts, days.ends]))
    throw new TypeError('kept by the place of another');
  return { ...rest, window_start: days.starts, window_end: days.ends };
}

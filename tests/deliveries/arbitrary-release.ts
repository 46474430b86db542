// Releases of any content that a pack can give, for the laws that hold of all of them.
import fc from 'fast-check';
import {
  nameReleasedPlace,
  type Release,
  type ReleasedFigure,
  type ReleasedSupplement,
} from '../../pipeline/deliveries/release-document.js';

/** A plain object, as the program makes them. */
const record = <Each>(shape: {
  [Key in keyof Each]: fc.Arbitrary<Each[Key]>;
}): fc.Arbitrary<Each> => fc.record<Each>(shape, { noNullPrototype: true });
const name = fc.string({ minLength: 1, unit: 'binary' });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const count = fc.maxSafeNat();
const orNull = <Each>(each: fc.Arbitrary<Each>): fc.Arbitrary<Each | null> => fc.option(each);
const estimate = { value: orNull(number), lower: orNull(number), upper: orNull(number) };
const of = { measure: name, window_start: day, window_end: day };
const hidden = fc.constant('hidden' as const);
const shown = fc.constant('shown' as const);

const place = { ...of, breakdown: name, group: name };
const figure: fc.Arbitrary<ReleasedFigure> = fc.oneof(
  record({ ...place, status: hidden }),
  record({
    ...place,
    status: shown,
    numerator: orNull(count),
    denominator: orNull(count),
    ...estimate,
    verdict: fc.constantFrom('higher', 'lower', 'no clear change', 'too few to tell', null),
    kept: fc.boolean(),
  }),
);

const point = record({
  day: count,
  ...estimate,
  at_risk: count,
  happened: count,
  left: count,
});
const waits = orNull(
  record({
    count,
    median: number,
    lower: orNull(number),
    upper: orNull(number),
    quarter: number,
    three_quarters: number,
  }),
);
const service = record({
  service: fc.string(),
  steps: orNull(
    record({
      needed: count,
      referred: count,
      offered: count,
      attended: count,
      completed: count,
    }),
  ),
  waits,
  waits_before: waits,
  waiting: waits,
});
const pair = record({
  first: fc.string(),
  second: fc.string(),
  looked_for: count,
  both: count,
  expected: number,
  lower: number,
  upper: number,
  says: fc.constantFrom('together', 'apart', 'unclear', 'few'),
});

const supplement: fc.Arbitrary<ReleasedSupplement> = fc.oneof(
  record({
    kind: fc.constantFrom('curve', 'overlap', 'steps'),
    ...of,
    status: hidden,
  }) as fc.Arbitrary<ReleasedSupplement>,
  record({
    kind: fc.constant('curve' as const),
    ...of,
    status: shown,
    children: count,
    happened: count,
    days_at_risk: count,
    rate: record(estimate),
    median_day: orNull(number),
    steps: fc.array(point, { maxLength: 4 }),
    ages: fc.array(point, { maxLength: 4 }),
    daily: fc.boolean(),
  }),
  record({
    kind: fc.constant('overlap' as const),
    ...of,
    status: shown,
    held: fc.array(record({ needs: count, children: count }), { maxLength: 4 }),
    pairs: fc.array(pair, { maxLength: 4 }),
    left_out: count,
  }),
  record({
    kind: fc.constant('steps' as const),
    ...of,
    status: shown,
    services: fc.array(service, { maxLength: 4 }),
    left_out: count,
  }),
);

/** Any release. */
export const anyRelease: fc.Arbitrary<Release> = fc.uniqueArray(
  record({
    edition: name,
    figures: fc.uniqueArray(figure, { selector: nameReleasedPlace, maxLength: 8 }),
    supplements: fc.uniqueArray(supplement, { selector: nameReleasedPlace, maxLength: 4 }),
  }),
  { selector: ({ edition }) => edition, maxLength: 3 },
);

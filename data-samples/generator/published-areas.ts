// Figures of other areas → rows of the published extract: one that was published, and invented ones that say so.
import { PLAN, publishedRow, YEAR_2023, type Window } from './published-row.js';

/** No figure of a Welsh family, of Wales or of both nations by these rules could be found, so these are invented. */
const INVENTED = 'Invented for this demonstration: not a published figure';
const YEAR_2022: Window = ['2021-04-01', '2022-03-31'];

/** Measure, kind of area, area, window, numerator, denominator, per. */
type Rate = readonly [string, string, string, Window, number, number, number];

/** First-time entrants and residents aged 10 to 17 of the seven services of an invented family. */
const FAMILY: readonly (readonly [string, number, number])[] = [
  ['Invented area A', 22, 13900],
  ['Invented area B', 41, 17050],
  ['Invented area C', 15, 9480],
  ['Invented area D', 33, 12240],
  ['Invented area E', 58, 21600],
  ['Invented area F', 19, 11310],
  ['Invented area G', 72, 14900],
];

const NATIONS: readonly Rate[] = [
  ['first_time_entrants', 'nation', 'Wales (invented)', YEAR_2023, 402, 290300, 100000],
  ['first_time_entrants', 'nation', 'Wales (invented)', YEAR_2022, 447, 288900, 100000],
  [
    'first_time_entrants',
    'england_and_wales',
    'England and Wales (invented)',
    YEAR_2023,
    8310,
    5712000,
    100000,
  ],
  ['children_cautioned_or_sentenced', 'nation', 'Wales (invented)', YEAR_2023, 771, 290300, 10000],
  ['children_sentenced_to_custody', 'nation', 'Wales (invented)', YEAR_2023, 29, 290300, 1000],
];

/** 195 children of 64,365 residents, those of unknown ethnicity among them, are as the plan prints them. */
const REGION: Rate = [
  'children_cautioned_or_sentenced',
  'region',
  'North Wales',
  YEAR_2023,
  195,
  64365,
  10000,
];
const UNDATED = `${PLAN}; the plan does not date this table, entered under its reporting year; rate worked out from its counts`;

/** The region, the family, the nations, and one figure that its publisher suppressed. */
export function areaFigures(): string[][] {
  const family = FAMILY.map(([area, events, people]): Rate => [
    'first_time_entrants',
    'family',
    area,
    YEAR_2023,
    events,
    people,
    100000,
  ]);
  return [
    writeRate(REGION, UNDATED),
    ...[...family, ...NATIONS].map((rate) => writeRate(rate, INVENTED)),
    publishedRow('children_sentenced_to_custody', 'family', 'Invented area A', YEAR_2023, 'all', [
      ...['[c]', '13900', '[c]', 'per 1,000', INVENTED],
    ]),
  ];
}

function writeRate(
  [measure, kind, area, window, events, people, per]: Rate,
  source: string,
): string[] {
  const rate = String(Number(((events / people) * per).toFixed(4)));
  const unit = `per ${per.toLocaleString('en-GB')}`;
  const figures = [String(events), String(people), rate, unit, source];
  return publishedRow(measure, kind, area, window, 'all', figures);
}

// Figures that were really published, and figures of other areas → the published reference extract of the demonstration service.
import { areaFigures } from './published-areas.js';
import { auditedNeeds, offendingPopulations } from './published-groups.js';
import { PLAN, PUBLISHED_HEADINGS, publishedRow, YEAR_2023, type Window } from './published-row.js';
import type { Table } from './tables.js';

const TOOL = `${PLAN}, from the YJB serious violence tool`;

const YEAR_2022: Window = ['2021-04-01', '2022-03-31'];

/** Measure, window, numerator, denominator, value as printed, unit, source; null where the document gives none. */
type Figure = readonly [string, Window, number | null, number | null, number, string, string];

function toSeptember(year: number): Window {
  return [`${year - 1}-10-01`, `${year}-09-30`];
}

const HEADLINES: readonly Figure[] = [
  ['children_worked_with', YEAR_2023, 147, null, 147, 'count', PLAN],
  ['children_worked_with', YEAR_2022, 174, null, 174, 'count', PLAN],
  ['first_time_entrants', YEAR_2023, 28, null, 28, 'count', PLAN],
  ['first_time_entrants', YEAR_2022, 26, null, 26, 'count', PLAN],
  ['offences_per_child', YEAR_2023, 288, 147, 1.9, 'mean', PLAN],
  ['offences_per_child', YEAR_2022, 311, 174, 1.7, 'mean', PLAN],
  ['serious_violence_offences', toSeptember(2022), 7, null, 4.6, 'per 10,000', TOOL],
  ['serious_violence_offences', toSeptember(2021), 2, null, 1.3, 'per 10,000', TOOL],
  ['serious_violence_offences', toSeptember(2020), 4, null, 2.7, 'per 10,000', TOOL],
  ['serious_violence_children', toSeptember(2022), 5, null, 5, 'count', TOOL],
  ...weapons('weapon_offences', [9, 5, 4, 7, 6]),
  ...weapons('weapon_children', [9, 4, 4, 6, 6]),
  ['custodial_sentences', YEAR_2023, 4, null, 4, 'count', `${PLAN}, since April 2022`],
  ['children_sentenced_to_custody', YEAR_2023, 3, null, 3, 'count', `${PLAN}, since April 2022`],
  ['remands', YEAR_2023, 2, null, 2, 'count', `${PLAN}, since April 2022`],
];

/** Years to September, 2022 first. */
function weapons(measure: string, counts: readonly number[]): Figure[] {
  return counts.map((count, place) => [
    measure,
    toSeptember(2022 - place),
    count,
    null,
    count,
    'count',
    TOOL,
  ]);
}

/** Every figure that a measure can stand beside, each with the document it was read in, or with that it is invented. */
export function publishedFigures(): Table {
  return {
    headings: PUBLISHED_HEADINGS,
    rows: [
      ...HEADLINES.map(headline),
      ...auditedNeeds(),
      ...offendingPopulations(),
      ...areaFigures(),
    ],
  };
}

function headline([
  measure,
  window,
  numerator,
  denominator,
  value,
  unit,
  source,
]: Figure): string[] {
  const counts = [numerator, denominator].map((count) => (count === null ? '' : String(count)));
  return publishedRow(measure, 'service', 'Flintshire', window, 'all', [
    ...counts,
    String(value),
    unit,
    source,
  ]);
}

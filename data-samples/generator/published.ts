// Figures that were really published → the published reference extract of the demonstration service.
import { british } from './days.js';
import type { Table } from './tables.js';

const PLAN = 'Flintshire Youth Justice Plan 2023-26';
const TOOL = `${PLAN}, from the YJB serious violence tool`;
const UNDATED = `${PLAN}; the plan does not date this table, entered under its reporting year`;
const AUDIT = `${PLAN}, audit of 106 children`;

/** The headings of the published extract. */
export const PUBLISHED_HEADINGS = [
  'measure',
  'area_kind',
  'area_name',
  'window_start',
  'window_end',
  'group',
  'numerator',
  'denominator',
  'value',
  'unit',
  'source',
  'published_on',
];

type Window = readonly [string, string];
const YEAR_2023: Window = ['2022-04-01', '2023-03-31'];
const YEAR_2022: Window = ['2021-04-01', '2022-03-31'];
const AUDIT_2022: Window = ['2022-01-01', '2022-12-31'];

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

/** Share of 106 children in whole per cent, as printed. */
const AUDITED: Readonly<Record<string, number>> = {
  'Known to social services before referral': 63,
  'Time in care': 11,
  'Emotional or mental health': 67,
  'Physical health': 24,
  'Self-harm or suicide risk': 31,
  'Alcohol use': 37,
  'Drug use': 67,
  'Unsuitable accommodation': 7,
  'Additional learning needs': 74,
  Exclusion: 33,
  'Behaviour at school': 48,
  Attendance: 41,
};

/** Children in the offending population and all residents aged 10 to 17, by group. */
const OFFENDING: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  Flintshire: {
    Asian: [0, 102],
    Black: [0, 22],
    Mixed: [1, 147],
    Other: [1, 13],
    White: [43, 14711],
  },
  'North Wales': {
    Asian: [0, 836],
    Black: [2, 155],
    Mixed: [5, 865],
    Other: [1, 134],
    White: [182, 62375],
  },
};

/** Every published figure that a measure can stand beside, each with the document it was read in. */
export function publishedFigures(): Table {
  return {
    headings: PUBLISHED_HEADINGS,
    rows: [...HEADLINES.map(headline), ...needs(), ...ethnicities()],
  };
}

function row(
  measure: string,
  kind: string,
  area: string,
  window: Window,
  group: string,
  figures: readonly string[],
): string[] {
  return [measure, kind, area, british(window[0]), british(window[1]), group, ...figures, ''];
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
  return row(measure, 'service', 'Flintshire', window, 'all', [
    ...counts,
    String(value),
    unit,
    source,
  ]);
}

function needs(): string[][] {
  return Object.entries(AUDITED).map(([need, percent]) =>
    row('needs_profile', 'service', 'Flintshire', AUDIT_2022, need, [
      '',
      '106',
      String(percent / 100),
      'proportion',
      AUDIT,
    ]),
  );
}

/** The counts are as printed; the relative rate to White is worked out from them. */
function ethnicities(): string[][] {
  return Object.entries(OFFENDING).flatMap(([area, groups]) => {
    const [white, whites] = groups['White'] ?? [Number.NaN, Number.NaN];
    return Object.entries(groups).map(([group, [children, residents]]) => {
      const relative = (children / residents / (white / whites)).toFixed(4);
      const figures = [
        String(children),
        String(residents),
        String(Number(relative)),
        'relative rate',
      ];
      const kind = area === 'Flintshire' ? 'service' : 'region';
      const source = `${UNDATED}; relative rate worked out from its counts`;
      return row('offending_population_by_ethnicity', kind, area, YEAR_2023, group, [
        ...figures,
        source,
      ]);
    });
  });
}

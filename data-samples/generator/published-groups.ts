// Published figures by need and by ethnic group → rows of the published extract.
import { PLAN, publishedRow, YEAR_2023, type Window } from './published-row.js';

const AUDIT = `${PLAN}, audit of 106 children`;
const UNDATED = `${PLAN}; the plan does not date this table, entered under its reporting year`;
const AUDIT_2022: Window = ['2022-01-01', '2022-12-31'];

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

/** The needs audit of calendar 2022, one row a need. */
export function auditedNeeds(): string[][] {
  return Object.entries(AUDITED).map(([need, percent]) =>
    publishedRow('needs_profile', 'service', 'Flintshire', AUDIT_2022, need, [
      '',
      '106',
      String(percent / 100),
      'proportion',
      AUDIT,
    ]),
  );
}

/** The counts are as printed; the relative rate to White is worked out from them. */
export function offendingPopulations(): string[][] {
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
      return publishedRow('offending_population_by_ethnicity', kind, area, YEAR_2023, group, [
        ...figures,
        source,
      ]);
    });
  });
}

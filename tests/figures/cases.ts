// Four invented measures, one for each shape of chart, with the awkward cases a chart must bear. No real figures.
import {
  discloseCell,
  withholdCell,
  type DisclosedCell,
} from '../../pipeline/disclosure/disclosed.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, hidden, shown, value, windows } from './sample.js';

/** A measure and its disclosed results. */
export interface Case {
  readonly declaration: Declaration;
  readonly disclosed: readonly DisclosedCell[];
}

const QUARTERS = windows(13);
const at = (index: number): (typeof QUARTERS)[number] => {
  const window = QUARTERS.at(index);
  if (!window) throw new RangeError(`the sample has no window ${index}`);
  return window;
};

/** A rate with windows without data, hidden windows, a zero, published figures, and groups hidden and empty. */
export function trendCase(): Case {
  const declaration = declare();
  const counts = [null, null, 49, 'hidden', 44, 41, 0, 33, 26, 'hidden', 24, 30, 28] as const;
  const headline = counts.map((count, index) => {
    if (count === 'hidden') return hidden(declaration, at(index));
    if (count === null) return withholdCell(value(declaration, at(index), {}), 'no data');
    const verdict = index === 12 ? 'no clear change' : null;
    return shown(declaration, at(index), count, 14995, { verdict, source: 'Census (2021)' });
  });
  return {
    declaration,
    disclosed: [
      ...headline,
      ...groupsOf(declaration, 'ethnicity', { Asian: [0, 1], Mixed: [1, 2], White: [26, 21] }),
      hidden(declaration, at(12), { breakdown: 'ethnicity', group: 'Black' }),
      ...groupsOf(declaration, 'sex', { Female: [6, 8], Male: [22, 18], Other: [0, 0] }),
      ...groupsOf(declaration, 'age_band', { '10–14': [9, 10], '18 and over': [19, 16] }),
      ...groupsOf(declaration, 'looked_after', {
        yes: [4, 2],
        no: [20, 22],
        'not recorded': [4, 2],
      }),
      published(declaration, 'England and Wales', 157, 'no clear change'),
      published(declaration, 'Dyfed-Powys', 148, null),
    ],
  };
}

function groupsOf(
  declaration: Declaration,
  breakdown: string,
  groups: Readonly<Record<string, readonly [number, number]>>,
): DisclosedCell[] {
  return Object.entries(groups).flatMap(([group, [now, before]]) => [
    shown(declaration, at(12), now, 5000, { breakdown, group }),
    shown(declaration, at(8), before, 5000, { breakdown, group }),
  ]);
}

function published(
  declaration: Declaration,
  areaName: string,
  rate: number,
  verdict: 'no clear change' | null,
): DisclosedCell {
  return discloseCell(
    value(declaration, at(12), {
      areaKind: 'region',
      areaName,
      origin: 'published',
      source: 'An invented bulletin',
      value: rate,
      verdict,
    }),
  );
}

/** A share whose newest windows are not complete, with groups too small for a percentage. */
export function shareCase(): Case {
  const declaration = shareOf({ id: 'reoffending_binary', breakdowns: ['sex', 'looked_after'] });
  const headline = QUARTERS.map((window, index) =>
    index > 10
      ? withholdCell(value(declaration, window, {}), 'immature')
      : share(declaration, window, 20 + index, 70, {
          verdict: index === 10 ? 'too few to tell' : null,
        }),
  );
  const groups = [
    { breakdown: 'sex', group: 'Female', parts: [8, 21] },
    { breakdown: 'sex', group: 'Male', parts: [22, 49] },
    { breakdown: 'looked_after', group: 'no', parts: [25, 61] },
    { breakdown: 'looked_after', group: 'not recorded', parts: [5, 9] },
  ] as const;
  return {
    declaration,
    disclosed: [
      ...headline,
      ...groups.flatMap(({ breakdown, group, parts: [part, whole] }) => [
        share(declaration, at(10), part, whole, { breakdown, group }),
        share(declaration, at(6), part + 1, whole + 3, { breakdown, group }),
      ]),
    ],
  };
}

/** Needs of 106 children, one hidden this year and one last year, with the longest labels. */
export function profileCase(): Case {
  const declaration = shareOf({
    id: 'needs_profile',
    title: { en: 'What children need', cy: 'Anghenion y plant' },
    chart: 'profile',
    window: { length: 'calendar year', show: 3 },
    breakdowns: ['need'],
  });
  const years = windows(3, '2022-12-31', 12);
  const [, before, now] = years;
  if (!now || !before) throw new RangeError('the sample has three years');
  const needs: Record<string, readonly [number | null, number | null]> = {
    'Known to social services before referral': [67, 60],
    'Self-harm or suicide risk': [33, null],
    'Additional learning needs': [78, 71],
    'Unsuitable accommodation': [7, 8],
    Attendance: [null, 43],
  };
  const cell = (need: string, window: typeof now, count: number | null): DisclosedCell => {
    const where = { breakdown: 'need', group: need };
    if (count === null) return hidden(declaration, window, where);
    return share(declaration, window, count, 106, { ...where, verdict: 'no clear change' });
  };
  return {
    declaration,
    disclosed: [
      ...years.map((window) => share(declaration, window, 100, 106)),
      ...Object.entries(needs).flatMap(([need, [newer, older]]) => [
        cell(need, now, newer),
        cell(need, before, older),
      ]),
      share(declaration, now, 3, 106, { breakdown: 'need_not_recorded', group: 'Attendance' }),
    ],
  };
}

/** Relative rates with no child, one child, an interval past the axis, and a group without a population. */
export function relativeCase(): Case {
  const declaration = rateless({
    id: 'offending_population_by_ethnicity',
    title: { en: 'Children by ethnicity', cy: 'Plant yn ôl ethnigrwydd' },
    kind: 'relative_rate',
    chart: 'relative_rate',
    section: 'disproportionality',
  });
  // The plan's own counts and populations; the intervals are the exact ones calculated from them.
  const groups = [
    { group: 'Asian', numbers: [0, 102, 0, 0, 13.27], verdict: 'too few to tell' },
    { group: 'Black', numbers: [0, 22, 0, 0, 62.73], verdict: 'too few to tell' },
    { group: 'Mixed', numbers: [1, 147, 2.33, 0.06, 13.68], verdict: 'too few to tell' },
    { group: 'Other', numbers: [1, 13, 26.3, 0.65, 154.7], verdict: 'no clear change' },
    { group: 'White', numbers: [43, 14711, 1, null, null], verdict: null },
    { group: 'Not known', numbers: [5, null, null, null, null], verdict: null },
  ] as const;
  return {
    declaration,
    disclosed: [
      shown(declaration, at(12), 50, 14995, { value: null, lower: null, upper: null }),
      ...groups.map(({ group, numbers: [numerator, denominator, rate, lower, upper], verdict }) =>
        discloseCell(
          value(declaration, at(12), {
            breakdown: 'ethnicity',
            group,
            numerator,
            denominator,
            value: rate,
            lower,
            upper,
            verdict,
          }),
        ),
      ),
    ],
  };
}

/** A declaration without a population to be a rate of. */
export function rateless(changes: Partial<Declaration>): Declaration {
  const { per, ...declaration } = declare(changes);
  return per === undefined ? declare(changes) : declaration;
}

function shareOf(changes: Partial<Declaration>): Declaration {
  return rateless({ kind: 'proportion', ...changes });
}

function share(
  declaration: Declaration,
  window: (typeof QUARTERS)[number],
  part: number,
  whole: number,
  changes: Parameters<typeof value>[2] = {},
): DisclosedCell {
  const middle = part / whole;
  const lower = Math.max(0, middle - 0.12);
  const upper = Math.min(1, middle + 0.12);
  return shown(declaration, window, part, whole, { value: middle, lower, upper, ...changes });
}

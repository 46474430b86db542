// A measure's children by days of follow-up → the survival curve of the measure's event.
import type { Curve, CurvePoint } from '../domain/curve.js';
import type { Window } from '../domain/period.js';
import type { Count } from '../measures/count.js';
import {
  medianDay,
  ratePer100Years,
  findSurvivalStep,
  survivalSteps,
  timeAtRisk,
  type Exits,
  type SurvivalStep,
} from './survival.js';

/**
 * The breakdown in which a query returns, for each number of days, the children whose follow-up ended then: how many
 * with the event, of how many. They are not figures by themselves: only the curve is shown.
 */
export const DAYS_FOLLOWED = 'days_followed';

/** Fixed ages at which a curve is reported: 13, 26, 39 and 52 weeks, the quarters of a year. */
const AGES = [91, 182, 273, 364];

/**
 * The curve of one window; null if it has no children. Throws TypeError for a group that is not a number of days, and
 * if the days do not add up to the total.
 */
export function buildCurve(
  measure: string,
  window: Window,
  counts: readonly Count[],
): Curve | null {
  const exits = readExits(counts, window.id);
  const [children, happened] = [
    sumExits(exits, countExits),
    sumExits(exits, ({ happened }) => happened),
  ];
  requireTotal(counts, window.id, happened, children);
  if (children === 0) return null;
  const steps = survivalSteps(exits);
  const point = (day: number): CurvePoint => buildPoint(day, exits, steps);
  const last = Math.max(...exits.map(({ day }) => day));
  const daysAtRisk = timeAtRisk(exits);
  return {
    measure,
    window: { id: window.id, starts: window.starts, ends: window.ends },
    children,
    happened,
    daysAtRisk,
    rate: ratePer100Years(happened, daysAtRisk),
    median: medianDay(steps),
    steps: [...new Set([...steps.map(({ day }) => day), last])].map(point),
    ages: AGES.filter((age) => age <= last).map(point),
  };
}

function readExits(counts: readonly Count[], windowId: string): Exits[] {
  return counts
    .filter((count) => count.windowId === windowId && count.breakdown === DAYS_FOLLOWED)
    .map(({ group, numerator, denominator }) => {
      const day = Number(group);
      if (!Number.isSafeInteger(day) || denominator === null)
        throw new TypeError(`${DAYS_FOLLOWED} must give numbers of days, each of so many children`);
      return { day, happened: numerator, left: denominator - numerator };
    });
}

function requireTotal(
  counts: readonly Count[],
  windowId: string,
  happened: number,
  children: number,
): void {
  const total = counts.find((each) => each.windowId === windowId && each.breakdown === 'total');
  if (total?.numerator !== happened || total.denominator !== children)
    throw new TypeError(`${DAYS_FOLLOWED} does not add up to the total of the window ${windowId}`);
}

function buildPoint(
  day: number,
  exits: readonly Exits[],
  steps: readonly SurvivalStep[],
): CurvePoint {
  const { value, lower, upper } = findSurvivalStep(steps, day) ?? {
    value: 1,
    lower: null,
    upper: null,
  };
  const gone = exits.filter((each) => each.day <= day);
  return {
    day,
    value,
    lower,
    upper,
    atRisk: sumExits(
      exits.filter((each) => each.day >= day),
      countExits,
    ),
    happened: sumExits(gone, ({ happened }) => happened),
    left: sumExits(gone, ({ left }) => left),
  };
}

function countExits({ happened, left }: Exits): number {
  return happened + left;
}

function sumExits(exits: readonly Exits[], count: (each: Exits) => number): number {
  return exits.reduce((sum, each) => sum + count(each), 0);
}

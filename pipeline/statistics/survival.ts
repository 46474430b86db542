// Children followed for different times → the Kaplan–Meier estimate by day, and the event rate.
import type { Estimate } from '../domain/value.js';
import { exactInterval } from './count-interval.js';
import { normalQuantile } from './quantiles.js';
import { requireCount } from './refusals.js';

/**
 * Children whose follow-up ended on one day, counted from their own start: with the event (`happened`) or censored
 * (`left`).
 */
export interface Exits {
  readonly day: number;
  readonly happened: number;
  readonly left: number;
}

/** The Kaplan–Meier estimate from one event day until the next. */
export interface SurvivalStep extends Estimate {
  readonly day: number;
  /** Children still followed at the start of the day, including those censored on it. */
  readonly atRisk: number;
  readonly happened: number;
  /** Greenwood's standard error of the value; null where the value is 0. */
  readonly error: number | null;
  /** Whether the estimate is a half or less, by whole numbers: a product of fractions misses an exact half. */
  readonly halved: boolean;
}

const Z = normalQuantile(0.975);

/**
 * The Kaplan–Meier estimate: a step for each day with an event. A child censored on such a day was at risk on it, so
 * events come before censoring. The 95% interval is Greenwood's on the log(−log) scale, which stays between 0 and 1;
 * there is none if the value is 0. Days may be in any order and may repeat. Refuses anything but whole numbers, 0 or
 * more. Empty if there are no children.
 * Sources: Kaplan and Meier (1958), JASA 53; Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data
 * (1980), 1.3.
 */
export function survivalSteps(exits: readonly Exits[]): SurvivalStep[] {
  const days = mergeDays(exits);
  let atRisk = days.reduce((sum, { happened, left }) => sum + happened + left, 0);
  let value = 1;
  let [kept, of] = [1n, 1n];
  let terms = 0;
  const steps: SurvivalStep[] = [];
  for (const { day, happened, left } of days) {
    const staying = atRisk - happened;
    if (happened > 0) {
      value *= staying / atRisk;
      [kept, of] = [kept * BigInt(staying), of * BigInt(atRisk)];
      terms += happened / (atRisk * staying);
      const halved = 2n * kept <= of;
      steps.push({ day, atRisk, happened, halved, ...estimateInterval(value, terms) });
    }
    atRisk = staying - left;
  }
  return steps;
}

/** The step in force on a day; null before the first event. */
export function findSurvivalStep(steps: readonly SurvivalStep[], day: number): SurvivalStep | null {
  return steps.findLast((step) => step.day <= day) ?? null;
}

/** The first day by which the estimate is a half or less, exactly; null if it stays above. */
export function medianDay(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ halved }) => halved)?.day ?? null;
}

/** Total days at risk of all children. */
export function timeAtRisk(exits: readonly Exits[]): number {
  return exits.reduce((sum, { day, happened, left }) => sum + day * (happened + left), 0);
}

/** Days per year, to convert days at risk into years. */
export const DAYS_PER_YEAR = 365.25;

/**
 * First events per 100 years at risk, with the exact Poisson interval: each child counts at most once, so events do not
 * cluster. All null if no child was at risk for a day.
 * Source: Garwood (1936) for the count; Breslow and Day (1987), Statistical Methods in Cancer Research II, for
 * person-years.
 */
export function ratePer100Years(happened: number, days: number): Estimate {
  requireCount(happened, 'events');
  requireCount(days, 'days');
  if (days === 0) return { value: null, lower: null, upper: null };
  const { lower, upper } = exactInterval(happened);
  const scale = (100 * DAYS_PER_YEAR) / days;
  return { value: happened * scale, lower: lower * scale, upper: upper * scale };
}

/** log(−log) diverges at 1, but a step is below 1; at 0 Greenwood's sum diverges, so there is no interval. */
function estimateInterval(value: number, terms: number): Estimate & Pick<SurvivalStep, 'error'> {
  if (value === 0) return { value, lower: null, upper: null, error: null };
  const root = Math.sqrt(terms);
  const log = Math.log(value);
  const reach = (Z * root) / -log;
  return {
    value,
    lower: Math.exp(log * Math.exp(reach)),
    upper: Math.exp(log * Math.exp(-reach)),
    error: value * root,
  };
}

function mergeDays(exits: readonly Exits[]): Exits[] {
  const days = new Map<number, Exits>();
  for (const { day, happened, left } of exits) {
    requireCount(day, 'day');
    requireCount(happened, 'events');
    requireCount(left, 'leavers');
    const before = days.get(day) ?? { happened: 0, left: 0 };
    days.set(day, { day, happened: before.happened + happened, left: before.left + left });
  }
  return [...days.values()].sort((one, other) => one.day - other.day);
}

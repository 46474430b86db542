// Children followed for unequal times → the share something has not yet happened to, day by day, and how often it happens.
import type { Estimate } from '../domain/value.js';
import { exactInterval } from './count-interval.js';
import { normalQuantile } from './quantiles.js';
import { requireCount } from './refusals.js';

/** All whose following ended on one day, counted from the day their own began: it happened to some, others just left. */
export interface Exits {
  readonly day: number;
  readonly happened: number;
  readonly left: number;
}

/** The Kaplan–Meier estimate from one day on at which it happened, until the next. */
export interface SurvivalStep extends Estimate {
  readonly day: number;
  /** Still followed as the day begins, those who leave on it among them. */
  readonly atRisk: number;
  readonly happened: number;
  /** Greenwood's standard error of the value; null where the value is 0. */
  readonly error: number | null;
}

const Z = normalQuantile(0.975);

/**
 * The Kaplan–Meier estimate: a step for each day on which it happened to somebody. Who leaves on such a day was at risk
 * on it, so what happens comes before leaving. The 95% interval is Greenwood's on the log(−log) scale, which stays
 * between 0 and 1; there is none where the value is 0. Days need not be in order, nor come once. Refuses anything but
 * whole numbers, 0 or more. Nothing of nobody.
 * Sources: Kaplan and Meier (1958), JASA 53; Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (1980), 1.3.
 */
export function survivalSteps(exits: readonly Exits[]): SurvivalStep[] {
  const days = mergeDays(exits);
  let atRisk = days.reduce((sum, { happened, left }) => sum + happened + left, 0);
  let value = 1;
  let terms = 0;
  const steps: SurvivalStep[] = [];
  for (const { day, happened, left } of days) {
    const staying = atRisk - happened;
    if (happened > 0) {
      value *= staying / atRisk;
      terms += happened / (atRisk * staying);
      steps.push({ day, atRisk, happened, ...estimateInterval(value, terms) });
    }
    atRisk = staying - left;
  }
  return steps;
}

/** The step in force on a day; null before the first, when it has happened to nobody. */
export function findSurvivalStep(steps: readonly SurvivalStep[], day: number): SurvivalStep | null {
  return steps.findLast((step) => step.day <= day) ?? null;
}

/** The first day by which the estimate is a half or less; null where it stays above. */
export function medianDay(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ value }) => value !== null && value <= 0.5)?.day ?? null;
}

/** Days at risk, added up over everybody. */
export function timeAtRisk(exits: readonly Exits[]): number {
  return exits.reduce((sum, { day, happened, left }) => sum + day * (happened + left), 0);
}

/** The length of a year in days, by which days at risk become years. */
export const DAYS_PER_YEAR = 365.25;

/**
 * How often it first happens, for each 100 years at risk, with the exact Poisson interval: each child counts once at
 * most, so that events do not come in clusters. All null where nobody was at risk for a day.
 * Source: Garwood (1936) for the count; Breslow and Day (1987), Statistical Methods in Cancer Research II, for person-years.
 */
export function ratePer100Years(happened: number, days: number): Estimate {
  requireCount(happened, 'events');
  requireCount(days, 'days');
  if (days === 0) return { value: null, lower: null, upper: null };
  const { lower, upper } = exactInterval(happened);
  const scale = (100 * DAYS_PER_YEAR) / days;
  return { value: happened * scale, lower: lower * scale, upper: upper * scale };
}

/** log(−log) has no end at 1, but a step is below 1; at 0 Greenwood's sum has no end and nothing can be said. */
function estimateInterval(value: number, terms: number): Estimate & Pick<SurvivalStep, 'error'> {
  if (value === 0) return { value, lower: null, upper: null, error: null };
  const root = Math.sqrt(terms);
  const reach = (Z * root) / -Math.log(value);
  return {
    value,
    lower: value ** Math.exp(reach),
    upper: value ** Math.exp(-reach),
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

// A series in time order → the mean and natural process limits of its XmR chart.
import { requireBase } from './refusals.js';

/** The range in which the points of a stable process are expected. */
export interface Limits {
  readonly mean: number;
  /** Three sigma below the mean; may be negative, although no count can be. */
  readonly lower: number;
  readonly upper: number;
  /** The mean of the moving ranges that the limits are based on. */
  readonly meanRange: number;
  /** What runs of points are counted on either side of: the mean, but for points that are nearly all alike the median. */
  readonly centre: number;
}

/** How limits are calculated. */
interface LimitRule {
  /** Whether to exclude moving ranges beyond their own upper limit, as the NHS tool does. */
  readonly screen: boolean;
  /** The number of first points that the limits are based on; null for all points. */
  readonly baseline: number | null;
}

const SIGMAS = 3;
/** 3 ÷ 1.128: converts a mean moving range of two points into three sigma. */
const LIMIT_FACTOR = 2.66;
/** The upper limit of moving ranges of two points, as a multiple of their mean. */
const RANGE_FACTOR = 3.267;

/** The rule of the NHS tool without a fixed baseline. */
const NHS_RULE: LimitRule = { screen: true, baseline: null };

/**
 * The limits of an XmR chart: mean ± 2.66 × the mean moving range. Refuses fewer than two points and anything not
 * finite. Screening is done once and never excludes every range.
 * Source: NHS England, Making Data Count, as in NHSRplotthedots; constants from Wheeler, Understanding Variation.
 */
export function xmrLimits(series: readonly number[], rule: LimitRule = NHS_RULE): Limits {
  const base = series.slice(0, rule.baseline ?? series.length);
  if (base.length < 2) throw new RangeError('limits need two points or more');
  const ranges = movingRanges(base);
  for (const range of ranges) requireBase(range, 'moving range');
  const first = average(ranges);
  const kept = rule.screen ? ranges.filter((range) => range <= RANGE_FACTOR * first) : ranges;
  const meanRange = average(kept);
  const mean = average(base);
  const reach = LIMIT_FACTOR * meanRange;
  return { mean, lower: mean - reach, upper: mean + reach, meanRange, centre: mean };
}

/**
 * The limits of a series of counts: those of its XmR chart, unless half or more of its moving ranges are 0. Then the
 * ranges say nothing of chance, and would give limits without width: mean ± 3 × √mean, as for events that happen
 * independently.
 * Source: Provost and Murray, The Health Care Data Guide, c charts.
 */
export function countLimits(counts: readonly number[]): Limits {
  const limits = xmrLimits(counts);
  const ranges = movingRanges(counts);
  if (2 * ranges.filter((range) => range === 0).length < ranges.length) return limits;
  const { mean } = limits;
  const meanRange = (SIGMAS * Math.sqrt(mean)) / LIMIT_FACTOR;
  const reach = LIMIT_FACTOR * Math.max(meanRange, limits.meanRange);
  return {
    ...{ mean, lower: mean - reach, upper: mean + reach },
    ...{ meanRange: reach / LIMIT_FACTOR, centre: findMedian(counts) },
  };
}

/** The middle of a series that is not empty; of an even number the mean of the two in the middle. */
export function findMedian(counts: readonly number[]): number {
  const ordered = [...counts].sort((one, other) => one - other);
  const half = ordered.length / 2;
  return average(ordered.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

function movingRanges(series: readonly number[]): number[] {
  return series.slice(1).map((point, before) => Math.abs(point - (series[before] as number)));
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

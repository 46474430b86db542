// A measure's counts in each window → values with intervals and verdicts on their change.
import type { Count } from '../measures/count.js';
import { countsIndependently, type Declaration } from '../measures/declaration.js';
import { findSeriesBreak } from '../domain/changes.js';
import type { FigureNote } from '../domain/figure-note.js';
import { isUnknownGroup } from '../domain/reference.js';
import type { MeasuredWindow } from '../measures/windows.js';
import type { Cell, Estimate, Unit, Value, Verdict } from '../domain/value.js';
import {
  compareCounts,
  compareProportions,
  compareRates,
  compareWithReference,
} from './compare.js';
import { estimate } from './estimate.js';
import { explainMissing, findReference, isPopulationEnough } from './missing.js';
import { relativeRate } from './relative-rate.js';
import { isNeverRecorded } from './unrecorded.js';

/** The counts of a measure, and the labels of its values. */
export interface MeasureCounts {
  readonly declaration: Declaration;
  readonly unit: Unit;
  readonly per: number;
  readonly serviceName: string;
  readonly windows: readonly MeasuredWindow[];
  readonly counts: readonly Count[];
  /** The source of a count's denominator, for a rate. */
  readonly denominatorSource: (count: Count) => string | null;
}

/**
 * Our own values: the headline of every window, and every group of the newest known windows and of the one a year
 * earlier. The verdict of a headline or group is on its change since the window a year earlier, which shares no day
 * with it; in a relative rate, a group's verdict is on its difference from the reference group. Means have no
 * verdict, and counts of which one child can have several, such as sentences and referrals, have neither interval nor
 * verdict: no test of them is valid. No test crosses a change of definition.
 */
export function buildValues(counted: MeasureCounts): Value[] {
  const known = counted.windows.filter(({ status }) => status === 'known');
  const newest = known.at(-1);
  const before = newest && known.find(({ id }) => id === yearEarlierId(newest.id));
  const pools = known.filter(({ ends }) => ends === newest?.ends);
  const detailed = new Set([newest, before, ...pools].map((window) => window?.id));
  return counted.windows.flatMap((window) =>
    window.status === 'known'
      ? selectCounts(counted, window.id, detailed).map((count) =>
          buildValue(counted, window, count),
        )
      : [buildEmptyValue(counted, window, window.status, window.missing ?? 'outside the records')],
  );
}

function selectCounts(
  { counts }: MeasureCounts,
  id: string,
  detailed: ReadonlySet<unknown>,
): Count[] {
  return counts.filter(
    ({ windowId, breakdown }) => windowId === id && (breakdown === 'total' || detailed.has(id)),
  );
}

function buildValue(counted: MeasureCounts, window: MeasuredWindow, count: Count): Value {
  const { breakdown, group, numerator, denominator } = count;
  const { declaration, counts } = counted;
  const cell = buildCell(counted, window, breakdown, group);
  const missing = explainMissing(declaration, counts, count);
  const isEmptyHeadline = breakdown === 'total' && declaration.kind !== 'relative_rate';
  if (missing !== null && (isEmptyHeadline || missing === 'never recorded'))
    return { ...buildEmptyValue(counted, window, 'no data', missing), ...cell };
  return {
    ...cell,
    source: counted.denominatorSource(count),
    numerator,
    denominator,
    ...(missing === null ? estimateValue(counted, count) : { ...NO_ESTIMATE, note: missing }),
    verdict: testChange(counted, count),
    status: 'known',
  };
}

const NO_ESTIMATE: Estimate = { value: null, lower: null, upper: null };

/** The value and interval of a count from which a value follows. */
function estimateValue({ declaration, per, counts }: MeasureCounts, count: Count): Estimate {
  const { kind, base } = declaration;
  if (kind !== 'relative_rate') {
    const estimated = estimate(kind, count.numerator, count.denominator, per);
    return countsIndependently(declaration)
      ? estimated
      : { ...NO_ESTIMATE, value: estimated.value };
  }
  const reference = findReference(declaration, counts, count);
  if (reference === count) return { ...NO_ESTIMATE, value: 1 };
  if (count.denominator === null || reference === undefined || reference.denominator === null)
    throw new TypeError(`${declaration.id}: no base for a relative rate`);
  return relativeRate(
    { events: count.numerator, base: count.denominator },
    { events: reference.numerator, base: reference.denominator },
    base ?? 'population',
  );
}

function testChange({ declaration, counts, windows }: MeasureCounts, count: Count): Verdict | null {
  const { kind, base } = declaration;
  const isOfPopulation = kind === 'rate' || (kind === 'relative_rate' && base !== 'children');
  if (isOfPopulation && !isPopulationEnough(count.denominator)) return null;
  if (kind === 'mean' || declaration.detail === true || !countsIndependently(declaration))
    return null;
  const other =
    kind === 'relative_rate'
      ? findReference(declaration, counts, count)
      : findCounterpart(counts, { ...count, windowId: yearEarlierId(count.windowId) });
  if (!other || other === count || isNeverRecorded(counts, other)) return null;
  if (isOfPopulation && !isPopulationEnough(other.denominator)) return null;
  const [theirs, ours] = [other, count].map(({ windowId }) =>
    windows.find(({ id }) => id === windowId),
  );
  if (theirs && ours && theirs !== ours && findSeriesBreak(declaration, theirs, ours)) return null;
  if (kind === 'relative_rate' && (count.breakdown === 'total' || isUnknownGroup(count.group)))
    return null;
  return runTest(declaration, count, other);
}

/**
 * Runs the test for each kind of measure: exact for counts and rates, Fisher's for proportions and for relative rates
 * among children.
 */
function runTest({ kind, base }: Declaration, ours: Count, theirs: Count): Verdict | null {
  if (kind === 'count') return compareCounts(ours.numerator, theirs.numerator).verdict;
  if (ours.denominator === null || theirs.denominator === null) return null;
  if (kind === 'proportion')
    return compareProportions(
      { part: ours.numerator, whole: ours.denominator },
      { part: theirs.numerator, whole: theirs.denominator },
    ).verdict;
  const group = { events: ours.numerator, base: ours.denominator };
  const reference = { events: theirs.numerator, base: theirs.denominator };
  return kind === 'relative_rate'
    ? compareWithReference(group, reference, base ?? 'population').verdict
    : compareRates(group, reference).verdict;
}

function findCounterpart(counts: readonly Count[], sought: Count): Count | undefined {
  return counts.find(
    ({ windowId, breakdown, group }) =>
      windowId === sought.windowId && breakdown === sought.breakdown && group === sought.group,
  );
}

/** A window's id is its last day, always a month's last, so a year earlier only the year changes. */
function yearEarlierId(windowId: string): string {
  const year = Number(windowId.slice(0, 4)) - 1;
  return `${year}${windowId.slice(4)}`;
}

function buildCell(
  { declaration, unit, serviceName }: MeasureCounts,
  { id, starts, ends }: MeasuredWindow,
  breakdown: string,
  group: string,
): Cell {
  const window = { id, starts, ends };
  const areaName = serviceName;
  return {
    measure: declaration.id,
    window,
    areaKind: 'service',
    areaName,
    origin: 'own',
    breakdown,
    group,
    unit,
    source: null,
  };
}

function buildEmptyValue(
  counted: MeasureCounts,
  window: MeasuredWindow,
  status: 'immature' | 'no data',
  missing: FigureNote,
): Value {
  const numbers = { numerator: null, denominator: null, ...NO_ESTIMATE };
  const cell = buildCell(counted, window, 'total', 'all');
  return {
    ...cell,
    ...numbers,
    verdict: null,
    status,
    ...(status === 'no data' ? { note: missing } : {}),
  };
}

// Measures that chart their change over time → their quarters, or days between events, counted.
import type { Connection } from '../warehouse/connection.js';
import { mapInParallel } from '../warehouse/parallel-connections.js';
import type { Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import { countMeasure, type Measure } from '../measures/count.js';
import { countEventDays } from '../measures/event-days.js';
import { chooseUnit, rateScale } from '../measures/declaration.js';
import { listQuarters } from '../measures/quarters.js';
import type { Moment } from '../measures/windows.js';
import { buildReturnQuarter } from '../statistics/return-quarter.js';
import { buildTimeBetweenValues, buildQuarterValues } from '../statistics/spc-values.js';

/** Twenty-five years of quarters: what is hidden is decided on all there are, not only on those shown. */
const ALL_QUARTERS = 100;

/** A measure, and the days of which it knows everything. */
interface ReachedMeasure {
  readonly measure: Measure;
  readonly covered: Moment;
}

/**
 * Every quarter that is known of every measure that declares `spc`, and the newest of each measure that gives it beside
 * its twelve months.
 */
export async function countQuarters(
  connection: Connection,
  measures: readonly ReachedMeasure[],
  serviceName: string,
): Promise<Value[]> {
  const charted = measures.filter(({ measure }) => measure.declaration.spc !== undefined);
  const counted = await mapInParallel(connection, charted, (own, { measure, covered }) =>
    measure.declaration.spc === 'rare'
      ? countDays(own, measure, covered, serviceName)
      : countEach(own, measure, covered, serviceName),
  );
  return [...counted.flat(), ...(await countReturnQuarters(connection, measures, serviceName))];
}

async function countReturnQuarters(
  connection: Connection,
  measures: readonly ReachedMeasure[],
  serviceName: string,
): Promise<Value[]> {
  const asked = measures.filter(({ measure }) => measure.declaration.quarter === true);
  const counted = await mapInParallel(connection, asked, async (own, { measure, covered }) => {
    const windows = listQuarters(measure.declaration, covered, 1);
    const counts = await countMeasure(own, measure, windows);
    const { declaration } = measure;
    const scale = { unit: chooseUnit(declaration), per: rateScale(declaration) };
    return buildReturnQuarter({ declaration, ...scale, serviceName, windows, counts });
  });
  return counted.flat();
}

async function countDays(
  connection: Connection,
  measure: Measure,
  moment: Moment,
  serviceName: string,
): Promise<Value[]> {
  const period = coveredPeriod(moment);
  const events = await countEventDays(connection, measure, period);
  return buildTimeBetweenValues(measure.declaration, serviceName, events, period.to);
}

async function countEach(
  connection: Connection,
  measure: Measure,
  moment: Moment,
  serviceName: string,
): Promise<Value[]> {
  const windows = listQuarters(measure.declaration, moment, ALL_QUARTERS);
  const first = windows.findIndex(({ status }) => status !== 'no data');
  const covered = windows.slice(first < 0 ? windows.length - 1 : first);
  const counts = await countMeasure(connection, measure, covered);
  return buildQuarterValues(measure.declaration, serviceName, covered, counts);
}

/** From the first day that is held to the end of the pack's quarter, or to the last day held. */
function coveredPeriod({ quarter, asAt, covers }: Moment): { from: Day; to: Day } {
  const [to = covers.to] = [quarter.ends, asAt, covers.to].sort();
  return { from: covers.from, to };
}

// Measures that chart their change over time → their quarters, or days between events, counted, disclosed and drawn.
import type { Connection } from '../warehouse/connection.js';
import { sideBySide } from '../warehouse/parallel-connections.js';
import { discloseDaysBetween, discloseQuarters, type Years } from '../disclosure/series.js';
import { ofMeasure, type Disclosed } from '../disclosure/disclosed.js';
import type { Sensitivity } from '../disclosure/relations.js';
import type { Earlier } from '../disclosure/released.js';
import { countBefore } from '../domain/changes.js';
import type { Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import type { Drawing } from '../figures/draw.js';
import type { Figure } from '../figures/figure.js';
import { withDaysBetween, type Between } from '../figures/rare.js';
import { withChange, type Change } from '../figures/spc.js';
import type { FigureWords } from '../figures/words.js';
import { countMeasure, type Measure } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import { eventDays } from '../measures/event-days.js';
import { QUARTERS_SHOWN, quartersOf } from '../measures/quarters.js';
import type { Moment } from '../measures/windows.js';
import { newestCause, timeBetween } from '../statistics/rare.js';
import { changeOverTime, FEWEST_QUARTERS, FIRM_QUARTERS, RARE_BELOW } from '../statistics/spc.js';
import { BETWEEN, daysBetween, quarterValues } from '../statistics/spc-values.js';

/** Twenty-five years of quarters: what is hidden is decided on all there are, not only on those shown. */
const ALL_QUARTERS = 100;

/** Every quarter of every measure that declares `spc`, since the records began. */
export async function countQuarters(
  connection: Connection,
  measures: readonly Measure[],
  moment: Moment,
  serviceName: string,
): Promise<Value[]> {
  const charted = measures.filter(({ declaration }) => declaration.spc !== undefined);
  const counted = await sideBySide(connection, charted, (own, measure) =>
    measure.declaration.spc === 'rare'
      ? countDays(own, measure, moment, serviceName)
      : countEach(own, measure, moment, serviceName),
  );
  return counted.flat();
}

async function countDays(
  connection: Connection,
  measure: Measure,
  moment: Moment,
  serviceName: string,
): Promise<Value[]> {
  const stretch = stretchOf(moment);
  const events = await eventDays(connection, measure, stretch);
  return daysBetween(measure.declaration, serviceName, events, stretch.to);
}

async function countEach(
  connection: Connection,
  measure: Measure,
  moment: Moment,
  serviceName: string,
): Promise<Value[]> {
  const windows = quartersOf(measure.declaration, moment, ALL_QUARTERS);
  const first = windows.findIndex(({ status }) => status !== 'no data');
  const held = windows.slice(first < 0 ? windows.length - 1 : first);
  const counts = await countMeasure(connection, measure, held);
  return quarterValues(measure.declaration, serviceName, held, counts);
}

/** What an edition sees of the quarters: those a pack shows, decided on all there are. */
export function quartersFor(
  quarters: readonly Value[],
  years: Years,
  sensitivities: ReadonlyMap<string, Sensitivity>,
  hideBelow: number,
  earlier: Earlier,
): Disclosed[] {
  const measures = [...new Set(quarters.map(({ measure }) => measure))];
  return measures.flatMap((id) => {
    const own = quarters.filter(({ measure }) => measure === id);
    if (own.some(({ breakdown }) => breakdown === BETWEEN))
      return discloseDaysBetween(own, hideBelow);
    const sensitivity = sensitivities.get(id) ?? { hiddenWith: null };
    return discloseQuarters(own, years, sensitivity, hideBelow, earlier).slice(-QUARTERS_SHOWN);
  });
}

/** A measure's figure with its quarters, if it declares that it charts them. */
export async function addQuarters(
  figure: Figure,
  declaration: Declaration,
  disclosed: readonly Disclosed[],
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  if (declaration.spc === undefined) return figure;
  const own = ofMeasure(disclosed, declaration.id);
  if (declaration.spc === 'rare') {
    const since = own.slice(
      countBefore(
        declaration,
        own.map(({ window }) => window),
      ),
    );
    const between = betweenOf(since, declaration);
    return withDaysBetween(figure, declaration, since, between, words, drawing);
  }
  const thresholds = { fewest: FEWEST_QUARTERS, firm: FIRM_QUARTERS, rare: RARE_BELOW };
  const change = changeOf(own, declaration);
  return withChange(figure, declaration, own, change, thresholds, words, drawing);
}

/** The quarters that the files of figures list: days between events are no counts of children. */
export function quartersListed(disclosed: readonly Disclosed[]): Disclosed[] {
  return disclosed.filter(({ breakdown }) => breakdown !== BETWEEN);
}

/** From the first day that is held to the end of the pack's quarter, or to the last day held. */
function stretchOf({ quarter, asAt, covers }: Moment): { from: Day; to: Day } {
  const [to = covers.to] = [quarter.ends, asAt, covers.to].sort();
  return { from: covers.from, to };
}

function betweenOf(own: readonly Disclosed[], { better }: Declaration): Between {
  if (own.some(({ status }) => status === 'hidden'))
    return { unsaid: 'hidden', wanted: FEWEST_QUARTERS };
  const days = own.flatMap((cell) => (cell.status === 'shown' ? [cell.numerator ?? 0] : []));
  const change = timeBetween(days.slice(0, -1), days.at(-1) ?? 0, better);
  if ('unsaid' in change) return { unsaid: 'too short', wanted: FEWEST_QUARTERS };
  return { change, newest: newestCause(change.causes) };
}

/** What the quarters since the newest change of definition come to: limits never go across one. */
function changeOf(own: readonly Disclosed[], declaration: Declaration): Change {
  if (own.some(({ status }) => status === 'hidden')) return { unsaid: 'hidden' };
  const known = own.flatMap((cell) =>
    cell.status === 'shown' && cell.numerator !== null
      ? [{ window: cell.window, count: cell.numerator }]
      : [],
  );
  const before = countBefore(
    declaration,
    known.map(({ window }) => window),
  );
  return changeOverTime(
    known.slice(before).map(({ count }) => count),
    declaration.better,
  );
}

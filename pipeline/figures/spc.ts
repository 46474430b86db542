// A measure's disclosed quarters and their change over time → the part of its figure that shows them one by one.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { countEarlierWindows, findNewestChange } from '../domain/changes.js';
import type { Declaration } from '../measures/declaration.js';
import type { ChangeOverTime, NoChart } from '../statistics/spc.js';
import type { Plotter } from './draw.js';
import type { Chart, Figure, FigureTable } from './figure.js';
import { nameWindowShort } from './periods.js';
import { readShown, type ShownResult } from './results.js';
import { nameChange } from './trend-changes.js';
import { buildControlChart, type ControlChart } from './spc-chart.js';
import {
  describeCauses,
  describeLimits,
  describeRedefinition,
  describeSteps,
  tabulateQuarters,
  writeLimit,
  type Quarters,
} from './spc-table.js';
import { writeCount } from './numbers.js';
import { explainYearAndQuarter } from './year-and-quarter.js';
import type { FigureWords } from './words.js';

/** What a measure's quarters come to: a change to chart, why there is none, or that the edition may not see them. */
export type SpcOutcome = ChangeOverTime | NoChart | { readonly unsaid: 'hidden' };

/** The numbers used in the reasons for having no chart. */
interface SpcThresholds {
  readonly fewest: number;
  readonly firm: number;
  readonly rare: number;
}

/** Adds the control chart of its quarters, their table and the finding to a figure; or a note of why there is no chart. */
export async function attachControlChart(
  figure: Figure,
  declaration: Declaration,
  quarters: readonly DisclosedCell[],
  change: SpcOutcome,
  thresholds: SpcThresholds,
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const shown = quarters.filter(
    (cell): cell is ShownResult & DisclosedCell => readShown(cell) !== null,
  );
  const windows = shown.map(({ window }) => window);
  const before = countEarlierWindows(declaration, windows);
  if ('unsaid' in change)
    return {
      ...figure,
      notes: [...figure.notes, explain(change.unsaid, shown.slice(before), thresholds, words)],
    };
  const subject = {
    declaration,
    shown,
    change: { ...change, causes: [...Array<null>(before).fill(null), ...change.causes] },
    before,
    redefined: findNewestChange(declaration, windows),
    words,
  };
  const chart = await drawQuarterChart(subject, plotter);
  const table: FigureTable = tabulateQuarters(subject, thresholds.firm);
  const caseload = declaration.spc === 'caseload' ? [words.say('change.caseload')] : [];
  return {
    ...figure,
    sentence: `${figure.sentence} ${describeFinding(subject, figure.changeVerdict)}`,
    notes: [...figure.notes, ...caseload],
    charts: insertQuarterChart(figure.charts, chart),
    tables: [...figure.tables, table],
  };
}

function explain(
  reason: Exclude<SpcOutcome, ChangeOverTime>['unsaid'],
  shown: readonly DisclosedCell[],
  { fewest, rare }: SpcThresholds,
  words: FigureWords,
): string {
  return words.say(`change.unsaid.${reason}`, {
    wanted: writeCount(fewest),
    count: writeCount(shown.length),
    rare: writeCount(rare),
  });
}

async function drawQuarterChart(subject: Quarters, plotter: Plotter): Promise<Chart> {
  const { words } = subject;
  const alt = describeQuarterChart(subject);
  const svg = await plotter.draw(buildControlChart(chartQuarters(subject, alt), words, plotter));
  return { id: 'spc', caption: words.say('change.chart'), alt, svg, width: 'half' };
}

function chartQuarters(
  { declaration, shown, change, before, redefined, words }: Quarters,
  alt: string,
): ControlChart {
  const ends = [...change.levels.slice(1).map(({ from }) => before + from), shown.length];
  const lines = change.levels.flatMap(({ from, limits: { mean, lower, upper } }, at) => {
    const line = (y: number, key: string, dashed: boolean) => ({
      y,
      text: at + 1 < ends.length ? null : words.say(`change.${key}`, { value: writeLimit(y) }),
      dashed,
      from: before + from,
      to: ends[at] ?? shown.length,
    });
    return [line(mean, 'mean', false), line(upper, 'limit', true), line(lower, 'limit', true)];
  });
  return {
    id: `${declaration.id}-spc`,
    alt,
    better: declaration.better,
    points: shown.map(({ numerator }) => numerator ?? 0),
    causes: change.causes,
    lines,
    endLabels: [nameEnd(shown[0], words), nameEnd(shown.at(-1), words)],
    variation: change.variation,
    newest: change.causes.at(-1) ?? null,
    isLastOpen: false,
    definitionChange: redefined ? { before, text: nameChange(redefined, words) } : null,
  };
}

function nameEnd(cell: DisclosedCell | undefined, words: FigureWords): string {
  return cell ? nameWindowShort(cell.window, false, words) : '';
}

/** Inserts the chart of quarters after the full-width charts of years and before those of groups. */
export function insertQuarterChart(charts: readonly Chart[], chart: Chart): Chart[] {
  const at = charts.findIndex(({ width }) => width === 'half');
  return at < 0 ? [...charts, chart] : charts.toSpliced(at, 0, chart);
}

/** The step, if any, the newest quarter's sign, and how both fit the verdict on the year. */
function describeFinding(subject: Quarters, year: Figure['changeVerdict']): string {
  const { change, words } = subject;
  const newest = change.causes.at(-1) ?? null;
  const said = newest
    ? words.say(`change.said.${change.variation}`, {
        towards: words.say(`change.towards.${newest.towards}`),
        rule: words.say(`change.rule.${newest.rule}`),
      })
    : words.say('change.said.common cause');
  const fit = explainYearAndQuarter(year, newest, words);
  return [...describeSteps(subject), said, ...fit].join(' ');
}

function describeQuarterChart(subject: Quarters): string {
  const { declaration, shown, change, words } = subject;
  const [first, last] = [shown[0], shown.at(-1)];
  return words.say('change.alt', {
    title: declaration.title[words.language],
    first: nameEnd(first, words),
    last: nameEnd(last, words),
    limits: describeLimits(subject),
    value: writeCount(last?.numerator ?? 0),
    sign: words.say(`change.sign.${change.variation}`),
    causes: [
      describeCauses(subject),
      ...describeSteps(subject),
      ...describeRedefinition(subject),
    ].join(' '),
  });
}

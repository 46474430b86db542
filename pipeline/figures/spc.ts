// A measure's disclosed quarters and their change over time → the part of its figure that shows them one by one.
import type { Disclosed } from '../disclosure/disclosed.js';
import { countBefore, newestChange } from '../domain/changes.js';
import type { Declaration } from '../measures/declaration.js';
import type { ChangeOverTime, NoChart } from '../statistics/spc.js';
import type { Drawing } from './draw.js';
import type { Chart, Figure, Table } from './figure.js';
import { nameWindowShort } from './periods.js';
import { known, type Known } from './results.js';
import { nameChange } from './trend-changes.js';
import { controlChart, type ControlChart } from './spc-chart.js';
import {
  causesSaid,
  limitsSaid,
  redefinedSaid,
  spcTable,
  writeLimit,
  type Quarters,
} from './spc-table.js';
import { writeCount } from './numbers.js';
import type { FigureWords } from './words.js';

/** What a measure's quarters come to: a change to chart, why there is none, or that the edition may not see them. */
export type Change = ChangeOverTime | NoChart | { readonly unsaid: 'hidden' };

/** The numbers that the reasons for drawing nothing speak of. */
export interface Thresholds {
  readonly fewest: number;
  readonly firm: number;
  readonly rare: number;
}

/** Adds to a figure the chart of its quarters, their table and what they say; or a note that says why there is no chart. */
export async function withChange(
  figure: Figure,
  declaration: Declaration,
  quarters: readonly Disclosed[],
  change: Change,
  thresholds: Thresholds,
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const shown = quarters.filter((cell): cell is Known & Disclosed => known(cell) !== null);
  const windows = shown.map(({ window }) => window);
  const before = countBefore(declaration, windows);
  if ('unsaid' in change)
    return {
      ...figure,
      notes: [...figure.notes, unsaid(change.unsaid, shown.slice(before), thresholds, words)],
    };
  const subject = {
    declaration,
    shown,
    change: { ...change, causes: [...Array<null>(before).fill(null), ...change.causes] },
    before,
    redefined: newestChange(declaration, windows),
    words,
  };
  const chart = await drawQuarters(subject, drawing);
  const table: Table = spcTable(subject, thresholds.firm);
  const caseload = declaration.spc === 'caseload' ? [words.say('change.caseload')] : [];
  return {
    ...figure,
    sentence: `${figure.sentence} ${finding(subject)}`,
    notes: [...figure.notes, ...caseload],
    charts: beforeHalves(figure.charts, chart),
    tables: [...figure.tables, table],
  };
}

function unsaid(
  reason: Exclude<Change, ChangeOverTime>['unsaid'],
  shown: readonly Disclosed[],
  { fewest, rare }: Thresholds,
  words: FigureWords,
): string {
  return words.say(`change.unsaid.${reason}`, {
    wanted: writeCount(fewest),
    count: writeCount(shown.length),
    rare: writeCount(rare),
  });
}

async function drawQuarters(subject: Quarters, drawing: Drawing): Promise<Chart> {
  const { words } = subject;
  const alt = altOf(subject);
  const svg = await drawing.draw(controlChart(chartOf(subject, alt), words, drawing));
  return { id: 'spc', caption: words.say('change.chart'), alt, svg, width: 'half' };
}

function chartOf(
  { declaration, shown, change, before, redefined, words }: Quarters,
  alt: string,
): ControlChart {
  const { mean, lower, upper } = change.limits;
  const line = (y: number, key: string, dashed: boolean) => ({
    y,
    text: words.say(`change.${key}`, { value: writeLimit(y) }),
    dashed,
  });
  return {
    id: `${declaration.id}-spc`,
    alt,
    better: declaration.better,
    points: shown.map(({ numerator }) => numerator ?? 0),
    causes: change.causes,
    lines: [line(mean, 'mean', false), line(upper, 'limit', true), line(lower, 'limit', true)],
    ends: [nameOf(shown[0], words), nameOf(shown.at(-1), words)],
    variation: change.variation,
    newest: change.causes.at(-1) ?? null,
    open: false,
    parted: redefined ? { before, text: nameChange(redefined, words) } : null,
  };
}

function nameOf(cell: Disclosed | undefined, words: FigureWords): string {
  return cell ? nameWindowShort(cell.window, false, words) : '';
}

/** The quarters come straight after the years, before the groups. */
export function beforeHalves(charts: readonly Chart[], chart: Chart): Chart[] {
  const at = charts.findIndex(({ width }) => width === 'half');
  return at < 0 ? [...charts, chart] : charts.toSpliced(at, 0, chart);
}

function finding({ change, words }: Quarters): string {
  const newest = change.causes.at(-1);
  if (!newest) return words.say('change.said.common cause');
  return words.say(`change.said.${change.variation}`, {
    towards: words.say(`change.towards.${newest.towards}`),
    rule: words.say(`change.rule.${newest.rule}`),
  });
}

function altOf(subject: Quarters): string {
  const { declaration, shown, change, words } = subject;
  const [first, last] = [shown[0], shown.at(-1)];
  return words.say('change.alt', {
    title: declaration.title[words.language],
    first: nameOf(first, words),
    last: nameOf(last, words),
    limits: limitsSaid(subject),
    value: writeCount(last?.numerator ?? 0),
    sign: words.say(`change.sign.${change.variation}`),
    causes: [causesSaid(subject), ...redefinedSaid(subject)].join(' '),
  });
}

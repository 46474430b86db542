// The days between a measure's rare events → the part of its figure that shows them.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findQuarter } from '../domain/period.js';
import type { Declaration } from '../measures/declaration.js';
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { TimeBetweenEvents } from '../statistics/rare.js';
import type { Plotter } from './draw.js';
import type { Chart, Figure, FigureTable } from './figure.js';
import { writeCount } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { readShown, type ShownResult } from './results.js';
import { insertQuarterChart } from './spc.js';
import { buildControlChart, type ControlChart } from './spc-chart.js';
import type { FigureWords } from './words.js';
import { explainYearAndQuarter } from './year-and-quarter.js';

/** The result of charting days between events, or why there is no chart. `newest` sets the variation sign. */
export type RareEventOutcome =
  | { readonly change: TimeBetweenEvents; readonly newest: SpecialCause | null }
  | { readonly unsaid: 'too short' | 'hidden'; readonly wanted: number };

/** Days between events, in one language. The last value is the days since the last event: that interval is still open. */
interface RareEventSubject {
  readonly declaration: Declaration;
  readonly shown: readonly (ShownResult & DisclosedCell)[];
  readonly change: TimeBetweenEvents;
  readonly newest: SpecialCause | null;
  readonly words: FigureWords;
}

/** Adds the chart of days between events, its table and its finding to a figure; or a note of why there is no chart. */
export async function attachRareEventChart(
  figure: Figure,
  declaration: Declaration,
  daysBetween: readonly DisclosedCell[],
  outcome: RareEventOutcome,
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const shown = daysBetween.filter(
    (cell): cell is ShownResult & DisclosedCell => readShown(cell) !== null,
  );
  if ('unsaid' in outcome) {
    const facts = {
      wanted: writeCount(outcome.wanted),
      count: writeCount(Math.max(shown.length - 1, 0)),
    };
    const note = words.say(`change.rare.unsaid.${outcome.unsaid}`, facts);
    return { ...figure, notes: [...figure.notes, note] };
  }
  const subject = { declaration, shown, words, ...outcome };
  return {
    ...figure,
    sentence: [
      figure.sentence,
      describeFinding(subject),
      ...explainYearAndQuarter(figure.changeVerdict, outcome.newest, words),
    ].join(' '),
    charts: insertQuarterChart(figure.charts, await drawRareEventChart(subject, plotter)),
    tables: [...figure.tables, tabulateRareEvents(subject)],
  };
}

async function drawRareEventChart(subject: RareEventSubject, plotter: Plotter): Promise<Chart> {
  const { words } = subject;
  const alt = words.say('change.rare.alt', {
    title: subject.declaration.title[words.language],
    stretches: writeCount(subject.shown.length - 1),
    limits: describeDayLimits(subject),
    finding: describeFinding(subject),
  });
  const svg = await plotter.draw(buildControlChart(chartRareEvents(subject, alt), words, plotter));
  return { id: 'rare', caption: words.say('change.rare.chart'), alt, svg, width: 'half' };
}

function chartRareEvents(
  { declaration, shown, change, newest, words }: RareEventSubject,
  alt: string,
): ControlChart {
  const line = (y: number, key: string, dashed: boolean) => ({
    y,
    text: words.say(`change.${key}`, { value: writeDays(y) }),
    dashed,
    from: 0,
    to: shown.length,
  });
  const nameEnd = (cell: DisclosedCell | undefined): string =>
    cell ? nameWindowShort(cell.window, false, words) : '';
  return {
    id: `${declaration.id}-rare`,
    alt,
    better: declaration.better,
    points: shown.map(({ numerator }) => numerator ?? 0),
    causes: change.causes,
    lines: [line(change.median, 'rare.median', false), line(change.upper, 'limit', true)],
    endLabels: [nameEnd(shown[0]), nameEnd(shown.at(-1))],
    variation: change.variation,
    newest,
    isLastOpen: true,
    definitionChange: null,
  };
}

function describeFinding({ shown, change, newest, words }: RareEventSubject): string {
  const days = writeCount(shown.at(-1)?.numerator ?? 0);
  if (!newest) return words.say('change.rare.said.common cause', { days });
  return words.say(`change.rare.said.${change.variation}`, {
    days,
    towards: words.say(`change.rare.towards.${newest.towards}`),
    rule: words.say(`change.rare.rule.${newest.rule}`),
  });
}

/** One row a year, with its completed intervals in order. No exact day is printed. */
function tabulateRareEvents(subject: RareEventSubject): FigureTable {
  const { declaration, shown, words } = subject;
  const completed = shown.slice(0, -1);
  const years = [...new Set(completed.map(financialYear))];
  return {
    id: 'rare',
    caption: words.say('change.rare.caption', { title: declaration.title[words.language] }),
    columns: [
      { label: words.say('change.head'), numeric: false },
      { label: words.say('change.rare.head'), numeric: false },
    ],
    rows: years.map((year) => ({
      label: year,
      cells: [
        completed
          .filter((cell) => financialYear(cell) === year)
          .map(({ numerator }) => writeCount(numerator ?? 0))
          .join(', '),
      ],
    })),
    note: describeDayLimits(subject),
  };
}

function describeDayLimits({ shown, change, words }: RareEventSubject): string {
  return words.say(change.trial ? 'change.rare.limits_trial' : 'change.rare.limits', {
    median: writeDays(change.median),
    upper: writeDays(change.upper),
    days: writeCount(shown.at(-1)?.numerator ?? 0),
  });
}

/** A limit in whole days: the first whole day at or past it. */
function writeDays(days: number): string {
  return writeCount(Math.ceil(days));
}

function financialYear({ window }: DisclosedCell): string {
  const [year = ''] = findQuarter(window.ends).label.split(' ');
  return year;
}

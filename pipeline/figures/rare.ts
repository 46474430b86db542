// The days between a measure's rare events → the part of its figure that shows them.
import type { Disclosed } from '../disclosure/disclosed.js';
import { quarterOf } from '../domain/period.js';
import type { Declaration } from '../measures/declaration.js';
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { TimeBetween } from '../statistics/rare.js';
import type { Drawing } from './draw.js';
import type { Chart, Figure, Table } from './figure.js';
import { writeCount } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { known, type Known } from './results.js';
import { beforeHalves } from './spc.js';
import { controlChart, type ControlChart } from './spc-chart.js';
import type { FigureWords } from './words.js';

/** What the days between come to; `newest` sets the sign. */
export type Between =
  | { readonly change: TimeBetween; readonly newest: SpecialCause | null }
  | { readonly unsaid: 'too short' | 'hidden'; readonly wanted: number };

/** The days between, in one language: whole stretches, then the days since the last event. */
interface Stretches {
  readonly declaration: Declaration;
  readonly shown: readonly (Known & Disclosed)[];
  readonly change: TimeBetween;
  readonly newest: SpecialCause | null;
  readonly words: FigureWords;
}

/** Adds to a figure the chart of the days between events, their table and what they say; or a note of why there is none. */
export async function withDaysBetween(
  figure: Figure,
  declaration: Declaration,
  stretches: readonly Disclosed[],
  between: Between,
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const shown = stretches.filter((cell): cell is Known & Disclosed => known(cell) !== null);
  if ('unsaid' in between) {
    const facts = {
      wanted: writeCount(between.wanted),
      count: writeCount(Math.max(shown.length - 1, 0)),
    };
    const why = words.say(`change.rare.unsaid.${between.unsaid}`, facts);
    return { ...figure, notes: [...figure.notes, why] };
  }
  const subject = { declaration, shown, words, ...between };
  return {
    ...figure,
    sentence: `${figure.sentence} ${finding(subject)}`,
    charts: beforeHalves(figure.charts, await drawStretches(subject, drawing)),
    tables: [...figure.tables, tableOf(subject)],
  };
}

async function drawStretches(subject: Stretches, drawing: Drawing): Promise<Chart> {
  const { words } = subject;
  const alt = words.say('change.rare.alt', {
    title: subject.declaration.title[words.language],
    stretches: writeCount(subject.shown.length - 1),
    limits: limitsSaid(subject),
    finding: finding(subject),
  });
  const svg = await drawing.draw(controlChart(chartOf(subject, alt), words, drawing));
  return { id: 'rare', caption: words.say('change.rare.chart'), alt, svg, width: 'half' };
}

function chartOf(
  { declaration, shown, change, newest, words }: Stretches,
  alt: string,
): ControlChart {
  const line = (y: number, key: string, dashed: boolean) => ({
    y,
    text: words.say(`change.${key}`, { value: writeDays(y) }),
    dashed,
  });
  const name = (cell: Disclosed | undefined): string =>
    cell ? nameWindowShort(cell.window, false, words) : '';
  return {
    id: `${declaration.id}-rare`,
    alt,
    better: declaration.better,
    points: shown.map(({ numerator }) => numerator ?? 0),
    causes: change.causes,
    lines: [line(change.median, 'rare.median', false), line(change.upper, 'limit', true)],
    ends: [name(shown[0]), name(shown.at(-1))],
    variation: change.variation,
    newest,
    open: true,
    parted: null,
  };
}

function finding({ shown, change, newest, words }: Stretches): string {
  const days = writeCount(shown.at(-1)?.numerator ?? 0);
  if (!newest) return words.say('change.rare.said.common cause', { days });
  return words.say(`change.rare.said.${change.variation}`, {
    days,
    towards: words.say(`change.rare.towards.${newest.towards}`),
    rule: words.say(`change.rare.rule.${newest.rule}`),
  });
}

/** A year to a row, each with its stretches in order: no exact day is printed. */
function tableOf(subject: Stretches): Table {
  const { declaration, shown, words } = subject;
  const whole = shown.slice(0, -1);
  const years = [...new Set(whole.map(yearOf))];
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
        whole
          .filter((cell) => yearOf(cell) === year)
          .map(({ numerator }) => writeCount(numerator ?? 0))
          .join(', '),
      ],
    })),
    note: limitsSaid(subject),
  };
}

function limitsSaid({ shown, change, words }: Stretches): string {
  return words.say(change.trial ? 'change.rare.limits_trial' : 'change.rare.limits', {
    median: writeDays(change.median),
    upper: writeDays(change.upper),
    days: writeCount(shown.at(-1)?.numerator ?? 0),
  });
}

/** A limit in whole days: the first that is past it. */
function writeDays(days: number): string {
  return writeCount(Math.ceil(days));
}

function yearOf({ window }: Disclosed): string {
  const [year = ''] = quarterOf(window.ends).label.split(' ');
  return year;
}

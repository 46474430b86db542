// A family's published figures and our own → the part of a figure that shows where each stands in a funnel.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import type { FamilyFunnel, FunnelPosition } from '../statistics/funnel-family.js';
import type { ChartRequest, Plotter, Mark } from './draw.js';
import type { Figure, FigureTable } from './figure.js';
import { drawLabel, chooseTicks, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { nameWindow } from './periods.js';
import type { ShownResult } from './results.js';
import { insertQuarterChart } from './spc.js';
import { buildSubject, writeValue, type Subject } from './subject.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** Our own figure first, then those of the family for the same window. */
export interface Family {
  readonly areas: readonly (ShownResult & DisclosedCell)[];
  readonly funnel: FamilyFunnel;
  /** Converts a share to the measure's unit. */
  readonly multiplier: number;
}

const HEIGHT = 76;
const TOP = 20;
const BOTTOM = 26;
const LEFT = 34;
const RIGHT = 8;
/** Number of sizes at which each limit is calculated. */
const CURVE_POINTS = 48;

/** Adds the funnel plot of the family to a figure, with each area's position and the finding for ours. */
export async function attachFunnel(
  figure: Figure,
  declaration: Declaration,
  family: Family,
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const subject = buildSubject(declaration, family.areas, words);
  const [ours] = family.funnel.positions;
  const statement = words.say(`change.funnel.said.${chooseStandingKey(ours)}`);
  const title = declaration.title[words.language];
  const areas = writeCount(family.areas.length);
  const alt = words.say('change.funnel.alt', { title, areas, finding: statement });
  const svg = await plotter.draw(chartFunnel(family, subject, alt, plotter));
  const caption = words.say('change.funnel.chart');
  return {
    ...figure,
    sentence: `${figure.sentence} ${statement}`,
    charts: insertQuarterChart(figure.charts, { id: 'funnel', caption, alt, svg, width: 'half' }),
    tables: [...figure.tables, tabulateFunnel(family, subject)],
  };
}

function chooseStandingKey(standing: FunnelPosition | undefined): string {
  if (!standing || standing.reach === 'within') return 'within';
  return `${standing.reach}.${standing.towards}`;
}

function tabulateFunnel({ areas, funnel }: Family, subject: Subject): FigureTable {
  const { words, declaration, unit } = subject;
  const [ours] = areas;
  const window = ours ? nameWindow(ours.window, false, words) : '';
  return {
    id: 'funnel',
    caption: words.say('change.funnel.caption', {
      title: declaration.title[words.language],
      window,
    }),
    columns: [
      { label: words.say('change.funnel.area'), numeric: false },
      { label: words.say(`head.${unit}`), numeric: true },
      { label: words.say('change.funnel.stands'), numeric: false },
    ],
    rows: areas.map((cell, index) => ({
      label: index === 0 ? words.service : words.area(cell.areaName),
      cells: [
        writeValue(cell, subject),
        words.say(`change.funnel.standing.${chooseStandingKey(funnel.positions[index])}`),
      ],
    })),
    note: words.say(funnel.widened ? 'change.funnel.widened' : 'change.funnel.chance'),
  };
}

function chartFunnel(
  { areas, funnel, multiplier }: Family,
  subject: Subject,
  alt: string,
  { theme }: Plotter,
): ChartRequest {
  const { declaration, unit } = subject;
  const width = theme.sizes.chartBeside - LEFT - RIGHT;
  const sizes = areas.map(({ denominator }) => denominator ?? 0);
  const widest = Math.max(...sizes) * 1.06;
  const highest = Math.max(
    ...areas.map(({ value }) => value ?? 0),
    funnel.computeLimits(Math.min(...sizes))[1].upper * multiplier,
  );
  const share = unit === 'proportion';
  const top = share ? Math.min(highest * 1.08, 1.02) : highest * 1.08;
  return {
    id: `${declaration.id}-funnel`,
    shape: 'funnel',
    alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
      xDomain: [0, widest],
      xTicks: chooseTicks(widest, 2, 1).ticks,
      yDomain: [0, top],
      yTicks: chooseTicks(top, 3).ticks,
      yFormat: share ? '.0%' : ',~r',
    },
    marks: {
      curves: markCurves(funnel, multiplier, Math.min(...sizes), widest),
      areas: markAreas(areas, funnel, theme.colours),
      labels: labelFrame(width, subject, theme).map(drawLabel),
    },
  };
}

function labelFrame(width: number, { words, unit }: Subject, theme: Theme): Label[] {
  const style = { colour: theme.colours.muted, size: theme.sizes.chartSmall };
  return [
    { ...style, px: -LEFT + 6, py: -TOP + 6, text: words.say(`axis.${unit}`) },
    { ...style, px: width, py: HEIGHT + 19, text: words.say('change.funnel.size'), align: 'right' },
  ];
}

function markCurves(
  funnel: FamilyFunnel,
  multiplier: number,
  least: number,
  widest: number,
): Mark[] {
  return Array.from({ length: CURVE_POINTS + 1 }, (_, step) => {
    const size = least + ((widest - least) * step) / CURVE_POINTS;
    const [warn, act] = funnel.computeLimits(size);
    const buildMark = (curve: string, y: number, dash: number[], width: number) =>
      ({ size, curve, y: y * multiplier, dash, width }) as unknown as Mark;
    return [
      buildMark('target', funnel.target, [1, 0], 0.6),
      buildMark('warn-lower', warn.lower, [3, 2], 0.8),
      buildMark('warn-upper', warn.upper, [3, 2], 0.8),
      buildMark('act-lower', act.lower, [1, 0], 1),
      buildMark('act-upper', act.upper, [1, 0], 1),
    ];
  }).flat();
}

/** Our mark is filled and large, the others are small; a diamond is beyond the outer limit. Ours is drawn last, on top. */
function markAreas(
  areas: Family['areas'],
  { positions: standings }: FamilyFunnel,
  colours: Theme['colours'],
): Mark[] {
  const marks = areas.map(({ denominator, value }, index) => ({
    size: denominator,
    y: value,
    shape: standings[index]?.reach === 'beyond 99.8%' ? 'diamond' : 'circle',
    mark: index === 0 ? 60 : 18,
    colour: index === 0 ? colours.accent : colours.muted,
  }));
  return marks.toReversed();
}

// A family's published figures and our own → the part of a figure that shows where each stands in a funnel.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import type { FamilyFunnel, Standing } from '../statistics/funnel-family.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import type { Figure, Table } from './figure.js';
import { labelMark, ticksTo, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { nameWindow } from './periods.js';
import type { Known } from './results.js';
import { beforeHalves } from './spc.js';
import { subjectOf, writeValue, type Subject } from './subject.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** Our own figure first, then the family's of the same window. */
export interface Family {
  readonly areas: readonly (Known & Disclosed)[];
  readonly funnel: FamilyFunnel;
  /** What a share is multiplied by to be in the measure's unit. */
  readonly per: number;
}

const HEIGHT = 84;
const TOP = 20;
const BOTTOM = 26;
const LEFT = 34;
const RIGHT = 8;
/** Sizes at which a curve is worked out. */
const STEPS = 48;

/** Adds to a figure the funnel of its family, where each area stands, and what that means for ours. */
export async function withFunnel(
  figure: Figure,
  declaration: Declaration,
  family: Family,
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const subject = subjectOf(declaration, family.areas, words);
  const [ours] = family.funnel.standings;
  const said = words.say(`change.funnel.said.${keyOf(ours)}`);
  const title = declaration.title[words.language];
  const areas = writeCount(family.areas.length);
  const alt = words.say('change.funnel.alt', { title, areas, finding: said });
  const svg = await drawing.draw(chartOf(family, subject, alt, drawing));
  const caption = words.say('change.funnel.chart');
  return {
    ...figure,
    sentence: `${figure.sentence} ${said}`,
    charts: beforeHalves(figure.charts, { id: 'funnel', caption, alt, svg, width: 'half' }),
    tables: [...figure.tables, tableOf(family, subject)],
  };
}

function keyOf(standing: Standing | undefined): string {
  if (!standing || standing.reach === 'within') return 'within';
  return `${standing.reach}.${standing.towards}`;
}

function tableOf({ areas, funnel }: Family, subject: Subject): Table {
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
    rows: areas.map((cell, at) => ({
      label: at === 0 ? words.service : words.area(cell.areaName),
      cells: [
        writeValue(cell, subject),
        words.say(`change.funnel.standing.${keyOf(funnel.standings[at])}`),
      ],
    })),
    note: words.say(funnel.widened ? 'change.funnel.widened' : 'change.funnel.chance'),
  };
}

function chartOf(
  { areas, funnel, per }: Family,
  subject: Subject,
  alt: string,
  { theme }: Drawing,
): ChartRequest {
  const { declaration, unit } = subject;
  const width = theme.sizes.chartBeside - LEFT - RIGHT;
  const sizes = areas.map(({ denominator }) => denominator ?? 0);
  const widest = Math.max(...sizes) * 1.06;
  const most = Math.max(
    ...areas.map(({ value }) => value ?? 0),
    funnel.limitsAt(Math.min(...sizes))[1].upper * per,
  );
  const share = unit === 'proportion';
  const top = share ? Math.min(most * 1.08, 1.02) : most * 1.08;
  return {
    id: `${declaration.id}-funnel`,
    shape: 'funnel',
    alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
      xDomain: [0, widest],
      xTicks: ticksTo(widest, 2, 1).ticks,
      yDomain: [0, top],
      yTicks: ticksTo(top, 3).ticks,
      yFormat: share ? '.0%' : ',~r',
    },
    marks: {
      curves: curveMarks(funnel, per, Math.min(...sizes), widest),
      areas: areaMarks(areas, funnel, theme.colours),
      labels: frameLabels(width, subject, theme).map(labelMark),
    },
  };
}

function frameLabels(width: number, { words, unit }: Subject, theme: Theme): Label[] {
  const at = { colour: theme.colours.muted, size: theme.sizes.chartSmall };
  return [
    { ...at, px: -LEFT + 6, py: -TOP + 6, text: words.say(`axis.${unit}`) },
    { ...at, px: width, py: HEIGHT + 19, text: words.say('change.funnel.size'), align: 'right' },
  ];
}

function curveMarks(funnel: FamilyFunnel, per: number, least: number, widest: number): Mark[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const size = least + ((widest - least) * step) / STEPS;
    const [warn, act] = funnel.limitsAt(size);
    const mark = (curve: string, y: number, dash: number[], width: number) =>
      ({ size, curve, y: y * per, dash, width }) as unknown as Mark;
    return [
      mark('target', funnel.target, [1, 0], 0.6),
      mark('warn-lower', warn.lower, [3, 2], 0.8),
      mark('warn-upper', warn.upper, [3, 2], 0.8),
      mark('act-lower', act.lower, [1, 0], 1),
      mark('act-upper', act.upper, [1, 0], 1),
    ];
  }).flat();
}

/** Ours filled and large; another's small, and a diamond where it is beyond the outer limit. */
function areaMarks(
  areas: Family['areas'],
  { standings }: FamilyFunnel,
  colours: Theme['colours'],
): Mark[] {
  const marks = areas.map(({ denominator, value }, at) => ({
    size: denominator,
    y: value,
    shape: standings[at]?.reach === 'beyond 99.8%' ? 'diamond' : 'circle',
    mark: at === 0 ? 60 : 18,
    colour: at === 0 ? colours.accent : colours.muted,
  }));
  return marks.toReversed();
}

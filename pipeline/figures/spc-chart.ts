// Quarters one by one → the marks of an XmR chart: mean, limits, points by special cause, and the variation sign.
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { labelMark, ticksTo, type Label } from './layout.js';
import { nameWindowShort } from './periods.js';
import type { Quarters } from './spc.js';
import { writeLimit } from './spc-table.js';
import type { Theme } from './theme.js';

const HEIGHT = 74;
const TOP = 26;
const BOTTOM = 16;
const LEFT = 24;
const RIGHT = 48;

/** The request for a chart of quarters, half a column wide. */
export function spcChart(subject: Quarters, drawing: Drawing, alt: string): ChartRequest {
  const { shown, change, declaration } = subject;
  const width = drawing.theme.sizes.chartBeside - LEFT - RIGHT;
  const most = Math.max(change.limits.upper, ...shown.map(({ numerator }) => numerator ?? 0), 1);
  const top = most * 1.08;
  return {
    id: `${declaration.id}-spc`,
    shape: 'spc',
    alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
      xDomain: [-0.5, shown.length - 0.5],
      yDomain: [0, top],
      yTicks: ticksTo(top, 3, 1).ticks,
    },
    marks: {
      limits: limitMarks(subject, drawing.theme),
      points: pointMarks(subject, drawing.theme),
      keys: [{ px: -LEFT + 9, py: -TOP + 10, colour: signColour(subject, drawing.theme) }],
      labels: [
        ...signLabels(subject, drawing),
        ...limitLabels(subject, { width, top }, drawing),
        ...timeLabels(subject, width, drawing),
      ].map(labelMark),
    },
  };
}

/** A lower limit at or below nought is not drawn: no count can be lower. */
function limitMarks({ change: { limits }, shown }: Quarters, { colours }: Theme): Mark[] {
  const ends = { from: -0.5, to: shown.length - 0.5 };
  const line = (y: number, dash: number[], colour: string, width: number): Mark =>
    ({ ...ends, y, dash, colour, width }) as unknown as Mark;
  return [
    line(0, [1, 0], colours.ink, 0.8),
    line(limits.mean, [1, 0], colours.ink, 0.6),
    line(limits.upper, [3, 2], colours.muted, 0.8),
    ...(limits.lower > 0 ? [line(limits.lower, [3, 2], colours.muted, 0.8)] : []),
  ];
}

function pointMarks(subject: Quarters, theme: Theme): Mark[] {
  return subject.shown.map(({ numerator }, x) => {
    const cause = subject.change.causes[x] ?? null;
    return { x, value: numerator, stretch: 0, ...look(cause, subject, theme) };
  });
}

/** Shape as well as colour says which way, so that grey print keeps special causes apart. */
function look(cause: SpecialCause | null, { declaration }: Quarters, { colours }: Theme) {
  if (cause === null) return { shape: 'circle', size: 12, colour: colours.muted };
  const shape = cause.towards === 'high' ? 'triangle-up' : 'triangle-down';
  return { shape, size: 30, colour: causeColour(cause, declaration.better, colours) };
}

function causeColour(
  { towards }: SpecialCause,
  better: Quarters['declaration']['better'],
  colours: Theme['colours'],
): string {
  if (better === 'neither') return colours.ink;
  return (towards === 'high') === (better === 'higher') ? colours.accent : colours.previous;
}

function signColour({ change, declaration }: Quarters, { colours }: Theme): string {
  const newest = change.causes.at(-1);
  return newest ? causeColour(newest, declaration.better, colours) : colours.muted;
}

function signLabels(subject: Quarters, { theme }: Drawing): Label[] {
  const { change, words } = subject;
  const { chartSmall: size } = theme.sizes;
  const colour = signColour(subject, theme);
  const letter = words.say(`change.letter.${change.causes.at(-1)?.towards ?? 'none'}`);
  const at = { py: -TOP + 10, colour, size };
  return [
    { ...at, px: -LEFT + 9, text: letter, align: 'center', weight: 700 },
    { ...at, px: -LEFT + 21, text: words.say(`change.sign.${change.variation}`) },
  ];
}

function limitLabels(
  { change: { limits }, words }: Quarters,
  { width, top }: { width: number; top: number },
  { theme }: Drawing,
): Label[] {
  const at = (y: number, key: string): Label => ({
    px: width + 4,
    py: HEIGHT * (1 - y / top),
    text: words.say(`change.${key}`, { value: writeLimit(y) }),
    colour: theme.colours.muted,
    size: theme.sizes.chartSmall,
  });
  return [
    at(limits.upper, 'limit'),
    at(limits.mean, 'mean'),
    ...(limits.lower > 0 ? [at(limits.lower, 'limit')] : []),
  ];
}

function timeLabels({ shown, words }: Quarters, width: number, { theme }: Drawing): Label[] {
  const ends = [shown[0], shown.at(-1)] as const;
  return ends.flatMap((cell, last): Label[] => {
    if (!cell) return [];
    const text = nameWindowShort(cell.window, false, words);
    const align = last ? 'right' : 'left';
    const px = last ? width : 0;
    const { colours, sizes } = theme;
    return [
      {
        px,
        py: HEIGHT + 5,
        text,
        colour: colours.muted,
        align,
        baseline: 'top',
        size: sizes.chartSmall,
      },
    ];
  });
}

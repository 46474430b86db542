// A disclosed curve → the marks of its chart: steps with their interval, or the ages alone, and how many were at risk.
import type { CurvePoint } from '../domain/curve.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { labelMark, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { writeWeeks, type Followed } from './survival-words.js';

const HEIGHT = 90;
const TOP = 20;
const BOTTOM = 30;
const LEFT = 56;
const RIGHT = 12;
/** A year and a day of room. */
const DAYS = 366;
const WEEKS_AT = [0, 91, 182, 273, 364];

/** The request for a curve: days across, the share it has not happened to up, from nought to all. */
export function survivalChart(subject: Followed, drawing: Drawing, alt: string): ChartRequest {
  const { declaration, curve } = subject;
  const width = drawing.theme.sizes.chartBeside - LEFT - RIGHT;
  const start = { day: 0, value: 1, lower: 1, upper: 1 };
  const steps = curve.daily ? [start, ...curve.steps.map(markOf)] : [];
  return {
    id: `${declaration.id}-survival`,
    shape: 'survival',
    alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
      xDomain: [0, DAYS],
      yDomain: [0, 1],
      yTicks: [0, 0.25, 0.5, 0.75, 1],
    },
    marks: {
      steps,
      ages: curve.daily ? [] : [start, ...curve.ages.map(markOf)],
      base: [{ from: 0, to: DAYS, y: 0 }],
      labels: [...frameLabels(subject, drawing), ...riskLabels(subject, width, drawing)].map(
        labelMark,
      ),
    },
  };
}

/** A point without an interval has one of no width: none can be told where it happened to nobody yet, or to all. */
function markOf({ day, value, lower, upper }: CurvePoint): Mark {
  const at = value ?? 0;
  return { day, value: at, lower: lower ?? at, upper: upper ?? at };
}

function frameLabels({ words }: Followed, { theme }: Drawing): Label[] {
  const look = { colour: theme.colours.muted, size: theme.sizes.chartSmall };
  const row = (key: string, py: number): Label => ({
    ...look,
    px: -LEFT + 2,
    py,
    text: words.say(`change.following.axis.${key}`),
    baseline: 'top',
  });
  return [
    { ...look, px: -LEFT + 2, py: -TOP + 6, text: words.say('change.following.axis.share') },
    row('weeks', HEIGHT + 6),
    row('at_risk', HEIGHT + 17),
  ];
}

/** Under each age its weeks, and how many were at risk, where that may be told. */
function riskLabels({ curve }: Followed, width: number, { theme }: Drawing): Label[] {
  const size = theme.sizes.chartSmall;
  const start = { day: 0, atRisk: curve.children };
  return WEEKS_AT.flatMap((day) => {
    const told = [start, ...curve.ages].find((age) => age.day === day);
    const at = { px: (day / DAYS) * width, align: 'center', baseline: 'top', size } as const;
    return [
      { ...at, py: HEIGHT + 6, text: writeWeeks(day), colour: theme.colours.muted },
      ...(told
        ? [{ ...at, py: HEIGHT + 17, text: writeCount(told.atRisk), colour: theme.colours.ink }]
        : []),
    ];
  });
}

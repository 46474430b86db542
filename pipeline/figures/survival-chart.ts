// A disclosed survival curve → its chart: steps with intervals, or points at fixed ages, and the numbers at risk.
import type { CurvePoint } from '../domain/curve.js';
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { drawLabel, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { writeWeeks, type SurvivalSubject } from './survival-words.js';

const HEIGHT = 76;
const TOP = 20;
const BOTTOM = 30;
const LEFT = 56;
const RIGHT = 12;
/** A year and a day. */
const DAYS = 366;
const LABELLED_DAYS = [0, 91, 182, 273, 364];

/** The request for a survival curve: days across, and up, the share without the event, from 0 to 1. */
export function chartSurvival(
  subject: SurvivalSubject,
  plotter: Plotter,
  alt: string,
): ChartRequest {
  const { declaration, curve } = subject;
  const width = plotter.theme.sizes.chartBeside - LEFT - RIGHT;
  const start = { day: 0, value: 1, lower: 1, upper: 1 };
  const steps = curve.daily ? [start, ...curve.steps.map(markPoint)] : [];
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
      ages: curve.daily ? [] : [start, ...curve.ages.map(markPoint)],
      base: [{ from: 0, to: DAYS, y: 0 }],
      labels: [...labelFrame(subject, plotter), ...labelAtRisk(subject, width, plotter)].map(
        drawLabel,
      ),
    },
  };
}

/** A point without an interval gets one of zero width: none can be calculated if nobody, or everybody, had the event. */
function markPoint({ day, value, lower, upper }: CurvePoint): Mark {
  const share = value ?? 0;
  return { day, value: share, lower: lower ?? share, upper: upper ?? share };
}

function labelFrame({ words }: SurvivalSubject, { theme }: Plotter): Label[] {
  const style = { colour: theme.colours.muted, size: theme.sizes.chartSmall };
  const labelRow = (key: string, py: number): Label => ({
    ...style,
    px: -LEFT + 2,
    py,
    text: words.say(`change.following.axis.${key}`),
    baseline: 'top',
  });
  return [
    { ...style, px: -LEFT + 2, py: -TOP + 6, text: words.say('change.following.axis.share') },
    labelRow('weeks', HEIGHT + 6),
    labelRow('at_risk', HEIGHT + 17),
  ];
}

/** Under each age, its weeks, and the number at risk if it may be shown. */
function labelAtRisk({ curve }: SurvivalSubject, width: number, { theme }: Plotter): Label[] {
  const size = theme.sizes.chartSmall;
  const start = { day: 0, atRisk: curve.children };
  return LABELLED_DAYS.flatMap((day) => {
    const point = [start, ...curve.ages].find((age) => age.day === day);
    const style = { px: (day / DAYS) * width, align: 'center', baseline: 'top', size } as const;
    return [
      { ...style, py: HEIGHT + 6, text: writeWeeks(day), colour: theme.colours.muted },
      ...(point
        ? [{ ...style, py: HEIGHT + 17, text: writeCount(point.atRisk), colour: theme.colours.ink }]
        : []),
    ];
  });
}

// Relative rates → points and exact intervals on a log axis, around the line of equal rates.
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { placeRows, type GroupRow, type GroupRows } from './group-rows.js';
import { drawLabel, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { selectComparedGroups, REFERENCE_GROUP } from './relative-groups.js';
import { readShown, readValue, type Group, type ShownResult } from './results.js';
import { writeInterval, writeValue, type Subject } from './subject.js';

const PITCH = 30;
const LABEL_WIDTH = 128;
const NUMBER_WIDTH = 100;
const HEAD_HEIGHT = 30;
/** The symbol path of a short vertical bar. */
const UPRIGHT_BAR = 'M-0.1,-0.7h0.2v1.4h-0.2Z';
const AXIS_HEIGHT = 18;
const DOMAIN_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** The request for a chart of relative rates; null if no group's rate can be calculated. */
export function chartRelativeRates(
  subject: Subject,
  plotter: Plotter,
  alt: string,
): ChartRequest | null {
  const groups = selectComparedGroups(subject);
  if (!groups.some(({ now }) => readValue(now) !== null)) return null;
  const width = plotter.theme.sizes.chartWidth - LABEL_WIDTH - NUMBER_WIDTH;
  const layout = { pitch: PITCH, headings: false, labelWidth: LABEL_WIDTH };
  const set = placeRows(groups, layout, subject, plotter);
  const domain = chooseDomain(groups);
  const scaleX = (value: number): number =>
    (Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])) * width;
  return {
    id: `${subject.declaration.id}-relative-rate`,
    shape: 'relative_rate',
    alt,
    slots: {
      width,
      height: set.height,
      padding: { left: LABEL_WIDTH, right: NUMBER_WIDTH, top: HEAD_HEIGHT, bottom: AXIS_HEIGHT },
      xDomain: domain,
      xTicks: DOMAIN_STEPS.filter((step) => step >= domain[0] && step <= domain[1]),
      xFormat: '~g',
    },
    marks: {
      strips: set.rows.map(({ py }) => ({
        from: -LABEL_WIDTH,
        to: width + NUMBER_WIDTH,
        py: py + PITCH / 2,
      })),
      base: [{ x: 1, top: -8, bottom: set.height }],
      intervals: set.rows.flatMap((row) => markInterval(row, domain, plotter)),
      arrows: set.rows.flatMap((row) => markArrows(row, domain, plotter)),
      now: set.rows.flatMap((row) => markPoint(row, domain, plotter)),
      labels: buildLabels(set, scaleX(1), width, subject, plotter).map(drawLabel),
    },
  };
}

function buildLabels(
  set: GroupRows,
  parity: number,
  width: number,
  subject: Subject,
  plotter: Plotter,
): Label[] {
  return [
    ...set.labels.map((label) => ({ ...label, py: label.py - 5, weight: 600 })),
    ...set.rows.map((row) => labelBase(row, subject, plotter)),
    ...set.rows.map((row) => labelNumber(row, width, subject, plotter)),
    ...set.rows.flatMap((row) => labelMissing(row, parity, subject, plotter)),
    ...labelHeads(parity, width, subject, plotter),
  ];
}

function chooseDomain(groups: readonly Group[]): [number, number] {
  const cells = groups.map(({ now }) => readShown(now)).filter((cell) => cell !== null);
  const lowest = Math.min(0.5, ...cells.map((cell) => cell.lower ?? cell.value ?? 1));
  const highest = Math.max(2, ...cells.map((cell) => cell.upper ?? cell.value ?? 1));
  return [
    DOMAIN_STEPS.findLast((step) => step <= lowest) ?? 0.1,
    DOMAIN_STEPS.find((step) => step >= highest) ?? 50,
  ];
}

/** Whether the interval excludes parity: the point is then filled, otherwise open. */
function isClear(cell: ShownResult): boolean {
  return cell.lower !== null && cell.upper !== null && (cell.lower > 1 || cell.upper < 1);
}

function clamp(value: number, [lowest, highest]: readonly [number, number]): number {
  return Math.min(Math.max(value, lowest), highest);
}

function markInterval(
  { py, group }: GroupRow,
  domain: [number, number],
  { theme }: Plotter,
): Mark[] {
  const cell = readShown(group.now);
  if (!cell || cell.lower === null || cell.upper === null) return [];
  const { accent } = theme.colours;
  return [
    { py, lower: clamp(cell.lower, domain), upper: clamp(cell.upper, domain), colour: accent },
  ];
}

/** An arrow where the interval passes the edge of the axis, as its lower end does for a group with no children. */
function markArrows({ py, group }: GroupRow, domain: [number, number], { theme }: Plotter): Mark[] {
  const cell = readShown(group.now);
  if (!cell || cell.lower === null || cell.upper === null) return [];
  const { accent: colour } = theme.colours;
  return [
    ...(cell.lower < domain[0] ? [{ py, value: domain[0], shape: 'triangle-left', colour }] : []),
    ...(cell.upper > domain[1] ? [{ py, value: domain[1], shape: 'triangle-right', colour }] : []),
    ...(cell.value === 0 && cell.upper <= domain[1]
      ? [{ py, value: cell.upper, shape: UPRIGHT_BAR, colour }]
      : []),
  ];
}

function markPoint({ py, group }: GroupRow, domain: [number, number], { theme }: Plotter): Mark[] {
  const cell = readShown(group.now);
  if (!cell || cell.value === null || cell.value === 0) return [];
  const { accent, paper } = theme.colours;
  const value = clamp(cell.value, domain);
  return [
    { py, value, shape: 'circle', size: 58, colour: accent, fill: isClear(cell) ? accent : paper },
  ];
}

function labelBase({ py, group }: GroupRow, subject: Subject, { theme }: Plotter): Label {
  const cell = readShown(group.now);
  const key = !cell ? 'withheld' : cell.denominator === null ? 'no_base' : 'base';
  const text = subject.words.say(`relative.${key}`, {
    amount: subject.words.amount(subject.declaration.counts, cell?.numerator ?? 0),
    denominator: writeCount(cell?.denominator ?? 0),
    instead: writeValue(group.now, subject),
  });
  const size = theme.sizes.chartSmall;
  return { px: -LABEL_WIDTH, py: py + 6, text, colour: theme.colours.muted, size };
}

function labelNumber(
  { py, group }: GroupRow,
  width: number,
  subject: Subject,
  { theme }: Plotter,
): Label {
  const cell = readShown(group.now);
  const drawn = cell?.value !== null && cell !== null;
  const text = drawn
    ? subject.words.say(cell.value === 0 ? 'relative.zero' : 'relative.number', {
        value: writeValue(cell, subject),
        interval: writeInterval(cell, subject),
        upper: cell.upper === null ? '' : subject.write(cell.upper),
      })
    : '';
  const size = theme.sizes.chartSmall;
  return {
    px: width + NUMBER_WIDTH,
    py,
    text,
    align: 'right',
    weight: 500,
    colour: theme.colours.ink,
    size,
  };
}

function labelMissing(
  { py, group }: GroupRow,
  parity: number,
  subject: Subject,
  { theme }: Plotter,
): Label[] {
  if (readValue(group.now) !== null) return [];
  const status = group.now?.status ?? 'no data';
  const text = subject.words.say(`gap.${status === 'shown' ? 'not calculable' : status}`);
  const size = theme.sizes.chartSmall;
  return [{ px: parity + 8, py, text, colour: theme.colours.muted, size }];
}

function labelHeads(
  parity: number,
  width: number,
  { words }: Subject,
  { theme }: Plotter,
): Label[] {
  const size = theme.sizes.chartSmall;
  const reference = words.group('ethnicity', REFERENCE_GROUP);
  const head = { py: -HEAD_HEIGHT + 6, size, colour: theme.colours.muted };
  const { ink } = theme.colours;
  return [
    {
      ...head,
      px: parity,
      align: 'center',
      weight: 600,
      colour: ink,
      text: words.say('relative.parity', { reference }),
    },
    { ...head, py: -13, px: parity - 8, align: 'right', text: words.say('relative.less') },
    { ...head, py: -13, px: parity + 8, align: 'left', text: words.say('relative.more') },
    { ...head, px: width + NUMBER_WIDTH, align: 'right', text: words.say('relative.head') },
  ];
}

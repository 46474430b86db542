// Relative rates → points and exact intervals on a log axis about the line where rates are equal.
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { setRows, type GroupRow, type GroupRows } from './group-rows.js';
import { labelMark, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { comparedGroups, REFERENCE_GROUP } from './relative-groups.js';
import { known, valueOf, type Group, type Known } from './results.js';
import { writeInterval, writeValue, type Subject } from './subject.js';

const PITCH = 30;
const LABEL_WIDTH = 128;
const ROOM_FOR_NUMBER = 100;
const HEAD_HEIGHT = 30;
/** A short upright bar, as a symbol's path. */
const UPRIGHT = 'M-0.1,-0.7h0.2v1.4h-0.2Z';
const AXIS_HEIGHT = 18;
const DOMAIN_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** The request for relative rates, or null when no group has one that can be calculated. */
export function relativeChart(
  subject: Subject,
  drawing: Drawing,
  alt: string,
): ChartRequest | null {
  const groups = comparedGroups(subject);
  if (!groups.some(({ now }) => valueOf(now) !== null)) return null;
  const width = drawing.theme.sizes.chartWidth - LABEL_WIDTH - ROOM_FOR_NUMBER;
  const setting = { pitch: PITCH, headings: false, labelWidth: LABEL_WIDTH };
  const set = setRows(groups, setting, subject, drawing);
  const domain = domainOf(groups);
  const across = (value: number): number =>
    (Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])) * width;
  return {
    id: `${subject.declaration.id}-relative-rate`,
    shape: 'relative_rate',
    alt,
    slots: {
      width,
      height: set.height,
      padding: { left: LABEL_WIDTH, right: ROOM_FOR_NUMBER, top: HEAD_HEIGHT, bottom: AXIS_HEIGHT },
      xDomain: domain,
      xTicks: DOMAIN_STEPS.filter((step) => step >= domain[0] && step <= domain[1]),
      xFormat: '~g',
    },
    marks: {
      strips: set.rows.map(({ py }) => ({
        from: -LABEL_WIDTH,
        to: width + ROOM_FOR_NUMBER,
        py: py + PITCH / 2,
      })),
      base: [{ x: 1, top: -8, bottom: set.height }],
      intervals: set.rows.flatMap((row) => intervalMark(row, domain, drawing)),
      arrows: set.rows.flatMap((row) => arrowMarks(row, domain, drawing)),
      now: set.rows.flatMap((row) => pointMark(row, domain, drawing)),
      labels: labelsOf(set, across(1), width, subject, drawing).map(labelMark),
    },
  };
}

function labelsOf(
  set: GroupRows,
  parity: number,
  width: number,
  subject: Subject,
  drawing: Drawing,
): Label[] {
  return [
    ...set.labels.map((label) => ({ ...label, py: label.py - 5, weight: 600 })),
    ...set.rows.map((row) => baseLabel(row, subject, drawing)),
    ...set.rows.map((row) => numberLabel(row, width, subject, drawing)),
    ...set.rows.flatMap((row) => missingLabel(row, parity, subject, drawing)),
    ...headLabels(parity, width, subject, drawing),
  ];
}

function domainOf(groups: readonly Group[]): [number, number] {
  const cells = groups.map(({ now }) => known(now)).filter((cell) => cell !== null);
  const least = Math.min(0.5, ...cells.map((cell) => cell.lower ?? cell.value ?? 1));
  const most = Math.max(2, ...cells.map((cell) => cell.upper ?? cell.value ?? 1));
  return [
    DOMAIN_STEPS.findLast((step) => step <= least) ?? 0.1,
    DOMAIN_STEPS.find((step) => step >= most) ?? 50,
  ];
}

/** Clear of parity or not, which is what a filled and an open point tell apart. */
function isClear(cell: Known): boolean {
  return cell.lower !== null && cell.upper !== null && (cell.lower > 1 || cell.upper < 1);
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(Math.max(value, least), most);
}

function intervalMark(
  { py, group }: GroupRow,
  domain: [number, number],
  { theme }: Drawing,
): Mark[] {
  const cell = known(group.now);
  if (!cell || cell.lower === null || cell.upper === null) return [];
  const { accent } = theme.colours;
  return [
    { py, lower: within(cell.lower, domain), upper: within(cell.upper, domain), colour: accent },
  ];
}

/** An arrow where the interval goes on past the edge of the axis, as it does to nothing for a group with no child. */
function arrowMarks({ py, group }: GroupRow, domain: [number, number], { theme }: Drawing): Mark[] {
  const cell = known(group.now);
  if (!cell || cell.lower === null || cell.upper === null) return [];
  const { accent: colour } = theme.colours;
  return [
    ...(cell.lower < domain[0] ? [{ py, value: domain[0], shape: 'triangle-left', colour }] : []),
    ...(cell.upper > domain[1] ? [{ py, value: domain[1], shape: 'triangle-right', colour }] : []),
    ...(cell.value === 0 && cell.upper <= domain[1]
      ? [{ py, value: cell.upper, shape: UPRIGHT, colour }]
      : []),
  ];
}

function pointMark({ py, group }: GroupRow, domain: [number, number], { theme }: Drawing): Mark[] {
  const cell = known(group.now);
  if (!cell || cell.value === null || cell.value === 0) return [];
  const { accent, paper } = theme.colours;
  const value = within(cell.value, domain);
  return [
    { py, value, shape: 'circle', size: 58, colour: accent, fill: isClear(cell) ? accent : paper },
  ];
}

function baseLabel({ py, group }: GroupRow, subject: Subject, { theme }: Drawing): Label {
  const cell = known(group.now);
  const key = !cell ? 'withheld' : cell.denominator === null ? 'no_base' : 'base';
  const text = subject.words.say(`relative.${key}`, {
    amount: subject.words.amount(subject.declaration.counts, cell?.numerator ?? 0),
    denominator: writeCount(cell?.denominator ?? 0),
    instead: writeValue(group.now, subject),
  });
  const size = theme.sizes.chartSmall;
  return { px: -LABEL_WIDTH, py: py + 6, text, colour: theme.colours.muted, size };
}

function numberLabel(
  { py, group }: GroupRow,
  width: number,
  subject: Subject,
  { theme }: Drawing,
): Label {
  const cell = known(group.now);
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
    px: width + ROOM_FOR_NUMBER,
    py,
    text,
    align: 'right',
    weight: 500,
    colour: theme.colours.ink,
    size,
  };
}

function missingLabel(
  { py, group }: GroupRow,
  parity: number,
  subject: Subject,
  { theme }: Drawing,
): Label[] {
  if (valueOf(group.now) !== null) return [];
  const status = group.now?.status ?? 'no data';
  const text = subject.words.say(`gap.${status === 'shown' ? 'not calculable' : status}`);
  const size = theme.sizes.chartSmall;
  return [{ px: parity + 8, py, text, colour: theme.colours.muted, size }];
}

function headLabels(
  parity: number,
  width: number,
  { words }: Subject,
  { theme }: Drawing,
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
    { ...head, px: width + ROOM_FOR_NUMBER, align: 'right', text: words.say('relative.head') },
  ];
}

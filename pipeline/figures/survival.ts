// A disclosed curve of children followed → the part of its measure's figure that shows it.
import type { DisclosedCurve } from '../disclosure/curve.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { CurvePoint } from '../domain/curve.js';
import type { Declaration } from '../measures/declaration.js';
import type { Drawing } from './draw.js';
import type { Chart, Figure } from './figure.js';
import { writeShare, writeWeeks, type Followed } from './survival-words.js';
import { writeCount, writeNumber } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { survivalChart } from './survival-chart.js';
import { besideTable, survivalTable } from './survival-table.js';
import type { FigureWords } from './words.js';

/**
 * Adds to a figure the curve, its table and what they say, or a note of why there is none. `own` is the measure's own
 * headline and `others` the figures that stand beside it by another rule: they are listed together, never tested.
 */
export async function withCurve(
  figure: Figure,
  declaration: Declaration,
  curve: DisclosedCurve | null,
  others: { own: readonly Disclosed[]; beside: readonly Disclosed[]; name: string | null },
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const listed = besideTable(declaration, others, words);
  const tables = listed ? [listed] : [];
  if (curve?.status !== 'shown') {
    const why = words.say(`change.following.unsaid.${curve ? 'hidden' : 'none'}`);
    return { ...figure, tables: [...figure.tables, ...tables], notes: [...figure.notes, why] };
  }
  const subject: Followed = { declaration, curve, words };
  return {
    ...figure,
    title: titleOf(subject),
    sentence: `${figure.sentence} ${rateSaid(subject)}`.trimEnd(),
    notes: [...figure.notes, words.say('change.following.reading'), ...coarseNotes(subject)],
    charts: [...figure.charts, await drawCurve(subject, drawing)],
    tables: [...figure.tables, survivalTable(subject), ...tables],
  };
}

async function drawCurve(subject: Followed, drawing: Drawing): Promise<Chart> {
  const alt = altOf(subject);
  const svg = await drawing.draw(survivalChart(subject, drawing, alt));
  const caption = subject.words.say('change.following.chart');
  return { id: 'survival', caption, alt, svg, width: 'half' };
}

/** An age that fewer than this were followed to is not the finding; this project's own rule. */
const FIRM_FROM = 10;

/** The oldest age that ten children or more were followed to, else the youngest; null where none can be told. */
function toldAge({ curve: { ages } }: Followed): CurvePoint | null {
  return ages.findLast(({ atRisk }) => atRisk >= FIRM_FROM) ?? ages[0] ?? null;
}

function titleOf(subject: Followed): string {
  const { declaration, words } = subject;
  const age = toldAge(subject);
  if (age) return words.say('change.following.title', factsOf(age));
  return words.say('title.bare', { title: declaration.title[words.language] });
}

function factsOf(age: CurvePoint): { share: string; weeks: string } {
  return { share: writeShare(age.value), weeks: writeWeeks(age.day) };
}

function rateSaid({ curve, words }: Followed): string {
  const { value, lower, upper } = curve.rate;
  if (value === null || lower === null || upper === null) return '';
  return words.say('change.following.rate', {
    years: writeRate(curve.daysAtRisk / 365.25),
    rate: writeRate(value),
    interval: `${writeRate(lower)}–${writeRate(upper)}`,
  });
}

function coarseNotes({ curve, words }: Followed): string[] {
  return curve.daily ? [] : [words.say('change.following.coarse')];
}

function altOf(subject: Followed): string {
  const { declaration, curve, words } = subject;
  const ages = curve.ages.map((age) =>
    words.say('change.following.age', { ...factsOf(age), at_risk: writeCount(age.atRisk) }),
  );
  return words.say('change.following.alt', {
    title: declaration.title[words.language],
    children: words.amount('children', curve.children),
    window: nameWindowShort(curve.window, false, words),
    ages: ages.join(', '),
  });
}

function writeRate(rate: number): string {
  return writeNumber(rate, { decimals: 1, percent: false });
}

// A disclosed survival curve → its chart, table and finding in the measure's figure.
import type { DisclosedCurve } from '../disclosure/curve.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { CurvePoint } from '../domain/curve.js';
import type { Declaration } from '../measures/declaration.js';
import type { Plotter } from './draw.js';
import type { Chart, Figure } from './figure.js';
import { writeWholePercent, writeWeeks, type SurvivalSubject } from './survival-words.js';
import { writeCount, writeNumber } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { chartSurvival } from './survival-chart.js';
import { tabulateCompanions, tabulateAges } from './survival-table.js';
import type { FigureWords } from './words.js';

/**
 * Adds the survival curve, its table and its finding to a figure, or a note of why there is none. `others.own` is the
 * measure's own headline and `others.beside` the figures counted by another rule: listed together, never tested.
 */
export async function attachSurvivalCurve(
  figure: Figure,
  declaration: Declaration,
  curve: DisclosedCurve | null,
  others: { own: readonly DisclosedCell[]; beside: readonly DisclosedCell[]; name: string | null },
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const companions = tabulateCompanions(declaration, others, words);
  const tables = companions ? [companions] : [];
  if (curve?.status !== 'shown') {
    const note = words.say(`change.following.unsaid.${curve ? 'hidden' : 'none'}`);
    return { ...figure, tables: [...figure.tables, ...tables], notes: [...figure.notes, note] };
  }
  const subject: SurvivalSubject = { declaration, curve, words };
  return {
    ...figure,
    title: writeSurvivalTitle(subject),
    sentence: `${figure.sentence} ${describeRate(subject)}`.trimEnd(),
    notes: [...figure.notes, words.say('change.following.reading'), ...writeCoarseNotes(subject)],
    charts: [...figure.charts, await drawCurve(subject, plotter)],
    tables: [...figure.tables, tabulateAges(subject), ...tables],
  };
}

async function drawCurve(subject: SurvivalSubject, plotter: Plotter): Promise<Chart> {
  const alt = describeCurve(subject);
  const svg = await plotter.draw(chartSurvival(subject, plotter, alt));
  const caption = subject.words.say('change.following.chart');
  return { id: 'survival', caption, alt, svg, width: 'half' };
}

/** An age that fewer children than this were followed to is not used as the finding; this project's own rule. */
const MIN_AT_RISK = 10;

/** The oldest age that ten or more children were followed to, otherwise the first; null if there are no ages. */
function chooseAge({ curve: { ages } }: SurvivalSubject): CurvePoint | null {
  return ages.findLast(({ atRisk }) => atRisk >= MIN_AT_RISK) ?? ages[0] ?? null;
}

function writeSurvivalTitle(subject: SurvivalSubject): string {
  const { declaration, words } = subject;
  const age = chooseAge(subject);
  if (age) return words.say('change.following.title', writeAgeValues(age));
  return words.say('title.bare', { title: declaration.title[words.language] });
}

function writeAgeValues(age: CurvePoint): { share: string; weeks: string } {
  return { share: writeWholePercent(age.value), weeks: writeWeeks(age.day) };
}

function describeRate({ curve, words }: SurvivalSubject): string {
  const { value, lower, upper } = curve.rate;
  if (value === null || lower === null || upper === null) return '';
  return words.say('change.following.rate', {
    years: writeOneDecimal(curve.daysAtRisk / 365.25),
    rate: writeOneDecimal(value),
    interval: `${writeOneDecimal(lower)}–${writeOneDecimal(upper)}`,
  });
}

function writeCoarseNotes({ curve, words }: SurvivalSubject): string[] {
  return curve.daily ? [] : [words.say('change.following.coarse')];
}

function describeCurve(subject: SurvivalSubject): string {
  const { declaration, curve, words } = subject;
  const ages = curve.ages.map((age) =>
    words.say('change.following.age', { ...writeAgeValues(age), at_risk: writeCount(age.atRisk) }),
  );
  return words.say('change.following.alt', {
    title: declaration.title[words.language],
    children: words.amount('children', curve.children),
    window: nameWindowShort(curve.window, false, words),
    ages: ages.join(', '),
  });
}

function writeOneDecimal(rate: number): string {
  return writeNumber(rate, { decimals: 1, percent: false });
}

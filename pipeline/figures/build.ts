// A measure and its disclosed results → its figure in one language: title, sentence, charts, tables, notes.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { describeBreakdown, describeProfile, describeRelativeRates, describeTrend } from './alt.js';
import { chartBreakdown } from './breakdown-chart.js';
import { tabulateComparison } from './comparison-table.js';
import type { ChartRequest, Plotter } from './draw.js';
import type { Chart, Figure, FigureTable } from './figure.js';
import { tabulateBreakdown, tabulateProfile, tabulateRelativeRates } from './group-tables.js';
import { buildGlanceTable } from './glance-table.js';
import { findTestedMeasure, writeNotes } from './notes.js';
import { chartProfile } from './profile-chart.js';
import { chartRelativeRates } from './relative-chart.js';
import { readShown } from './results.js';
import { readChangeVerdict, writeSentence } from './sentence.js';
import { buildSubject, type Subject } from './subject.js';
import type { Theme } from './theme.js';
import { tabulateTrend } from './trend-table.js';
import { writeTitle } from './title.js';
import { chartTrend } from './trend-chart.js';
import type { FigureWords } from './words.js';

/**
 * Builds one measure's figure. `disclosed` holds only this measure's results: own and published, every window of the
 * headline, and the groups of the newest window with a figure and of the window a year before it. The same results and
 * words give the same figure, byte for byte.
 */
export async function buildFigure(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
  plotter: Plotter,
): Promise<Figure> {
  const subject = buildSubject(declaration, disclosed, words);
  const charts = await drawCharts(subject, plotter);
  const testedBy = findTestedMeasure(subject);
  return {
    ...(testedBy === null ? {} : { testedBy }),
    id: declaration.id,
    title: writeTitle(subject),
    sentence: writeSentence(subject),
    changeVerdict: readChangeVerdict(subject),
    notes: writeNotes(subject, charts.length > 0 || DRAWN_LATER.includes(declaration.chart)),
    charts,
    tables: buildTables(subject, plotter.theme),
  };
}

/** Charts of these kinds are attached to the figure afterwards, so it needs no note that nothing is drawn. */
const DRAWN_LATER: readonly Declaration['chart'][] = ['survival', 'overlap', 'steps'];

async function drawCharts(subject: Subject, plotter: Plotter): Promise<Chart[]> {
  const charts: Chart[] = [];
  for (const [request, width] of listChartRequests(subject, plotter)) {
    if (!request) continue;
    const caption = subject.words.say(`chart.${chooseCaptionKey(request, subject)}`);
    const svg = await plotter.draw(request);
    charts.push({ id: request.shape, caption, alt: request.alt, svg, width });
  }
  return charts;
}

/** The caption of a trend mentions intervals only if its values have them. */
function chooseCaptionKey({ shape }: ChartRequest, { reading, declaration }: Subject): string {
  const hasNoIntervals = reading.windows
    .map(readShown)
    .every((cell) => cell === null || cell.lower === null);
  if (shape !== 'trend') return shape;
  const { length } = declaration.window;
  const years = length === 'calendar year' ? '_calendar' : length === '36 months' ? '_long' : '';
  return `trend${years}${hasNoIntervals ? '_bare' : ''}`;
}

function listChartRequests(
  subject: Subject,
  plotter: Plotter,
): [ChartRequest | null, Chart['width']][] {
  switch (subject.declaration.chart) {
    case 'row':
    case 'decisions':
    case 'decision':
    case 'survival':
    case 'overlap':
    case 'steps':
      return [];
    case 'profile':
      return [[chartProfile(subject, plotter, describeProfile(subject)), 'full']];
    case 'relative_rate':
      return [[chartRelativeRates(subject, plotter, describeRelativeRates(subject)), 'full']];
    case 'breakdown':
      return [[chartBreakdown(subject, plotter, describeBreakdown(subject)), 'full']];
    case 'trend':
      return [
        [chartTrend(subject, plotter, describeTrend(subject)), 'full'],
        [
          hasGroupsElsewhere(subject)
            ? null
            : chartBreakdown(subject, plotter, describeBreakdown(subject)),
          'full',
        ],
      ];
  }
}

/**
 * Whether the groups are on the page of another measure: that of the children behind the events, where they are tested.
 * The groups of the events themselves are in figures.csv.
 */
function hasGroupsElsewhere(subject: Subject): boolean {
  return findTestedMeasure(subject) !== null;
}

function buildTables(subject: Subject, theme: Theme): FigureTable[] {
  if (subject.declaration.chart === 'row') return [buildGlanceTable(subject, theme)];
  if (!subject.reading.current) return [];
  const tables: Record<Declaration['chart'], () => (FigureTable | null)[]> = {
    row: () => [],
    decisions: () => [],
    decision: () => [],
    survival: () => [],
    overlap: () => [],
    steps: () => [],
    profile: () => [tabulateProfile(subject), tabulateComparison(subject)],
    relative_rate: () => [tabulateRelativeRates(subject), tabulateComparison(subject)],
    breakdown: () => [tabulateComparison(subject), tabulateBreakdown(subject)],
    trend: () => [
      tabulateTrend(subject),
      tabulateComparison(subject),
      hasGroupsElsewhere(subject) ? null : tabulateBreakdown(subject),
    ],
  };
  return tables[subject.declaration.chart]().filter((table) => table !== null);
}

// A measure and its disclosed results → its figure in one language: title, sentence, charts, tables, notes.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { breakdownAlt, profileAlt, relativeAlt, trendAlt } from './alt.js';
import { breakdownChart } from './breakdown-chart.js';
import { comparisonTable } from './comparison-table.js';
import type { ChartRequest, Drawing } from './draw.js';
import type { Chart, Figure, Table } from './figure.js';
import { breakdownTable, profileTable, relativeTable } from './group-tables.js';
import { glanceTable } from './glance-table.js';
import { notesOf } from './notes.js';
import { profileChart } from './profile-chart.js';
import { relativeChart } from './relative-chart.js';
import { known } from './results.js';
import { sentenceOf } from './sentence.js';
import { subjectOf, type Subject } from './subject.js';
import { trendTable } from './trend-table.js';
import { titleOf } from './title.js';
import { trendChart } from './trend-chart.js';
import type { FigureWords } from './words.js';

/**
 * Builds one measure's figure. `disclosed` holds this measure's results and no other's: own and published, every window
 * of the headline, and the groups of the newest known window and of the one a year before. The same results and words
 * give the same figure, byte for byte.
 */
export async function buildFigure(
  declaration: Declaration,
  disclosed: readonly Disclosed[],
  words: FigureWords,
  drawing: Drawing,
): Promise<Figure> {
  const subject = subjectOf(declaration, disclosed, words);
  const charts = await drawCharts(subject, drawing);
  return {
    id: declaration.id,
    title: titleOf(subject),
    sentence: sentenceOf(subject),
    notes: notesOf(subject, charts.length > 0 || UNDRAWN.includes(declaration.chart)),
    charts,
    tables: tablesOf(subject),
  };
}

/** What these show is told by what is added to them. */
const UNDRAWN: readonly Declaration['chart'][] = ['survival', 'overlap', 'steps'];

async function drawCharts(subject: Subject, drawing: Drawing): Promise<Chart[]> {
  const charts: Chart[] = [];
  for (const [request, width] of requestsOf(subject, drawing)) {
    if (!request) continue;
    const caption = subject.words.say(`chart.${captionKey(request, subject)}`);
    const svg = await drawing.draw(request);
    charts.push({ id: request.shape, caption, alt: request.alt, svg, width });
  }
  return charts;
}

/** A trend whose values have no intervals does not promise them. */
function captionKey({ shape }: ChartRequest, { reading, declaration }: Subject): string {
  const bare = reading.windows.map(known).every((cell) => cell === null || cell.lower === null);
  if (shape !== 'trend') return shape;
  const { length } = declaration.window;
  const years = length === 'calendar year' ? '_calendar' : length === '36 months' ? '_long' : '';
  return `trend${years}${bare ? '_bare' : ''}`;
}

function requestsOf(subject: Subject, drawing: Drawing): [ChartRequest | null, Chart['width']][] {
  switch (subject.declaration.chart) {
    case 'row':
    case 'decisions':
    case 'decision':
    case 'survival':
    case 'overlap':
    case 'steps':
      return [];
    case 'profile':
      return [[profileChart(subject, drawing, profileAlt(subject)), 'full']];
    case 'relative_rate':
      return [[relativeChart(subject, drawing, relativeAlt(subject)), 'full']];
    case 'breakdown':
      return [[breakdownChart(subject, drawing, breakdownAlt(subject)), 'half']];
    case 'trend':
      return [
        [trendChart(subject, drawing, trendAlt(subject)), 'full'],
        [breakdownChart(subject, drawing, breakdownAlt(subject)), 'half'],
      ];
  }
}

function tablesOf(subject: Subject): Table[] {
  if (subject.declaration.chart === 'row') return [glanceTable(subject)];
  if (!subject.reading.current) return [];
  const tables: Record<Declaration['chart'], () => (Table | null)[]> = {
    row: () => [],
    decisions: () => [],
    decision: () => [],
    survival: () => [],
    overlap: () => [],
    steps: () => [],
    profile: () => [profileTable(subject), comparisonTable(subject)],
    relative_rate: () => [relativeTable(subject), comparisonTable(subject)],
    breakdown: () => [comparisonTable(subject), breakdownTable(subject)],
    trend: () => [trendTable(subject), comparisonTable(subject), breakdownTable(subject)],
  };
  return tables[subject.declaration.chart]().filter((table) => table !== null);
}

// A figure → the view of its page, in reading order: wide charts, wide tables, then charts paired with their tables.
import type { Language } from '../domain/language.js';
import type { Chart, Figure, FigureTable } from '../figures/figure.js';
import { anchorMeasure, measureAnchor } from './contents.js';
import { inlineDrawing } from './unescaped.js';
import type { MeasurePage } from './input.js';
import { layOutRows } from './hidden-rows.js';
import { viewTrust } from './trust.js';
import type { Say } from './phrases.js';

/** Arranges one measure on its page. A half-width chart is paired with the tables whose id is, or starts with, its own. */
export function viewMeasure(
  { declaration, figure, trust }: MeasurePage,
  pages: readonly MeasurePage[],
  language: Language,
  say: Say,
): object {
  const halves = figure.charts.filter(({ width }) => width === 'half');
  const isPaired = (table: FigureTable): boolean => halves.some((chart) => sharesId(table, chart));
  return {
    id: measureAnchor(declaration.id),
    question: declaration.question[language],
    title: figure.title,
    sentence: figure.sentence,
    points: figure.points ?? [],
    notes: figure.notes,
    tested: viewTested(figure, pages, language, say),
    definition: declaration.definition[language],
    confirmed: declaration.source.confirmed,
    rows: say('findings.rows', { measure: declaration.id }),
    trust: trust ? viewTrust(trust, language, say) : null,
    wide: figure.charts.filter(({ width }) => width === 'full').map(viewChart),
    ...arrangeTables(
      figure.tables.filter((table) => !isPaired(table)),
      say,
    ),
    pairs: halves.map((chart) => viewPair(chart, figure, say)),
  };
}

/** The windows and the groups stand side by side where there are both; any other table has the whole width. */
function arrangeTables(
  tables: readonly FigureTable[],
  say: Say,
): { readonly beside: object[]; readonly tables: object[] } {
  const isSide = (table: FigureTable): boolean =>
    (table.id === 'trend' || table.id === 'breakdown') &&
    layOutRows(table, say('table.empty')).table.rows.length > 0;
  const sides = tables.filter(isSide);
  const isBeside = sides.length > 1;
  const view = (table: FigureTable): object => viewShownRows(table, say);
  return {
    beside: isBeside ? sides.map(view) : [],
    tables: tables.filter((table) => !isBeside || !isSide(table)).map(view),
  };
}

/** The measure of this pack that tests the children behind a figure, with a link to where it is; null where there is none. */
function viewTested(
  { testedBy }: Figure,
  pages: readonly MeasurePage[],
  language: Language,
  say: Say,
): object | null {
  const page = pages.find(({ declaration }) => declaration.id === testedBy);
  if (!page) return null;
  const { title } = page.declaration;
  return { lead: say('measure.tested'), link: `#${anchorMeasure(page)}`, title: title[language] };
}

/** A table of a measure: what no number of can be shown is said of in a sentence, not row by row. */
function viewShownRows(whole: FigureTable, say: Say): object {
  const { table, left } = layOutRows(whole, say('table.empty'));
  if (left === 0) return viewTable(table, say);
  const isEmpty = table.rows.length === 0;
  const said = say(isEmpty ? 'table.none_shown' : 'table.rows_hidden', { count: left });
  if (isEmpty) return { caption: table.caption, said };
  return viewTable({ ...table, note: [said, ...(table.note ? [table.note] : [])].join(' ') }, say);
}

/** A table ready to print: suppressed cells are marked, and heading rows span the table. */
export function viewTable(table: FigureTable, say: Say): object {
  return {
    id: table.id.replaceAll('_', '-'),
    caption: table.caption,
    columns: table.columns,
    note: table.note ?? null,
    rows: table.rows.map((row) => ({
      label: row.label,
      line: row.line === undefined ? null : inlineDrawing(row.line),
      heading: row.heading === true,
      part: row.part === true,
      span: table.columns.length,
      cells: row.cells.map((text, index) => ({
        text: text === '' ? say('table.empty') : text,
        kind: cellKind(table, index, row.hidden?.[index] === true),
      })),
    })),
  };
}

function cellKind({ columns }: FigureTable, index: number, hidden: boolean): string {
  const kind = columns[index + 1]?.numeric === true ? 'number' : 'words';
  return hidden ? `${kind} hidden` : kind;
}

function viewChart({ caption, svg }: Chart): object {
  return { caption, drawing: inlineDrawing(svg) };
}

function viewPair(chart: Chart, { tables }: Figure, say: Say): object {
  const paired = tables.filter((table) => sharesId(table, chart));
  return { chart: viewChart(chart), tables: paired.map((table) => viewShownRows(table, say)) };
}

function sharesId(table: FigureTable, chart: Chart): boolean {
  return table.id === chart.id || table.id.startsWith(`${chart.id}_`);
}

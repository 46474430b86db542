// A chart request → one SVG, the same bytes for the same input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vega from 'vega';
import { planChart, setOpenSlots, pickSettledSlots, type Slots } from './plan.js';
import { openFonts, readTheme, type MeasureText, type Theme } from './theme.js';

/** The chart shapes; each is a file in `templates/charts/`. */
const SHAPES = [
  'trend',
  'breakdown',
  'relative_rate',
  'profile',
  'spc',
  'funnel',
  'decisions',
  'survival',
] as const;
type Shape = (typeof SHAPES)[number];

/** The fields of one mark: positions on the shape's own scales, and text ready to print. */
export type Mark = Readonly<Record<string, string | number | boolean | null>>;

/** Everything needed to draw one chart. */
export interface ChartRequest {
  /** Unique in a document: prefixed to every id inside the SVG, so that two charts never share one. */
  readonly id: string;
  readonly shape: Shape;
  readonly alt: string;
  readonly slots: Slots;
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
}

/** Draws charts: holds the theme, measures text, and turns requests into SVG. */
export interface Plotter {
  readonly theme: Theme;
  readonly measure: MeasureText;
  readonly draw: (request: ChartRequest) => Promise<string>;
}

/** Reads the chart shapes, the theme and the fonts of a templates folder. */
export function openPlotter(templates: string): Plotter {
  const theme = readTheme(templates);
  const measure = openFonts(templates, theme);
  const shapes = new Map(
    SHAPES.map((shape) => [
      shape,
      readFileSync(join(templates, 'charts', `${shape}.vl.json`), 'utf8'),
    ]),
  );
  replaceTextMetrics(measure);
  const drawings = new Map<string, Promise<string>>();
  const plans = new Map<string, vega.Runtime>();
  // Reuses a plan: charts of one shape differ only in their marks and in the slots that a plan leaves open.
  const planOnce = (request: ChartRequest): vega.Runtime => {
    const { shape, slots, marks } = request;
    const key = JSON.stringify([shape, pickSettledSlots(slots), Object.keys(marks)]);
    const plan = plans.get(key) ?? planChart(shapes.get(shape) ?? '', request, theme, strictLogger);
    plans.set(key, plan);
    return plan;
  };
  const drawOnce = async (request: ChartRequest): Promise<string> =>
    await drawChart(planOnce(request), request);
  return {
    theme,
    measure,
    // Editions often show the same values, so most charts are drawn once for all of them.
    draw: (request) => {
      const key = JSON.stringify(request);
      const cached = drawings.get(key) ?? drawOnce(request);
      drawings.set(key, cached);
      return cached;
    },
  };
}

/**
 * Draws one chart from its plan. Refuses any warning, because a chart that Vega warns about is wrong. The SVG scales to
 * its box, and a screen reader reads only the label of its root.
 */
async function drawChart(plan: vega.Runtime, request: ChartRequest): Promise<string> {
  const view = new vega.View(plan, { renderer: 'none', logger: strictLogger });
  try {
    setOpenSlots(view, request.slots);
    for (const [name, marks] of Object.entries(request.marks)) view.data(name, copyMarks(marks));
    return finishSvg(await view.toSVG(), request);
  } finally {
    view.finalize();
  }
}

/** Vega changes the marks it receives. */
function copyMarks(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => ({ ...mark }));
}

function finishSvg(svg: string, request: ChartRequest): string {
  const size = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const [, width, height] = size ?? [];
  if (width === undefined || height === undefined)
    throw new Error('Vega drew an SVG without a size');
  const root =
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" ' +
    `aria-label="${escapeAttribute(request.alt)}" width="100%" viewBox="0 0 ${width} ${height}">`;
  return svg
    .replace(/^<svg [^>]*>/, () => root)
    .replace(/<(?!svg)[a-z][^>]*>/g, (tag) => tag.replace(VEGA_LABELS, ''))
    .replace(CLIP_IDS, `$1${request.id}-clip`);
}

/** Vega's own roles and labels. Removed, because a mark's label would repeat its value: only the root's label is read out. */
const VEGA_LABELS = / (?:role|aria-[a-z]+)="[^"]*"/g;

/** Vega numbers clips over the life of the process. No shape clips today; one that did would need its ids renumbered. */
const CLIP_IDS = /( id="|url\(#)clip\d+/g;

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Without a canvas Vega estimates text widths 1.7 times too wide. Its typings leave this hook out. */
function replaceTextMetrics(measure: MeasureText): void {
  const { textMetrics } = vega as unknown as {
    textMetrics: {
      width: (item: { fontSize?: number; fontWeight?: unknown }, text: string) => number;
    };
  };
  textMetrics.width = (item, text) =>
    measure(text, item.fontSize ?? 11, Number(item.fontWeight) || 400);
}

function refuse(...messages: readonly unknown[]): never {
  throw new Error(`the chart was refused: ${messages.map(String).join(' ')}`);
}

function level(): number;
function level(at: number): vega.LoggerInterface;
function level(at?: number): number | vega.LoggerInterface {
  return at === undefined ? vega.Warn : strictLogger;
}

const strictLogger: vega.LoggerInterface = {
  level,
  error: refuse,
  warn: refuse,
  info: () => strictLogger,
  debug: () => strictLogger,
};

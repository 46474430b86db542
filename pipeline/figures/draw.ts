// A chart's shape, its marks and its words → one SVG, the same bytes for the same input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { openFonts, readTheme, type MeasureText, type Theme } from './theme.js';

/** The chart shapes; each is a file in `templates/charts/`. */
export const SHAPES = [
  'trend',
  'breakdown',
  'relative_rate',
  'profile',
  'spc',
  'funnel',
  'decisions',
  'survival',
] as const;
export type Shape = (typeof SHAPES)[number];

/** One mark's facts: positions in the shape's own scales, and text as it is to be read. */
export type Mark = Readonly<Record<string, string | number | boolean | null>>;

/** What one chart is drawn from. */
export interface ChartRequest {
  /** Unique in a document: it goes before every id inside the SVG, so that two charts do not share one. */
  readonly id: string;
  readonly shape: Shape;
  readonly alt: string;
  /** What stands at each `@name` of the shape. */
  readonly slots: Readonly<Record<string, unknown>>;
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
}

/** The open drawing office: house style, text widths, and the pen. */
export interface Drawing {
  readonly theme: Theme;
  readonly measure: MeasureText;
  readonly draw: (request: ChartRequest) => Promise<string>;
}

/** Opens the shapes, the house style and the fonts of a templates folder. */
export function openDrawing(templates: string): Drawing {
  const theme = readTheme(templates);
  const measure = openFonts(templates, theme);
  const shapes = new Map(
    SHAPES.map((shape) => [
      shape,
      readFileSync(join(templates, 'charts', `${shape}.vl.json`), 'utf8'),
    ]),
  );
  useMetrics(measure);
  const drawn = new Map<string, Promise<string>>();
  const plans = new Map<string, vega.Runtime>();
  // A chart of the other language, or of another measure on the same scale, differs in its marks alone.
  const planOf = (request: ChartRequest): vega.Runtime => {
    const key = JSON.stringify([request.shape, request.slots, Object.keys(request.marks)]);
    const plan = plans.get(key) ?? planChart(shapes.get(request.shape) ?? '', request, theme);
    plans.set(key, plan);
    return plan;
  };
  const drawOnce = async (request: ChartRequest): Promise<string> =>
    await drawChart(planOf(request), request);
  return {
    theme,
    measure,
    // Two editions that may see the same draw the same: most charts are drawn once for both.
    draw: (request) => {
      const key = JSON.stringify(request);
      const before = drawn.get(key) ?? drawOnce(request);
      drawn.set(key, before);
      return before;
    },
  };
}

/** Plans a chart of any marks in these slots. Refuses a slot that is not filled, and any warning. */
function planChart(shape: string, { slots, marks }: ChartRequest, theme: Theme): vega.Runtime {
  const filled = fill(JSON.parse(shape), { ...slots, theme }) as object;
  const datasets = Object.fromEntries(Object.keys(marks).map((name) => [name, []]));
  const spec = { ...filled, datasets } as unknown as TopLevelSpec;
  return vega.parse(compile(spec, { logger: strictLogger }).spec);
}

/**
 * Draws one chart by its plan. Refuses any warning: a chart that Vega has doubts about is a wrong chart. The SVG is as
 * wide as its box, and only its root says anything to a screen reader.
 */
async function drawChart(plan: vega.Runtime, request: ChartRequest): Promise<string> {
  const view = new vega.View(plan, { renderer: 'none', logger: strictLogger });
  try {
    for (const [name, marks] of Object.entries(request.marks)) view.data(name, copied(marks));
    return finish(await view.toSVG(), request);
  } finally {
    view.finalize();
  }
}

/** Vega writes into the marks it is given. */
function copied(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => ({ ...mark }));
}

function fill(part: unknown, slots: Readonly<Record<string, unknown>>): unknown {
  if (typeof part === 'string' && part.startsWith('@')) return slotOf(part.slice(1), slots);
  if (Array.isArray(part)) return part.map((each) => fill(each, slots));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, fill(each, slots)]));
}

function slotOf(path: string, slots: unknown): unknown {
  const found = path
    .split('.')
    .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], slots);
  if (found === undefined) throw new RangeError(`the chart's shape asks for @${path}`);
  return found;
}

function finish(svg: string, request: ChartRequest): string {
  const size = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const [, width, height] = size ?? [];
  if (width === undefined || height === undefined)
    throw new Error('Vega drew an SVG without a size');
  const root =
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" ' +
    `aria-label="${escapeAttribute(request.alt)}" width="100%" viewBox="0 0 ${width} ${height}">`;
  return svg
    .replace(/^<svg [^>]*>/, () => root)
    .replace(/<(?!svg)[a-z][^>]*>/g, (tag) => tag.replace(SPEAKING, ''))
    .replace(CLIP, `$1${request.id}-clip`);
}

/** Vega's own roles and labels. A mark's label prints its value; the root's label alone is meant to be heard. */
const SPEAKING = / (?:role|aria-[a-z]+)="[^"]*"/g;

/** Vega numbers its clips across the life of the process. No shape clips; if one comes to, its ids must be renumbered. */
const CLIP = /( id="|url\(#)clip\d+/g;

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Vega guesses widths for want of a canvas, 1.7 times too wide; its typings leave this hook out. */
function useMetrics(measure: MeasureText): void {
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

// A chart's shape and slots → a compiled plan, reused for charts of any size and scale.
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Theme } from './theme.js';

/** The value of each `@name` in a shape. */
export type Slots = Readonly<Record<string, unknown>>;

/** The slots with the two ends of a scale. */
const DOMAINS = ['xDomain', 'yDomain'];
const TICKS = ['xTicks', 'yTicks'];
const SIZES = ['width', 'height', 'padding'];

/** The slots fixed in a plan: all but sizes, scale ends and ticks. */
export function pickSettledSlots(slots: Slots): Slots {
  return pickSlots(slots, (name) => ![...DOMAINS, ...TICKS, ...SIZES].includes(name));
}

/** Compiles a shape for these slots and any marks. Refuses an unfilled slot, and any warning. */
export function planChart(
  shape: string,
  { slots, marks }: { readonly slots: Slots; readonly marks: Readonly<Record<string, unknown>> },
  theme: Theme,
  logger: vega.LoggerInterface,
): vega.Runtime {
  const filled = fillSlots(JSON.parse(shape), {
    ...slots,
    ...buildOpenSlots(slots),
    theme,
  }) as object;
  const params = Object.entries(pickScaleSlots(slots)).map(([name, value]) => ({ name, value }));
  const datasets = Object.fromEntries(Object.keys(marks).map((name) => [name, []]));
  const spec = { ...filled, params, datasets } as unknown as TopLevelSpec;
  return vega.parse(compile(spec, { logger }).spec);
}

/** Sets the size and scales that the plan left open. Refuses a scale whose ends or ticks are not numbers. */
export function setOpenSlots(view: vega.View, slots: Slots): void {
  for (const [name, value] of Object.entries(pickScaleSlots(slots)))
    if (areNumbers(value) && (TICKS.includes(name) || value.length === 2)) view.signal(name, value);
    else throw new RangeError(`the chart's ${name} cannot be a scale's`);
  for (const name of SIZES) view.signal(name, slots[name]);
}

/** In the plan, the ends and ticks of scales are expressions that read signals, set later for each chart. */
function buildOpenSlots(slots: Slots): Slots {
  const buildDomainEnds = (name: string): object[] => [
    { expr: `${name}[0]` },
    { expr: `${name}[1]` },
  ];
  const open = Object.keys(pickScaleSlots(slots)).map(
    (name) => [name, DOMAINS.includes(name) ? buildDomainEnds(name) : { expr: name }] as const,
  );
  return Object.fromEntries(open);
}

function pickScaleSlots(slots: Slots): Slots {
  return pickSlots(slots, (name) => [...DOMAINS, ...TICKS].includes(name));
}

function areNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isFinite);
}

function pickSlots(slots: Slots, isWanted: (name: string) => boolean): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([name]) => isWanted(name)));
}

function fillSlots(part: unknown, slots: Slots): unknown {
  if (typeof part === 'string' && part.startsWith('@')) return readSlot(part.slice(1), slots);
  if (Array.isArray(part)) return part.map((each) => fillSlots(each, slots));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, each]) => [key, fillSlots(each, slots)]),
  );
}

function readSlot(path: string, slots: unknown): unknown {
  const value = path
    .split('.')
    .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], slots);
  if (value === undefined) throw new RangeError(`the chart's shape asks for @${path}`);
  return value;
}

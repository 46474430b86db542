// The known values of a pack → each found by what it counts.
import type { Value } from '../domain/value.js';
import { sensitivityOf, type Sensitivities, type Sensitivity } from './relations.js';

/** All that is known, and what the rule needs to know of it. */
export class Cells {
  /** Those behind which people stand. */
  readonly people: readonly Value[];
  /** Our own, which nobody else published. */
  readonly own: readonly Value[];
  readonly #byKey: ReadonlyMap<string, Value>;
  readonly #windows: ReadonlyMap<string, readonly Value[]>;
  readonly #endings: ReadonlyMap<string, readonly Value[]>;

  constructor(
    values: readonly Value[],
    readonly sensitivities: Sensitivities,
  ) {
    const known = values.filter(({ status }) => status === 'known');
    this.people = known.filter((value) => this.ruleOf(value).ofNobody !== true);
    this.own = known.filter(({ origin }) => origin === 'own');
    this.#byKey = new Map(known.map((value) => [keyOf(value), value]));
    this.#windows = groupedBy(this.own, windowKey);
    this.#endings = groupedBy(this.own, endingKey);
  }

  ruleOf(value: Pick<Value, 'measure'>): Sensitivity {
    return sensitivityOf(value, this.sensitivities);
  }

  /** The cells that stand in these places; a place may have none. */
  at(places: readonly Value[]): Value[] {
    return places.flatMap((place) => this.#byKey.get(keyOf(place)) ?? []);
  }

  /** Our own of the same measure and window. */
  inWindow(value: Value): readonly Value[] {
    return this.#windows.get(windowKey(value)) ?? [];
  }

  /** Our own of the same measure and group, in windows of any length that end on the same day. */
  endingTogether(value: Value): readonly Value[] {
    return this.#endings.get(endingKey(value)) ?? [];
  }
}

/** The name of the window a year before. */
export function yearBefore({ window: { id } }: Pick<Value, 'window'>): string {
  return `${Number(id.slice(0, 4)) - 1}${id.slice(4)}`;
}

/** Keys already written, for each is asked for many times; a value is never changed. */
const KEYS = new WeakMap<Value, string>();

/** Our own cells are known by measure, window and group; a published one also by who published it of whom. */
export function keyOf(value: Value): string {
  const before = KEYS.get(value);
  if (before !== undefined) return before;
  const key = writtenKey(value);
  KEYS.set(value, key);
  return key;
}

/** Values by a key of each, in their order. */
export function groupedBy(
  values: readonly Value[],
  keyOfEach: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) addTo(groups, keyOfEach(value), value);
  return groups;
}

/** Adds one to those of its key. */
export function addTo(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function writtenKey(value: Value): string {
  const { measure, window, origin, areaKind, areaName, source, breakdown, group } = value;
  const publisher = origin === 'published' ? [areaKind, areaName, source] : [];
  return JSON.stringify([measure, window.id, breakdown, group, ...publisher]);
}

function windowKey({ measure, window }: Value): string {
  return JSON.stringify([measure, window.id]);
}

function endingKey({ measure, window, breakdown, group }: Value): string {
  return JSON.stringify([measure, window.ends, breakdown, group]);
}

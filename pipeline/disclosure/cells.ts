// The known values of a pack → an index by what each counts.
import type { Value } from '../domain/value.js';
import {
  requireRelations,
  type RelationsByMeasure,
  type DisclosureRelations,
} from './relations.js';

/** The known values, with the relations between measures that the suppression rules use. */
export class ValueIndex {
  /** Values that count people. */
  readonly personValues: readonly Value[];

  constructor(
    values: readonly Value[],
    readonly relations: RelationsByMeasure,
  ) {
    const known = values.filter(({ status }) => status === 'known');
    this.personValues = known.filter((value) => this.findRelations(value).countsNoPeople !== true);
  }

  findRelations(value: Pick<Value, 'measure'>): DisclosureRelations {
    return requireRelations(value, this.relations);
  }
}

/** The id of the window one year earlier. */
export function previousYearId({ window: { id } }: Pick<Value, 'window'>): string {
  return `${Number(id.slice(0, 4)) - 1}${id.slice(4)}`;
}

/** Cached keys, because each is needed many times; a value never changes. */
const KEYS = new WeakMap<Value, string>();

/** The key of a value within a pack: measure, window and group, and for a published figure also its area and source. */
export function valueKey(value: Value): string {
  const cached = KEYS.get(value);
  if (cached !== undefined) return cached;
  const key = writeValueKey(value);
  KEYS.set(value, key);
  return key;
}

/** Groups values by a key, keeping their order. */
export function groupValues(
  values: readonly Value[],
  getKey: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) appendValue(groups, getKey(value), value);
  return groups;
}

/** Appends a value to the list of its key. */
export function appendValue(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function writeValueKey(value: Value): string {
  const { measure, window, origin, areaKind, areaName, source, breakdown, group } = value;
  const publisher = origin === 'published' ? [areaKind, areaName, source] : [];
  return JSON.stringify([measure, window.id, breakdown, group, ...publisher]);
}

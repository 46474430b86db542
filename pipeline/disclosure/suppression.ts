// All values of a pack → which of them an edition suppresses, with every value that is worked out from one of those.
import { findReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { appendValue, ValueIndex, valueKey, previousYearId } from './cells.js';
import { isPrimary } from './primary-rule.js';
import type { RelationsByMeasure } from './relations.js';

/** Which of a pack's values an edition suppresses: none until `applyPrimaryRule` or `suppress` is called. */
export class Suppression {
  readonly #index: ValueIndex;
  readonly #hideBelow: number;
  readonly #suppressed = new Set<string>();
  /** The values worked out from a cell, which are suppressed with it, by that cell's key. */
  readonly #dependents = new Map<string, Value[]>();

  constructor(values: readonly Value[], relations: RelationsByMeasure, hideBelow: number) {
    this.#index = new ValueIndex(values, relations);
    this.#hideBelow = hideBelow;
    for (const value of this.#index.personValues)
      for (const source of listSources(value, this.#index))
        appendValue(this.#dependents, valueKey(source), value);
  }

  isSuppressed = (value: Value): boolean => this.#suppressed.has(valueKey(value));

  /** Suppresses every value with a small count. */
  applyPrimaryRule(): void {
    const { personValues: values } = this.#index;
    this.suppress(values.filter((value) => isPrimary(value, this.#index, this.#hideBelow)));
  }

  /** Suppresses these values, and all that is worked out from them. */
  suppress(values: readonly Value[]): void {
    for (const value of values) {
      const key = valueKey(value);
      if (this.#suppressed.has(key)) continue;
      this.#suppressed.add(key);
      this.suppress(this.#dependents.get(key) ?? []);
    }
  }

  suppressesPreviousYear(value: Value): boolean {
    const window = { ...value.window, id: previousYearId(value) };
    return this.#suppressed.has(valueKey({ ...value, window }));
  }
}

/** For our own service: its own cell where another publishes it, and the reference group of a relative rate. */
function listSources(value: Value, index: ValueIndex): Value[] {
  if (value.areaKind !== 'service') return [];
  const { kind, ...relations } = index.findRelations(value);
  const own: Value = { ...value, origin: 'own', areaName: '', source: null };
  const isRelative = kind === 'relative_rate' || kind === 'relative_share';
  if (!isRelative || value.breakdown === 'total') return [own];
  return [own, { ...own, group: findReferenceGroup(relations, value.breakdown) }];
}

// All values of a pack → which of them an edition suppresses, with every value that would reveal one of those.
import type { Value } from '../domain/value.js';
import { ADDITIVE_BREAKDOWNS } from './breakdowns.js';
import { appendValue, ValueIndex, valueKey, previousYearId } from './cells.js';
import { findLinkedCells } from './linked-cells.js';
import { chooseSecondarySuppressions, type AdditiveTable } from './threshold.js';
import type { RelationsByMeasure } from './relations.js';
import { failsPrimaryRule } from './primary-rule.js';

/** Which of a pack's values an edition suppresses: none until `applyPrimaryRule` or `suppress` is called. */
export class Suppression {
  readonly #index: ValueIndex;
  readonly #hideBelow: number;
  readonly #tables: readonly AdditiveTable[];
  readonly #suppressed = new Set<string>();
  /** The values linked to a cell, which are suppressed with it, by that cell's key. */
  readonly #linked = new Map<string, Value[]>();

  constructor(values: readonly Value[], relations: RelationsByMeasure, hideBelow: number) {
    this.#index = new ValueIndex(values, relations);
    this.#hideBelow = hideBelow;
    this.#tables = buildTables(this.#index);
  }

  isSuppressed = (value: Value): boolean => this.#suppressed.has(valueKey(value));

  /** Suppresses every value that fails the primary rule, and all that follows from it. */
  applyPrimaryRule(): void {
    const { personValues: values } = this.#index;
    for (const value of values)
      for (const source of findLinkedCells(value, this.#index))
        appendValue(this.#linked, valueKey(source), value);
    this.suppress(values.filter((value) => failsPrimaryRule(value, this.#index, this.#hideBelow)));
  }

  /**
   * Suppresses these values and every value that would reveal them. Suppression in one measure can suppress a cell of
   * another, whose groups may then need one more, so secondary suppression repeats until nothing changes.
   */
  suppress(others: readonly Value[]): void {
    for (const value of others) this.#suppressOne(value);
    for (let before = -1; before < this.#suppressed.size;) {
      before = this.#suppressed.size;
      for (const table of this.#tables) this.#suppressSecondary(table);
    }
  }

  suppressesPreviousYear(value: Value): boolean {
    const window = { ...value.window, id: previousYearId(value) };
    return this.#suppressed.has(valueKey({ ...value, window }));
  }

  /**
   * Linked values are suppressed at once, so that they do not choose a different group to suppress than their source.
   */
  #suppressOne(value: Value): void {
    const key = valueKey(value);
    if (this.#suppressed.has(key)) return;
    this.#suppressed.add(key);
    for (const linked of this.#linked.get(key) ?? []) this.#suppressOne(linked);
  }

  #suppressSecondary(table: AdditiveTable): void {
    for (const value of chooseSecondarySuppressions(table, this.isSuppressed, this.#hideBelow))
      this.#suppressOne(value);
  }
}

/** Every total with each breakdown that adds up to it. Measures that are hidden with another come last. */
function buildTables(index: ValueIndex): AdditiveTable[] {
  const rankLinked = (value: Value): number =>
    Number(index.findRelations(value).hiddenWith !== null);
  const totals = index.ownValues
    .filter(({ breakdown }) => breakdown === 'total')
    .sort((one, other) => rankLinked(one) - rankLinked(other));
  return totals.flatMap((total) => {
    const { kind } = index.findRelations(total);
    const parts = index.findWindowValues(total);
    return ADDITIVE_BREAKDOWNS.map((breakdown) => ({
      total,
      groups: parts.filter((part) => part.breakdown === breakdown),
      kind,
    })).filter(({ groups }) => groups.length > 0);
  });
}

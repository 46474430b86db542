// All values of a pack → which of them an edition hides, each with whatever else would give it away.
import type { Value } from '../domain/value.js';
import { ADDS_UP } from './breakdowns.js';
import { addTo, Cells, keyOf, yearBefore } from './cells.js';
import { leadersOf } from './linked-cells.js';
import { hiddenBesides, type Table } from './threshold.js';
import type { Sensitivities } from './relations.js';
import { tellsOfFew } from './primary-rule.js';

/** Which of a pack's values an edition hides: nothing until `hideUntilSettled` is called. */
export class Hiding {
  readonly #cells: Cells;
  readonly #hideBelow: number;
  readonly #tables: readonly Table[];
  readonly #hidden = new Set<string>();
  /** What is hidden with a cell that is, by the key of that cell. */
  readonly #followers = new Map<string, Value[]>();

  constructor(values: readonly Value[], sensitivities: Sensitivities, hideBelow: number) {
    this.#cells = new Cells(values, sensitivities);
    this.#hideBelow = hideBelow;
    this.#tables = tablesOf(this.#cells);
  }

  isHidden = (value: Value): boolean => this.#hidden.has(keyOf(value));

  /** What one measure hides can hide a cell of another, whose groups may then need one more: until nothing changes. */
  hideUntilSettled(): void {
    const { people } = this.#cells;
    for (const value of people)
      for (const leader of leadersOf(value, this.#cells))
        addTo(this.#followers, keyOf(leader), value);
    this.hideAlso(people.filter((value) => tellsOfFew(value, this.#cells, this.#hideBelow)));
  }

  /** Hides others too, for a reason that is not in this pack alone perhaps, and whatever they give away. */
  hideAlso(others: readonly Value[]): void {
    for (const value of others) this.#hide(value);
    for (let before = -1; before < this.#hidden.size;) {
      before = this.#hidden.size;
      for (const table of this.#tables) this.#hideBesides(table);
    }
  }

  hidesYearBefore(value: Value): boolean {
    const window = { ...value.window, id: yearBefore(value) };
    return this.#hidden.has(keyOf({ ...value, window }));
  }

  /** Followers are hidden at once, so that they do not choose another group to hide than the measure they follow. */
  #hide(value: Value): void {
    const key = keyOf(value);
    if (this.#hidden.has(key)) return;
    this.#hidden.add(key);
    for (const follower of this.#followers.get(key) ?? []) this.#hide(follower);
  }

  #hideBesides(table: Table): void {
    for (const value of hiddenBesides(table, this.isHidden, this.#hideBelow)) this.#hide(value);
  }
}

/** Every total with each way of grouping that adds up to it; those of a measure that another follows come first. */
function tablesOf(cells: Cells): Table[] {
  const follows = (value: Value): number => Number(cells.ruleOf(value).hiddenWith !== null);
  const totals = cells.own
    .filter(({ breakdown }) => breakdown === 'total')
    .sort((one, other) => follows(one) - follows(other));
  return totals.flatMap((total) => {
    const { kind } = cells.ruleOf(total);
    const parts = cells.inWindow(total);
    return ADDS_UP.map((breakdown) => ({
      total,
      groups: parts.filter((part) => part.breakdown === breakdown),
      kind,
    })).filter(({ groups }) => groups.length > 0);
  });
}

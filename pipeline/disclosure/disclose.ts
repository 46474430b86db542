// Every value of a pack → what one edition may see of it. The only door between counting and showing.
import type { Value } from '../domain/value.js';
import { show, withhold, type Disclosed } from './disclosed.js';
import { hiddenBesides, isSmall, type Table } from './rule.js';

/** What the rule needs to know of a measure. */
export interface Sensitivity {
  readonly kind: 'count' | 'proportion' | 'rate' | 'mean' | 'relative_rate';
  /** The measure of the children behind this one: what hides them hides this. */
  readonly hiddenWith: string | null;
}

/** Breakdowns whose groups share no child and add up to the total. */
const ADDS_UP = ['ethnicity', 'sex', 'age_band', 'looked_after'];
/** The group that relative rates are computed from. */
const REFERENCE_GROUP = 'White';

/**
 * Decides, for one edition, which of a pack's values keep their numbers. `hideBelow` 0 shows all. Otherwise a value is
 * hidden when
 * - a count of children, of events, or of those left over in a proportion is 1 to `hideBelow` − 1;
 * - it could be found by taking the groups shown from their total;
 * - it is computed from a hidden one: another measure of the same children, a relative rate whose reference is hidden,
 *   a figure published of our own service beside ours.
 * A true zero is shown. A verdict is dropped where the window it compares with is hidden. All values of a pack must be
 * given at once: what one measure hides another may not tell.
 */
export function disclose(
  values: readonly Value[],
  sensitivities: ReadonlyMap<string, Sensitivity>,
  hideBelow: number,
): Disclosed[] {
  const rule = new Rule(values, sensitivities, hideBelow);
  if (hideBelow > 0) rule.hideUntilSettled();
  return values.map((value) => {
    if (value.status !== 'known') return withhold(value, value.status);
    if (rule.isHidden(value)) return withhold(value, 'hidden');
    return show(rule.hidesYearBefore(value) ? { ...value, verdict: null } : value);
  });
}

class Rule {
  readonly #known: readonly Value[];
  readonly #sensitivities: ReadonlyMap<string, Sensitivity>;
  readonly #hideBelow: number;
  readonly #tables: readonly Table[];
  readonly #hidden = new Set<string>();

  constructor(
    values: readonly Value[],
    sensitivities: ReadonlyMap<string, Sensitivity>,
    hideBelow: number,
  ) {
    this.#known = values.filter(({ status }) => status === 'known');
    this.#sensitivities = sensitivities;
    this.#hideBelow = hideBelow;
    this.#tables = this.#tablesOf(this.#known.filter(({ origin }) => origin === 'own'));
  }

  isHidden = (value: Value): boolean => this.#hidden.has(keyOf(value));

  /** What one measure hides can hide a cell of another, whose groups may then need one more: until nothing changes. */
  hideUntilSettled(): void {
    for (let before = -1; before < this.#hidden.size;) {
      before = this.#hidden.size;
      for (const value of this.#known)
        if (this.#isSmall(value) || this.#followsHidden(value)) this.#hidden.add(keyOf(value));
      for (const table of this.#tables)
        for (const value of hiddenBesides(table, this.isHidden, this.#hideBelow))
          this.#hidden.add(keyOf(value));
    }
  }

  hidesYearBefore(value: Value): boolean {
    const { window } = value;
    const before = `${Number(window.id.slice(0, 4)) - 1}${window.id.slice(4)}`;
    return this.#hidden.has(keyOf({ ...value, window: { ...window, id: before } }));
  }

  #isSmall(value: Value): boolean {
    const { kind } = this.#sensitivity(value);
    if (value.origin === 'published' && value.areaKind !== 'service') return false;
    return isSmall(value, kind, this.#hideBelow);
  }

  #followsHidden(value: Value): boolean {
    if (value.areaKind !== 'service') return false;
    const { hiddenWith, kind } = this.#sensitivity(value);
    const own: Value = { ...value, origin: 'own', areaName: '', source: null };
    if (this.#hidden.has(keyOf(own))) return true;
    if (hiddenWith !== null && this.#hidden.has(keyOf({ ...own, measure: hiddenWith })))
      return true;
    const relative = kind === 'relative_rate' && value.breakdown !== 'total';
    return relative && this.#hidden.has(keyOf({ ...own, group: REFERENCE_GROUP }));
  }

  #tablesOf(own: readonly Value[]): Table[] {
    const totals = own.filter(({ breakdown }) => breakdown === 'total');
    return totals.flatMap((total) => {
      const { kind } = this.#sensitivity(total);
      const divides = kind === 'proportion' || kind === 'mean';
      const parts = own.filter(
        ({ measure, window }) => measure === total.measure && window.id === total.window.id,
      );
      return ADDS_UP.map((breakdown) => ({
        total,
        groups: parts.filter((part) => part.breakdown === breakdown),
        divides,
      })).filter(({ groups }) => groups.length > 0);
    });
  }

  #sensitivity({ measure }: Value): Sensitivity {
    const found = this.#sensitivities.get(measure);
    if (!found) throw new RangeError(`no rule says what may be shown of the measure ${measure}`);
    return found;
  }
}

/** Our own cells are known by measure, window and group; a published one also by who published it of whom. */
function keyOf(value: Value): string {
  const { measure, window, origin, areaKind, areaName, source, breakdown, group } = value;
  const publisher = origin === 'published' ? [areaKind, areaName, source] : [];
  return JSON.stringify([measure, window.id, breakdown, group, ...publisher]);
}

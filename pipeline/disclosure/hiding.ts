// All values of a pack → which of them an edition hides, each with whatever else would give it away.
import { monthsIn } from '../domain/period.js';
import { referenceOf, type Referring } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { ADDS_UP, COUNTED, CROSSED, MARGINS, OVERLAPS } from './breakdowns.js';
import {
  differsByFew,
  hiddenBesides,
  isSmall,
  isSmallCount,
  tellsFewMore,
  type Kind,
  type Table,
} from './rule.js';

/** What the rule needs to know of a measure. */
export interface Sensitivity extends Referring {
  readonly kind: Kind;
  /** The measure of the children behind this one: what hides them hides this. */
  readonly hiddenWith: string | null;
  /** The measure of all the children that this one counts some of. */
  readonly partOf?: string | undefined;
  /** The count whose people or cases this one's denominator is drawn from. */
  readonly drawnFrom?: string | undefined;
  /** The groups of another measure that this one's numerator adds up. */
  readonly sumOf?: Groups | undefined;
  /** No person stands behind what it counts, so that none of its counts is small. */
  readonly ofNobody?: boolean | undefined;
}

/** The groups of one breakdown of a measure. */
interface Groups {
  readonly measure: string;
  readonly breakdown: string;
}

/** Which of a pack's values an edition hides: nothing until `hideUntilSettled` is called. */
export class Hiding {
  /** The known values behind which people stand. */
  readonly #people: readonly Value[];
  readonly #sensitivities: ReadonlyMap<string, Sensitivity>;
  readonly #hideBelow: number;
  readonly #tables: readonly Table[];
  readonly #byKey: ReadonlyMap<string, Value>;
  readonly #windows = new Map<string, Value[]>();
  readonly #endings = new Map<string, Value[]>();
  readonly #hidden = new Set<string>();
  /** What is hidden with a cell that is, by the key of that cell. */
  readonly #followers = new Map<string, Value[]>();

  constructor(
    values: readonly Value[],
    sensitivities: ReadonlyMap<string, Sensitivity>,
    hideBelow: number,
  ) {
    const known = values.filter(({ status }) => status === 'known');
    this.#sensitivities = sensitivities;
    this.#hideBelow = hideBelow;
    this.#people = known.filter((value) => this.#sensitivity(value).ofNobody !== true);
    this.#byKey = new Map(known.map((value) => [keyOf(value), value]));
    const own = known.filter(({ origin }) => origin === 'own');
    for (const value of own) {
      addTo(this.#windows, windowKey(value), value);
      addTo(this.#endings, endingKey(value), value);
    }
    this.#tables = this.#tablesOf(own);
  }

  isHidden = (value: Value): boolean => this.#hidden.has(keyOf(value));

  /** What one measure hides can hide a cell of another, whose groups may then need one more: until nothing changes. */
  hideUntilSettled(): void {
    for (const value of this.#people)
      for (const leader of this.#leadersOf(value)) addTo(this.#followers, leader, value);
    this.hideAlso(this.#people.filter((value) => this.#tellsOfFew(value)));
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

  /** What a value tells by its numbers, whatever else is hidden. */
  #tellsOfFew(value: Value): boolean {
    return (
      this.#isSmall(value) ||
      this.#leavesFew(value) ||
      this.#leavesFewOfWhole(value) ||
      this.#leavesFewOut(value) ||
      this.#holdsFewMore(value)
    );
  }

  /** A longer window that ends on the same day, with 1 to `hideBelow` − 1 more, tells of those few. */
  #holdsFewMore(value: Value): boolean {
    const { kind } = this.#sensitivity(value);
    if (value.origin !== 'own' || (kind !== 'relative_rate' && kind !== 'relative_share'))
      return false;
    return this.#endingTogether(value).some(
      (shorter) =>
        monthsIn(shorter.window) < monthsIn(value.window) &&
        tellsFewMore(value, shorter, kind, this.#hideBelow),
    );
  }

  #isSmall(value: Value): boolean {
    const { kind } = this.#sensitivity(value);
    if (value.origin === 'published' && value.areaKind !== 'service') return false;
    return isSmall(value, kind, this.#hideBelow);
  }

  /** Hides who is not recorded, and not who has the need: that is the figure the board asks for. */
  #leavesFew(value: Value): boolean {
    const breakdown = COUNTED[value.breakdown];
    if (breakdown === undefined || value.denominator === null) return false;
    const present = this.#byKey.get(keyOf({ ...value, breakdown }));
    if (!present) return false;
    const either = (value.numerator ?? 0) + (present.numerator ?? 0);
    return isSmallCount(value.denominator - either, this.#hideBelow);
  }

  /** Hides a part where it and the whole, both shown, would tell of the few who are in the whole alone. */
  #leavesFewOfWhole(value: Value): boolean {
    const { kind } = this.#sensitivity(value);
    return this.#wholesOf(value).some((whole) => tellsFewMore(whole, value, kind, this.#hideBelow));
  }

  /** Hides how many there are where a share beside it leaves few out: what those who answered said is the figure asked for. */
  #leavesFewOut(value: Value): boolean {
    if (value.origin !== 'own') return false;
    const shares = drawnFrom(value.measure, this.#sensitivities).flatMap(
      (measure) => this.#byKey.get(keyOf({ ...value, measure })) ?? [],
    );
    return shares.some((share) => differsByFew(value, share, this.#hideBelow));
  }

  /** The total that a need is part of, and each measure that this is part of, past those that may be hidden between. */
  #wholesOf(value: Value): Value[] {
    if (value.origin !== 'own') return [];
    const wholes = OVERLAPS.includes(value.breakdown)
      ? [{ ...value, breakdown: 'total', group: 'all' }]
      : [];
    for (let { partOf } = this.#sensitivity(value); partOf !== undefined;) {
      const whole = { ...value, measure: partOf };
      wholes.push(whole);
      ({ partOf } = this.#sensitivity(whole));
    }
    return wholes.flatMap((whole) => this.#byKey.get(keyOf(whole)) ?? []);
  }

  /** The keys of the cells that hide this one when they are hidden. */
  #leadersOf(value: Value): string[] {
    const beside = [...this.#addedUpBy(value), ...this.#crossedWith(value)];
    return [...this.#behind(value), ...beside].map(keyOf);
  }

  /** Of our own service, its own cell, that of the same children, and that of the group it is compared with. */
  #behind(value: Value): Value[] {
    if (value.areaKind !== 'service') return [];
    const { hiddenWith, kind } = this.#sensitivity(value);
    const own: Value = { ...value, origin: 'own', areaName: '', source: null };
    const leaders = [own];
    if (hiddenWith !== null) leaders.push({ ...own, measure: hiddenWith });
    const relative = kind === 'relative_rate' || kind === 'relative_share';
    if (relative && value.breakdown !== 'total')
      leaders.push({ ...own, group: referenceOf(this.#sensitivity(value), value.breakdown) });
    return leaders;
  }

  /** A sum of groups tells the one that is hidden to whoever subtracts the others. */
  #addedUpBy(value: Value): Value[] {
    const { sumOf } = this.#sensitivity(value);
    if (sumOf === undefined || value.origin !== 'own') return [];
    return this.#inWindow({ ...value, measure: sumOf.measure }).filter(
      ({ breakdown }) => breakdown === sumOf.breakdown,
    );
  }

  /** Two ways of grouping at once give each other away in more ways than can be followed: all of it is shown or none. */
  #crossedWith(value: Value): Value[] {
    if (!CROSSED.includes(value.breakdown)) return [];
    const telling = [...CROSSED, ...MARGINS];
    return this.#inWindow(value).filter(({ breakdown }) => telling.includes(breakdown));
  }

  #tablesOf(own: readonly Value[]): Table[] {
    const totals = own.filter(({ breakdown }) => breakdown === 'total').sort(this.#leadersFirst);
    return totals.flatMap((total) => {
      const { kind } = this.#sensitivity(total);
      const parts = this.#inWindow(total);
      return ADDS_UP.map((breakdown) => ({
        total,
        groups: parts.filter((part) => part.breakdown === breakdown),
        kind,
      })).filter(({ groups }) => groups.length > 0);
    });
  }

  #leadersFirst = (one: Value, other: Value): number =>
    Number(this.#sensitivity(one).hiddenWith !== null) -
    Number(this.#sensitivity(other).hiddenWith !== null);

  #inWindow = (value: Value): readonly Value[] => this.#windows.get(windowKey(value)) ?? [];

  #endingTogether = (value: Value): readonly Value[] => this.#endings.get(endingKey(value)) ?? [];

  #sensitivity({ measure }: Value): Sensitivity {
    const found = this.#sensitivities.get(measure);
    if (!found) throw new RangeError(`no rule says what may be shown of the measure ${measure}`);
    return found;
  }
}

/** The shares that are drawn from what a measure counts. */
export function drawnFrom(
  measure: string,
  sensitivities: ReadonlyMap<string, Sensitivity>,
): string[] {
  return [...sensitivities].flatMap(([id, rule]) => (rule.drawnFrom === measure ? [id] : []));
}

/** The name of the window a year before. */
export function yearBefore({ window: { id } }: Pick<Value, 'window'>): string {
  return `${Number(id.slice(0, 4)) - 1}${id.slice(4)}`;
}

/** Keys already written, for each is asked for many times; a value is never changed. */
const KEYS = new WeakMap<Value, string>();

/** Our own cells are known by measure, window and group; a published one also by who published it of whom. */
function keyOf(value: Value): string {
  const before = KEYS.get(value);
  if (before !== undefined) return before;
  const key = writtenKey(value);
  KEYS.set(value, key);
  return key;
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

function addTo(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

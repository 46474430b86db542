// What an edition gave before and what is counted now → what it may say of what changed in between.
import type { Value } from '../domain/value.js';
import { ADDS_UP, COUNTED } from './breakdowns.js';
import { groupedBy, yearBefore } from './cells.js';
import type { Told } from './disclosed.js';
import { changesSince, isSmallCount, smallestFirst } from './threshold.js';
import {
  drawnFrom,
  sensitivityOf,
  wholesOf,
  type Sensitivities,
  type Sensitivity,
} from './relations.js';
import { placeOf, type Earlier } from './released.js';

/**
 * The rule of figures that were given before. Whoever has two packs can subtract, so that a count that changed by 1 to
 * `hideBelow` − 1 would tell of so few children:
 * - what was hidden once stays hidden;
 * - a window of a measure in which nothing has changed by more than that stands whole as it was last given (`kept`), and
 *   gives away nothing that was not given;
 * - of a window that has changed by more, a figure that changed by 1 to `hideBelow` − 1 is hidden, or whose change
 *   differs by so much from that of another window, or of the whole it is a part of; and with it as many groups as it
 *   takes for what is left of the change of the total not to be so few;
 * - a figure of the same children as one that is kept is kept with it, or hidden.
 */
export class Restating {
  /** What is hidden, whatever else is. */
  readonly hidden: readonly Value[];
  readonly #sensitivities: Sensitivities;
  readonly #small: (change: number) => boolean;
  readonly #earlier: Earlier;
  readonly #byPlace: ReadonlyMap<string, Value>;
  /** Our own figures, by measure and window. */
  readonly #blocks: ReadonlyMap<string, readonly Value[]>;
  readonly #kept = new Map<string, Told>();
  readonly #keptBlocks = new Set<string>();

  constructor(
    values: readonly Value[],
    sensitivities: Sensitivities,
    hideBelow: number,
    earlier: Earlier,
  ) {
    this.#sensitivities = sensitivities;
    this.#earlier = earlier;
    this.#small = (change) => isSmallCount(Math.abs(change), hideBelow);
    const own = earlier.length === 0 ? [] : values.filter((value) => this.#isJudged(value));
    this.#byPlace = new Map(own.map((value) => [placeOf(value), value]));
    this.#blocks = groupedBy(own, blockOf);
    for (const block of this.#blocks.values()) if (this.#isKept(block)) this.#keepWhole(block);
    const fresh = own.filter((value) => !this.#keptBlocks.has(blockOf(value)));
    this.hidden = [
      ...own.filter((value) => this.#wasHidden(value)),
      ...own.filter((value) => this.#keptBlocks.has(blockOf(value)) && !this.keptFor(value)),
      ...[...groupedBy(fresh, seriesOf).values()].flatMap((series) => this.#unaccepted(series)),
      ...fresh.filter((value) => this.#tellsBeside(value)),
    ];
  }

  /** What stands in the place of a figure, or null where it is as counted. */
  keptFor(value: Value): Told | null {
    return this.#kept.get(placeOf(value)) ?? null;
  }

  keepsYearBefore(value: Value): boolean {
    const window = { ...value.window, id: yearBefore(value) };
    return value.origin === 'own' && this.#keptBlocks.has(blockOf({ ...value, window }));
  }

  /** Groups that must be hidden so that what is left of a total's change, less those shown, is not that of a few. */
  besides(isHidden: (value: Value) => boolean): Value[] {
    const besides: Value[] = [];
    for (const [name, block] of this.#blocks) {
      const total = block.find(({ breakdown }) => breakdown === 'total');
      if (!total || this.#keptBlocks.has(name) || isHidden(total)) continue;
      for (const breakdown of ADDS_UP) {
        const groups = block.filter((value) => value.breakdown === breakdown);
        const shown = groups.filter((value) => !isHidden(value)).sort(smallestFirst);
        const [next] = shown;
        if (next && shown.length < groups.length && this.#leavesFew(total, shown))
          besides.push(next);
      }
    }
    return besides;
  }

  #isJudged(value: Value): boolean {
    const { origin, status } = value;
    return origin === 'own' && status === 'known' && this.#ruleOf(value).ofNobody !== true;
  }

  #wasHidden(value: Value): boolean {
    const place = placeOf(value);
    return this.#earlier.some((pack) => pack.get(place)?.status === 'hidden');
  }

  /** By how much each count of a figure has changed since a pack gave it; null where that pack did not. */
  #changes(value: Value, pack: ReadonlyMap<string, Told>): number[] | null {
    const told = pack.get(placeOf(value));
    return told?.status === 'shown' ? changesSince(told, value, this.#ruleOf(value).kind) : null;
  }

  #last(value: Value): ReadonlyMap<string, Told> | null {
    return this.#earlier.findLast((pack) => pack.has(placeOf(value))) ?? null;
  }

  #isKept(block: readonly Value[]): boolean {
    const changes = block.flatMap((value) => {
      const last = this.#last(value);
      return last === null ? [] : (this.#changes(value, last) ?? []);
    });
    return (
      changes.some((change) => change !== 0) &&
      changes.every((change) => change === 0 || this.#small(change))
    );
  }

  #keepWhole(block: readonly Value[]): void {
    for (const value of block) {
      this.#keptBlocks.add(blockOf(value));
      const told = this.#last(value)?.get(placeOf(value));
      if (told?.status === 'shown') this.#kept.set(placeOf(value), told);
    }
  }

  /** Of one figure in all its windows, those whose change is that of a few, or differs by a few from a newer window's. */
  #unaccepted(series: readonly Value[]): Value[] {
    const newest = [...series].sort((one, other) => (one.window.ends < other.window.ends ? 1 : -1));
    return this.#earlier.flatMap((pack) => {
      const accepted: number[][] = [];
      return newest.filter((value) => {
        const changes = this.#changes(value, pack);
        if (changes === null) return false;
        const near = accepted.some((other) =>
          changes.some((each, at) => this.#small(each - (other[at] ?? 0))),
        );
        if (near || changes.some(this.#small)) return true;
        accepted.push(changes);
        return false;
      });
    });
  }

  /** Whether a figure beside it tells of a few by how it changed: a whole, all there are, or one kept of the same children. */
  #tellsBeside(value: Value): boolean {
    const { hiddenWith } = this.#ruleOf(value);
    if (hiddenWith && this.#kept.has(placeOf({ ...value, measure: hiddenWith }))) return true;
    return this.#earlier.some((pack) => {
      const own = this.#changes(value, pack);
      return (
        own !== null &&
        (this.#leavesFewOfWhole(value, own, pack) ||
          this.#leavesFewOut(value, own, pack) ||
          this.#leavesFewCounted(value, own, pack))
      );
    });
  }

  #leavesFewOfWhole(
    value: Value,
    own: readonly number[],
    pack: ReadonlyMap<string, Told>,
  ): boolean {
    return this.#wholesOf(value).some((whole) => {
      const changes = this.#changes(whole, pack);
      return changes?.some((change, at) => this.#small(change - (own[at] ?? 0))) ?? false;
    });
  }

  /** Those without an answer are all who are counted, less those a share of them is out of. */
  #leavesFewOut(
    value: Value,
    [all = 0]: readonly number[],
    pack: ReadonlyMap<string, Told>,
  ): boolean {
    return drawnFrom(value.measure, this.#sensitivities).some((measure) => {
      const share = this.#byPlace.get(placeOf({ ...value, measure }));
      const changes = share && this.#changes(share, pack);
      return changes ? this.#small(all - (changes[1] ?? 0)) : false;
    });
  }

  /** Those counted, those not recorded and those left are all there are. */
  #leavesFewCounted(
    value: Value,
    [own = 0, all = 0]: readonly number[],
    pack: ReadonlyMap<string, Told>,
  ): boolean {
    const breakdown = COUNTED[value.breakdown];
    const counted =
      breakdown === undefined ? undefined : this.#byPlace.get(placeOf({ ...value, breakdown }));
    const [others = 0] = (counted && this.#changes(counted, pack)) ?? [];
    return counted !== undefined && this.#small(all - own - others);
  }

  /** Of one that stands as it was given, nothing new is told. */
  #wholesOf(value: Value): Value[] {
    return wholesOf(value, this.#sensitivities)
      .flatMap((whole) => this.#byPlace.get(placeOf(whole)) ?? [])
      .filter((whole) => !this.#keptBlocks.has(blockOf(whole)));
  }

  #leavesFew(total: Value, shown: readonly Value[]): boolean {
    return this.#earlier.some((pack) => {
      const whole = this.#changes(total, pack);
      const parts = shown.map((value) => this.#changes(value, pack));
      if (whole === null || parts.includes(null)) return false;
      return whole.some((change, at) =>
        this.#small(parts.reduce((left, part) => left - (part?.[at] ?? 0), change)),
      );
    });
  }

  #ruleOf(value: Value): Sensitivity {
    return sensitivityOf(value, this.#sensitivities);
  }
}

function blockOf({ measure, window }: Value): string {
  return JSON.stringify([measure, window.id]);
}

function seriesOf({ measure, breakdown, group }: Value): string {
  return JSON.stringify([measure, breakdown, group]);
}

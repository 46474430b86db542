// Earlier releases of an edition and the present values → which values to suppress or carry forward (differencing).
import type { Value } from '../domain/value.js';
import { ADDITIVE_BREAKDOWNS, RECORDED_COUNTERPARTS } from './breakdowns.js';
import { groupValues, previousYearId } from './cells.js';
import type { ReleasedCell } from './disclosed.js';
import { countChanges, isSmallCount, smallestFirst } from './threshold.js';
import {
  findDrawnShares,
  requireRelations,
  findSuperTotals,
  type RelationsByMeasure,
  type DisclosureRelations,
} from './relations.js';
import { cellKey, type PreviousReleases } from './released.js';

/**
 * Protects against differencing between releases. A reader with two packs can subtract one from the other, so a count
 * that changed by 1 to `hideBelow` − 1 (a small change) would reveal so few children:
 * - a cell that was suppressed once stays suppressed;
 * - if every change in a measure's window is small, the whole window is carried forward as last released, which reveals
 *   nothing new;
 * - in a window with larger changes, a cell is suppressed if its change is small, or if it differs by a small number
 *   from the change in another window or in a total that contains it; and further groups are suppressed until the
 *   remainder of the total's change is not small;
 * - a cell about the same children as one carried forward is carried forward too, or suppressed.
 */
export class DifferencingProtection {
  /** Values to suppress, independent of any other suppression. */
  readonly suppressed: readonly Value[];
  readonly #relations: RelationsByMeasure;
  readonly #isSmallChange: (change: number) => boolean;
  readonly #earlier: PreviousReleases;
  readonly #byKey: ReadonlyMap<string, Value>;
  /** Our own figures, by measure and window. */
  readonly #blocks: ReadonlyMap<string, readonly Value[]>;
  readonly #carried = new Map<string, ReleasedCell>();
  readonly #carriedBlocks = new Set<string>();

  constructor(
    values: readonly Value[],
    relations: RelationsByMeasure,
    hideBelow: number,
    earlier: PreviousReleases,
  ) {
    this.#relations = relations;
    this.#earlier = earlier;
    this.#isSmallChange = (change) => isSmallCount(Math.abs(change), hideBelow);
    const own = earlier.length === 0 ? [] : values.filter((value) => this.#isProtected(value));
    this.#byKey = new Map(own.map((value) => [cellKey(value), value]));
    this.#blocks = groupValues(own, blockKey);
    for (const block of this.#blocks.values())
      if (this.#isCarried(block)) this.#carryForward(block);
    const fresh = own.filter((value) => !this.#carriedBlocks.has(blockKey(value)));
    this.suppressed = [
      ...own.filter((value) => this.#wasSuppressed(value)),
      ...own.filter(
        (value) => this.#carriedBlocks.has(blockKey(value)) && !this.findCarriedForward(value),
      ),
      ...[...groupValues(fresh, seriesKey).values()].flatMap((series) =>
        this.#findSmallChanges(series),
      ),
      ...fresh.filter((value) => this.#revealsFew(value)),
    ];
  }

  /** The released cell to show instead of a value, or null to show the value as counted. */
  findCarriedForward(value: Value): ReleasedCell | null {
    return this.#carried.get(cellKey(value)) ?? null;
  }

  carriesPreviousYear(value: Value): boolean {
    const window = { ...value.window, id: previousYearId(value) };
    return value.origin === 'own' && this.#carriedBlocks.has(blockKey({ ...value, window }));
  }

  /** Groups to suppress so that the change of a total less the changes of the groups shown is not small. */
  chooseRemainderSuppressions(isSuppressed: (value: Value) => boolean): Value[] {
    const added: Value[] = [];
    for (const [name, block] of this.#blocks) {
      const total = block.find(({ breakdown }) => breakdown === 'total');
      if (!total || this.#carriedBlocks.has(name) || isSuppressed(total)) continue;
      for (const breakdown of ADDITIVE_BREAKDOWNS) {
        const groups = block.filter((value) => value.breakdown === breakdown);
        const shown = groups.filter((value) => !isSuppressed(value)).sort(smallestFirst);
        const [next] = shown;
        if (next && shown.length < groups.length && this.#leavesFewInRemainder(total, shown))
          added.push(next);
      }
    }
    return added;
  }

  #isProtected(value: Value): boolean {
    const { origin, status } = value;
    return (
      origin === 'own' && status === 'known' && this.#findRelations(value).countsNoPeople !== true
    );
  }

  #wasSuppressed(value: Value): boolean {
    const key = cellKey(value);
    return this.#earlier.some((pack) => pack.get(key)?.status === 'hidden');
  }

  /** The change of each count of a value since a release; null if that release did not show it. */
  #countChanges(value: Value, pack: ReadonlyMap<string, ReleasedCell>): number[] | null {
    const release = pack.get(cellKey(value));
    return release?.status === 'shown'
      ? countChanges(release, value, this.#findRelations(value).kind)
      : null;
  }

  #findLastRelease(value: Value): ReadonlyMap<string, ReleasedCell> | null {
    return this.#earlier.findLast((pack) => pack.has(cellKey(value))) ?? null;
  }

  #isCarried(block: readonly Value[]): boolean {
    const changes = block.flatMap((value) => {
      const last = this.#findLastRelease(value);
      return last === null ? [] : (this.#countChanges(value, last) ?? []);
    });
    return (
      changes.some((change) => change !== 0) &&
      changes.every((change) => change === 0 || this.#isSmallChange(change))
    );
  }

  #carryForward(block: readonly Value[]): void {
    for (const value of block) {
      this.#carriedBlocks.add(blockKey(value));
      const release = this.#findLastRelease(value)?.get(cellKey(value));
      if (release?.status === 'shown') this.#carried.set(cellKey(value), release);
    }
  }

  /**
   * Of one series, the values with a small change, or with a change that differs by a small number from a newer
   * window's.
   */
  #findSmallChanges(series: readonly Value[]): Value[] {
    const newest = [...series].sort((one, other) => (one.window.ends < other.window.ends ? 1 : -1));
    return this.#earlier.flatMap((pack) => {
      const accepted: number[][] = [];
      return newest.filter((value) => {
        const changes = this.#countChanges(value, pack);
        if (changes === null) return false;
        const near = accepted.some((other) =>
          changes.some((each, at) => this.#isSmallChange(each - (other[at] ?? 0))),
        );
        if (near || changes.some(this.#isSmallChange)) return true;
        accepted.push(changes);
        return false;
      });
    });
  }

  /**
   * Whether a value's change reveals few children together with a related cell: a total, a share, or one carried
   * forward.
   */
  #revealsFew(value: Value): boolean {
    const { hiddenWith } = this.#findRelations(value);
    if (hiddenWith && this.#carried.has(cellKey({ ...value, measure: hiddenWith }))) return true;
    return this.#earlier.some((pack) => {
      const own = this.#countChanges(value, pack);
      return (
        own !== null &&
        (this.#leavesFewInTotal(value, own, pack) ||
          this.#leavesFewUnanswered(value, own, pack) ||
          this.#leavesFewRecorded(value, own, pack))
      );
    });
  }

  #leavesFewInTotal(
    value: Value,
    own: readonly number[],
    pack: ReadonlyMap<string, ReleasedCell>,
  ): boolean {
    return this.#findSuperTotals(value).some((total) => {
      const changes = this.#countChanges(total, pack);
      return changes?.some((change, at) => this.#isSmallChange(change - (own[at] ?? 0))) ?? false;
    });
  }

  /** People without an answer: all counted, less the denominator of a share drawn from them. */
  #leavesFewUnanswered(
    value: Value,
    [all = 0]: readonly number[],
    pack: ReadonlyMap<string, ReleasedCell>,
  ): boolean {
    return findDrawnShares(value.measure, this.#relations).some((measure) => {
      const share = this.#byKey.get(cellKey({ ...value, measure }));
      const changes = share && this.#countChanges(share, pack);
      return changes ? this.#isSmallChange(all - (changes[1] ?? 0)) : false;
    });
  }

  /** The remainder: all, less those recorded and those not recorded. */
  #leavesFewRecorded(
    value: Value,
    [own = 0, all = 0]: readonly number[],
    pack: ReadonlyMap<string, ReleasedCell>,
  ): boolean {
    const breakdown = RECORDED_COUNTERPARTS[value.breakdown];
    const counted =
      breakdown === undefined ? undefined : this.#byKey.get(cellKey({ ...value, breakdown }));
    const [others = 0] = (counted && this.#countChanges(counted, pack)) ?? [];
    return counted !== undefined && this.#isSmallChange(all - own - others);
  }

  /** Totals that contain the value. One that is carried forward reveals nothing new and is left out. */
  #findSuperTotals(value: Value): Value[] {
    return findSuperTotals(value, this.#relations)
      .flatMap((total) => this.#byKey.get(cellKey(total)) ?? [])
      .filter((total) => !this.#carriedBlocks.has(blockKey(total)));
  }

  #leavesFewInRemainder(total: Value, shown: readonly Value[]): boolean {
    return this.#earlier.some((pack) => {
      const totalChanges = this.#countChanges(total, pack);
      const parts = shown.map((value) => this.#countChanges(value, pack));
      if (totalChanges === null || parts.includes(null)) return false;
      return totalChanges.some((change, at) =>
        this.#isSmallChange(
          parts.reduce((remainder, part) => remainder - (part?.[at] ?? 0), change),
        ),
      );
    });
  }

  #findRelations(value: Value): DisclosureRelations {
    return requireRelations(value, this.#relations);
  }
}

function blockKey({ measure, window }: Value): string {
  return JSON.stringify([measure, window.id]);
}

function seriesKey({ measure, breakdown, group }: Value): string {
  return JSON.stringify([measure, breakdown, group]);
}

// Earlier releases of an edition and the present values → which values to suppress or carry forward (differencing).
import type { Value } from '../domain/value.js';
import { ADDITIVE_BREAKDOWNS } from './breakdowns.js';
import { groupValues, previousYearId } from './cells.js';
import type { ReleasedCell } from './disclosed.js';
import { requireRelations, type RelationsByMeasure } from './relations.js';
import { cellKey, type PreviousReleases } from './released.js';
import { countChanges, isSmallCount, smallestFirst } from './threshold.js';

/**
 * Keeps what readers of earlier releases hold from telling few children:
 * - a cell that was suppressed once stays suppressed;
 * - if every change in a measure's window is of 1 to `hideBelow` − 1, the whole window is carried forward as last
 *   released, which reveals nothing new; what was not released of it is suppressed;
 * - a cell is suppressed if its change differs by so few from the change in a newer window: years overlap, so that it would
 *   tell the change of a quarter, which is no figure of its own;
 * - further groups are suppressed until those suppressed did not change by so few together, as the total tells.
 * What else two releases tell together is left to their audit.
 */
export class DifferencingProtection {
  /** Values to suppress, independent of any other suppression. */
  readonly suppressed: readonly Value[];
  readonly #relations: RelationsByMeasure;
  readonly #hideBelow: number;
  readonly #earlier: PreviousReleases;
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
    this.#hideBelow = hideBelow;
    const own = earlier.length === 0 ? [] : values.filter((value) => this.#isProtected(value));
    this.#blocks = groupValues(own, blockKey);
    for (const block of this.#blocks.values())
      if (this.#isCarried(block)) this.#carryForward(block);
    const fresh = own.filter((value) => !this.#carriedBlocks.has(blockKey(value)));
    this.suppressed = [
      ...own.filter((value) => this.#wasSuppressed(value) || this.#isCarriedWithoutRelease(value)),
      ...[...groupValues(fresh, seriesKey).values()].flatMap((series) =>
        this.#findSmallChanges(series),
      ),
    ];
  }

  /**
   * The released cell to show instead of a value of our own, or null to show the value as counted. A published figure is
   * its publisher's, of whatever area, and is never replaced by ours.
   */
  findCarriedForward(value: Value): ReleasedCell | null {
    return value.origin === 'own' ? (this.#carried.get(cellKey(value)) ?? null) : null;
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

  #leavesFewInRemainder(total: Value, shown: readonly Value[]): boolean {
    return this.#earlier.some((pack) => {
      const totalChanges = this.#countChanges(total, pack.get(cellKey(total)));
      const parts = shown.map((value) => this.#countChanges(value, pack.get(cellKey(value))));
      if (totalChanges === null || parts.includes(null)) return false;
      return totalChanges.some((change, at) =>
        this.#isSmallChange(
          parts.reduce((remainder, part) => remainder - (part?.[at] ?? 0), change),
        ),
      );
    });
  }

  #isProtected(value: Value): boolean {
    const { origin, status } = value;
    const { countsNoPeople } = requireRelations(value, this.#relations);
    return origin === 'own' && status === 'known' && countsNoPeople !== true;
  }

  #wasSuppressed(value: Value): boolean {
    const key = cellKey(value);
    return this.#earlier.some((pack) => pack.get(key)?.status === 'hidden');
  }

  #isCarriedWithoutRelease(value: Value): boolean {
    return this.#carriedBlocks.has(blockKey(value)) && !this.findCarriedForward(value);
  }

  /** The change of each count of a value since a release; null if that release did not show it. */
  #countChanges(value: Value, release: ReleasedCell | null | undefined): number[] | null {
    if (release?.status !== 'shown') return null;
    return countChanges(release, value, requireRelations(value, this.#relations).kind);
  }

  #isSmallChange(change: number): boolean {
    return isSmallCount(Math.abs(change), this.#hideBelow);
  }

  /** Of one series, the values with a small change, or with one that differs by a small number from a newer window's. */
  #findSmallChanges(series: readonly Value[]): Value[] {
    const newest = [...series].sort((one, other) => (one.window.ends < other.window.ends ? 1 : -1));
    return this.#earlier.flatMap((pack) => {
      const accepted: number[][] = [];
      return newest.filter((value) => {
        const changes = this.#countChanges(value, pack.get(cellKey(value)));
        if (changes === null) return false;
        const near = accepted.some((other) =>
          changes.some((each, at) => this.#isSmallChange(each - (other[at] ?? 0))),
        );
        if (near || changes.some((change) => this.#isSmallChange(change))) return true;
        accepted.push(changes);
        return false;
      });
    });
  }

  #findLastRelease(value: Value): ReleasedCell | null {
    const key = cellKey(value);
    return this.#earlier.findLast((pack) => pack.has(key))?.get(key) ?? null;
  }

  #isCarried(block: readonly Value[]): boolean {
    const changes = block.flatMap(
      (value) => this.#countChanges(value, this.#findLastRelease(value)) ?? [],
    );
    return (
      changes.some((change) => change !== 0) &&
      changes.every((change) => change === 0 || this.#isSmallChange(change))
    );
  }

  #carryForward(block: readonly Value[]): void {
    for (const value of block) {
      this.#carriedBlocks.add(blockKey(value));
      const release = this.#findLastRelease(value);
      if (release?.status === 'shown') this.#carried.set(cellKey(value), release);
    }
  }
}

function blockKey({ measure, window }: Value): string {
  return JSON.stringify([measure, window.id]);
}

function seriesKey({ measure, breakdown, group }: Value): string {
  return JSON.stringify([measure, breakdown, group]);
}

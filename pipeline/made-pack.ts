// A pack as made → what is remembered of it, and what a later pack of the same edition is held against.
import { lastPack, packsBefore } from './deliveries/last-pack.js';
import type { Happening } from './deliveries/entry.js';
import { recallPack } from './deliveries/packs.js';
import type { Besides } from './disclosure/besides.js';
import type { Earlier } from './disclosure/told.js';
import type { Day, Quarter } from './domain/period.js';

/** What a pack gave: of each edition, its figures, and what it told besides. It holds totals and no row of anybody. */
export interface Given {
  /** Not there in a pack that was made before this was remembered. */
  readonly besides?: ReadonlyMap<string, Besides>;
  readonly told: ReadonlyMap<string, Earlier[number]>;
}

/** What an edition gave before: in every pack, oldest first, and in the last of an earlier quarter. */
export interface Before {
  readonly earlier: Earlier;
  readonly last: Earlier[number] | null;
  /** What this very pack gave when it was made, where somebody has been erased since; else null. */
  readonly own: Earlier[number] | null;
  /** What every one of these packs told besides its figures. */
  readonly besides: readonly Besides[];
}

/** Since no pack at all. */
export const NOTHING_BEFORE: Before = { earlier: [], last: null, own: null, besides: [] };

/** What every pack made before this one gave, by edition. */
export function givenBefore(
  store: string,
  lines: readonly Happening[],
  quarter: Quarter,
  asAt: Day,
): (edition: string) => Before {
  const names = new Set(packsBefore(lines, quarter, asAt).flatMap(({ made }) => made ?? []));
  const given = new Map([...names].map((name) => [name, recallPack(store, name) as Given]));
  const made = madeBeforeErasure(lines, quarter, asAt);
  const own = made === null ? null : (recallPack(store, made) as Given);
  const last = given.get(lastPack(lines, quarter, asAt)?.made ?? '');
  return (edition) => ({
    earlier: [...given.values()].flatMap(({ told }) => told.get(edition) ?? []),
    last: last?.told.get(edition) ?? null,
    own: own?.told.get(edition) ?? null,
    besides: [...given.values(), ...(own ? [own] : [])].flatMap(
      (each) => each.besides?.get(edition) ?? [],
    ),
  });
}

/** The file that remembers what a pack gave before somebody was erased from what it stood on; null where nobody was. */
export function madeBeforeErasure(
  lines: readonly Happening[],
  quarter: Quarter,
  asAt: Day,
): string | null {
  const erased = lines.findLastIndex(({ what }) => what === 'erased');
  const made = lines.findLast(
    (line, at) =>
      at < erased &&
      line.what === 'packed' &&
      line.quarter === quarter.label &&
      line.as_at === asAt,
  );
  return made?.what === 'packed' ? (made.made ?? null) : null;
}

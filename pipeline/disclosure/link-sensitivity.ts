// What a measure would be with the likely links → what an edition may see of it.
import type { Band } from '../domain/link-sensitivity.js';
import { show, type Disclosed } from './disclosed.js';
import { changesSince, type Kind } from './threshold.js';

declare const door: unique symbol;

/** Both ends, or that they are the same, or that they may not be seen. */
type Seen =
  | {
      readonly status: 'shown';
      readonly links: number;
      readonly ends: readonly [Disclosed, Disclosed];
    }
  | { readonly status: 'same' }
  | { readonly status: 'hidden' };

/** What an edition may see of a band. Like `Disclosed`, it can only be made here. */
export type DisclosedBand = Seen & { readonly measure: string; readonly [door]: true };

/**
 * Decides what an edition sees of a band. One that hides sees its ends only where they are one figure: else the figure
 * of a later pack, when some links have been decided, taken from the far end would tell of the few that were not made,
 * however wide the band is. Nor does it see how many links there are.
 */
export function discloseBand(band: Band, kind: Kind, hideBelow: number): DisclosedBand {
  const { measure } = band.without;
  // A relative rate moves with the group that it is set against, too.
  const isSame =
    band.without.value === band.with.value &&
    changesSince(band.without, band.with, kind).every((change) => change === 0);
  if (isSame) return through({ measure, status: 'same' });
  if (hideBelow > 0) return through({ measure, status: 'hidden' });
  const ends = [show(band.without), show(band.with)] as const;
  return through({ measure, status: 'shown', links: band.links, ends });
}

function through(seen: Seen & { readonly measure: string }): DisclosedBand {
  return seen as DisclosedBand;
}

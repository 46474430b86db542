// What a measure would be with the likely links → what an edition may see of it.
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { discloseCell, type DisclosedCell } from './disclosed.js';
import { countChanges, type DisclosureKind } from './threshold.js';

declare const brand: unique symbol;

/** Both ends, or that they are the same, or that they may not be seen. */
type DisclosedRange =
  | {
      readonly status: 'shown';
      readonly links: number;
      readonly ends: readonly [DisclosedCell, DisclosedCell];
    }
  | { readonly status: 'same' }
  | { readonly status: 'hidden' };

/** What an edition may see of a band. Like `Disclosed`, it can only be made here. */
export type DisclosedLinkSensitivity = DisclosedRange & {
  readonly measure: string;
  readonly [brand]: true;
};

/**
 * Decides what an edition sees of a band. One that hides sees its ends only where they are one figure: else the figure
 * of a later pack, when some links have been decided, taken from the far end would tell of the few that were not made,
 * however wide the band is. Nor does it see how many links there are.
 */
export function discloseLinkSensitivity(
  sensitivity: LinkSensitivity,
  kind: DisclosureKind,
  hideBelow: number,
): DisclosedLinkSensitivity {
  const { measure } = sensitivity.without;
  // A relative rate moves with the group that it is set against, too.
  const isSame =
    sensitivity.without.value === sensitivity.with.value &&
    countChanges(sensitivity.without, sensitivity.with, kind).every((change) => change === 0);
  if (isSame) return markDisclosed({ measure, status: 'same' });
  if (hideBelow > 0) return markDisclosed({ measure, status: 'hidden' });
  const ends = [discloseCell(sensitivity.without), discloseCell(sensitivity.with)] as const;
  return markDisclosed({ measure, status: 'shown', links: sensitivity.links, ends });
}

function markDisclosed(
  range: DisclosedRange & { readonly measure: string },
): DisclosedLinkSensitivity {
  return range as DisclosedLinkSensitivity;
}

// A measure's sensitivity to likely links → what an edition may see of it.
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { discloseCell, type DisclosedCell } from './disclosed.js';
import { countChanges, type DisclosureKind } from './threshold.js';

declare const brand: unique symbol;

/** Both ends of the range, or that they are equal, or that they are suppressed. */
type DisclosedRange =
  | {
      readonly status: 'shown';
      readonly links: number;
      readonly ends: readonly [DisclosedCell, DisclosedCell];
    }
  | { readonly status: 'same' }
  | { readonly status: 'hidden' };

/** What an edition may see of a link sensitivity. Like `DisclosedCell`, it can only be made in this file. */
export type DisclosedLinkSensitivity = DisclosedRange & {
  readonly measure: string;
  readonly [brand]: true;
};

/**
 * Decides what an edition may see. An edition with suppression sees only that both ends are equal. Otherwise, once some
 * links have been decided, subtracting the figure in a later pack from the far end would reveal the few links that were
 * rejected, however wide the range is. The number of links is not shown either.
 */
export function discloseLinkSensitivity(
  sensitivity: LinkSensitivity,
  kind: DisclosureKind,
  hideBelow: number,
): DisclosedLinkSensitivity {
  const { measure } = sensitivity.without;
  // A relative rate also moves with its reference group.
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

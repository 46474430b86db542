// Every value of a pack → what one edition may see of it. The only door between counting and showing.
import type { Value } from '../domain/value.js';
import { carryForward, discloseCell, withholdCell, type DisclosedCell } from './disclosed.js';
import { Suppression } from './suppression.js';
import { DifferencingProtection } from './differencing.js';
import type { RelationsByMeasure } from './relations.js';
import type { PreviousReleases } from './released.js';

export type { DisclosureRelations } from './relations.js';
export type { PreviousReleases } from './released.js';

/**
 * Decides, for one edition, which of a pack's values keep their numbers. `hideBelow` 0 shows all. Otherwise a value is
 * hidden when
 * - a count of children, of events, or of those left over in a proportion is 1 to `hideBelow` − 1;
 * - it could be found by taking the groups shown from their total;
 * - it is of a longer window than another that ends with it, and holds 1 to `hideBelow` − 1 more: those few would be told;
 * - it is of part of the children of another measure, or of a total whose groups overlap, which has 1 to
 *   `hideBelow` − 1 more;
 * - it counts people or cases of whom another measure tells how many answered, and 1 to `hideBelow` − 1 did not;
 * - it adds up groups of another measure of which one is hidden: subtraction would find that one;
 * - it is of ethnicity within one sex, and any other of those, or of ethnicity or sex, is hidden;
 * - with another it would leave a count of 1 to `hideBelow` − 1 that is not printed: children recorded as without a need;
 * - it is computed from a hidden one: another measure of the same children, a relative rate whose reference is hidden,
 *   a figure published of our own service beside ours.
 * What no person stands behind is never hidden (`ofNobody`). A true zero is shown. A verdict is dropped where the window
 * it compares with is hidden. All values of a pack must be given at once: what one measure hides another may not tell.
 * `earlier` are the packs of this edition that were made before, oldest first: what they gave and this one gives may not
 * differ by a few children either (`Restating`).
 */
export function disclose(
  values: readonly Value[],
  relations: RelationsByMeasure,
  hideBelow: number,
  earlier: PreviousReleases = [],
): DisclosedCell[] {
  const suppression = new Suppression(values, relations, hideBelow);
  const differencing = new DifferencingProtection(
    values,
    relations,
    hideBelow,
    hideBelow > 0 ? earlier : [],
  );
  if (hideBelow > 0) suppression.applyPrimaryRule();
  suppression.suppress(differencing.suppressed);
  for (;;) {
    const added = differencing.chooseRemainderSuppressions(suppression.isSuppressed);
    if (added.length === 0) break;
    suppression.suppress(added);
  }
  return values.map((value) => {
    if (value.status !== 'known') return withholdCell(value, value.status);
    if (suppression.isSuppressed(value)) return withholdCell(value, 'hidden');
    const release = differencing.findCarriedForward(value);
    if (release) return carryForward(value, release);
    const hasNoPreviousYear =
      suppression.suppressesPreviousYear(value) || differencing.carriesPreviousYear(value);
    return discloseCell(hasNoPreviousYear ? { ...value, verdict: null } : value);
  });
}

// Every value of a pack → what one edition may see of it. Nothing reaches a pack without passing through here.
import type { Value } from '../domain/value.js';
import {
  carryForward,
  discloseCell,
  withheldStatus,
  withholdCell,
  type DisclosedCell,
} from './disclosed.js';
import { dropUnsupportedVerdicts } from './published-verdicts.js';
import { dropUnsupportedSeconds } from './second-rates.js';
import { Suppression } from './suppression.js';
import { DifferencingProtection } from './differencing.js';
import type { RelationsByMeasure } from './relations.js';
import { cellKey, type PreviousReleases } from './released.js';

export type { DisclosureRelations } from './relations.js';
export type { PreviousReleases } from './released.js';

/**
 * Decides, for one edition, which of a pack's values keep their numbers. `hideBelow` 0 shows all. Otherwise a value is
 * suppressed if
 * - a count of children, of events, or of the complement in a proportion is 1 to `hideBelow` − 1 (primary suppression);
 * - it is one of `withheld`, figures of our own by `cellKey`, by which the audit of the edition found a small count
 *   (secondary suppression): without an audit there is none;
 * - one of `earlier`, the previous releases of this edition, oldest first, suppressed it (`DifferencingProtection`);
 * - it is worked out from a suppressed value: a relative rate with a suppressed reference, an official figure about our
 *   own service.
 * A value that counts no people is never suppressed (`countsNoPeople`). A true zero is shown, unless it is withheld. A
 * verdict is dropped if the window it compares with is suppressed, and beside a published figure if ours is not shown as
 * counted. A rate on a second population stands only beside counts shown as they were counted
 * (`dropUnsupportedSeconds`). All values of a pack must be passed in one call.
 */
export function disclose(
  values: readonly Value[],
  relations: RelationsByMeasure,
  hideBelow: number,
  earlier: PreviousReleases = [],
  withheld: ReadonlySet<string> = new Set(),
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
  suppression.suppress(
    values.filter((value) => value.origin === 'own' && withheld.has(cellKey(value))),
  );
  for (;;) {
    const added = differencing.chooseRemainderSuppressions(suppression.isSuppressed);
    if (added.length === 0) break;
    suppression.suppress(added);
  }
  const disclosed = values.map((value) => {
    if (value.status !== 'known') return withholdCell(value, withheldStatus(value.status));
    if (suppression.isSuppressed(value)) return withholdCell(value, 'hidden');
    const release = differencing.findCarriedForward(value);
    if (release) return carryForward(value, release);
    const hasNoPreviousYear =
      suppression.suppressesPreviousYear(value) || differencing.carriesPreviousYear(value);
    return discloseCell(hasNoPreviousYear ? { ...value, verdict: null } : value);
  });
  return dropUnsupportedSeconds(dropUnsupportedVerdicts(disclosed), relations);
}

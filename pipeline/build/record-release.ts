// A pack that was published → what the store remembers of it.
import { appendLedger } from '../deliveries/ledger.js';
import { archiveRelease } from '../deliveries/release-archive.js';
import { releasedFigures, type DisclosedPack } from '../editions/disclose-edition.js';
import type { ReleasedLink } from '../identity/links-as-at.js';
import { saveReleasedLinks } from '../load/record-linkage.js';
import type { PackRequest } from '../config/pack-request.js';

/**
 * Records the release in the ledger, so that nothing received later can change what it was made from. Archives what each
 * edition released, to protect later packs against differencing, and the links that this pack was the first to use.
 */
export function recordRelease(
  request: PackRequest,
  { editions }: DisclosedPack,
  links: readonly ReleasedLink[],
): void {
  saveReleasedLinks(request.settings, request.asOf.asAt, links);
  archiveEditions(request, 'packed', editions);
}

/**
 * Archives what a draft released in each edition that hides, because a later pack could be subtracted from it. It freezes
 * no delivery, and no revision is counted from it. A draft of an edition that hides nothing leaves no trace.
 */
export function recordDraft(request: PackRequest, { editions }: DisclosedPack): void {
  const hiding = editions.filter(({ edition }) => edition.hide_below > 0);
  if (hiding.length > 0) archiveEditions(request, 'drafted', hiding);
}

/** Archives what the editions released, and adds the event to the ledger. */
function archiveEditions(
  { settings, quarter, asOf: { asAt, today } }: PackRequest,
  what: 'packed' | 'drafted',
  editions: DisclosedPack['editions'],
): void {
  const names = editions.map(({ edition }) => edition.name);
  const made = archiveRelease(settings.deliveries, releasedFigures(editions));
  const pack = { quarter: quarter.label, as_at: asAt, editions: names, made };
  appendLedger(settings.deliveries, { what, on: today, ...pack });
}

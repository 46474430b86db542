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
  { settings, quarter, asOf: { asAt, today } }: PackRequest,
  { editions }: DisclosedPack,
  links: readonly ReleasedLink[],
): void {
  saveReleasedLinks(settings, asAt, links);
  const names = editions.map(({ edition }) => edition.name);
  const made = archiveRelease(settings.deliveries, releasedFigures(editions));
  const pack = { quarter: quarter.label, as_at: asAt, editions: names, made };
  appendLedger(settings.deliveries, { what: 'packed', on: today, ...pack });
}

/**
 * Notes what a draft gave in each edition that hides: whoever has it can subtract the pack from it, so that later ones are
 * held against it. It freezes nothing, and is no pack that revisions are said of. A draft of the others leaves no trace.
 */
export function recordDraft(
  { settings, quarter, asOf: { asAt, today } }: PackRequest,
  { editions }: DisclosedPack,
): void {
  const hiding = editions.filter(({ edition }) => edition.hide_below > 0);
  if (hiding.length === 0) return;
  const names = hiding.map(({ edition }) => edition.name);
  const made = archiveRelease(settings.deliveries, releasedFigures(hiding));
  const draft = { quarter: quarter.label, as_at: asAt, editions: names, made };
  appendLedger(settings.deliveries, { what: 'drafted', on: today, ...draft });
}

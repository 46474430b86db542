// Packs that a store remembers, as the next one sees them.
import type { LedgerEvent } from '../../pipeline/deliveries/events.js';
import type { ReleaseNames } from '../../pipeline/deliveries/release-names.js';
import { resolveFormerNames, type CurrentNames } from '../../pipeline/domain/former-names.js';
import { parseQuarter, type Quarter } from '../../pipeline/domain/period.js';
import {
  buildReleaseHistory,
  NO_RELEASES,
  readEarlierPacks,
  type ReleaseHistory,
} from '../../pipeline/editions/previous-releases.js';

export const QUARTER = parseQuarter('2022-23 Q4') as Quarter;

/** Names of today, each with those it had before. */
export function namesOf(names: Readonly<Record<string, readonly string[]>>): CurrentNames {
  const named = Object.entries(names).map(([name, formerly]) => ({ name, formerly }));
  return resolveFormerNames(named, { thing: 'measure', file: (name) => name });
}

/** Packs of a store, one made on each day of April: what they gave, as the next one of the public edition sees it. */
export function packsBefore(
  store: string,
  files: readonly string[],
  names: ReleaseNames,
): ReleaseHistory {
  const lines = files.map((made, at): LedgerEvent => {
    const day = `2023-04-${String(at + 10)}`;
    const pack = { quarter: QUARTER.label, as_at: day, editions: ['public'], made };
    return { seq: at + 1, on: day, what: 'packed', ...pack };
  });
  const histories = buildReleaseHistory(
    readEarlierPacks(store, lines, QUARTER, '2023-05-01'),
    names,
  )('public');
  return histories.at(-1) ?? NO_RELEASES;
}

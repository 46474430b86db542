// What a pack was made from → manifest.json, the same for the same inputs.
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { compareText } from '../domain/compare-text.js';

/** Files of one edition by name. */
export type EditionFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a manifest is written from. It holds no clock: two builds of the same inputs give the same manifest. */
export interface ManifestInput {
  readonly service: string;
  readonly quarter: string;
  readonly asAt: string;
  readonly draft: boolean;
  readonly edition: string;
  readonly hideBelow: number;
  readonly synthetic: boolean;
  readonly version: string;
  readonly covers: { readonly from: string; readonly to: string };
  readonly deliveries: readonly LedgerEntry[];
  /** What the audit of the edition found; null for one that hides nothing. */
  readonly audit: ManifestAudit | null;
}

/** The standard an edition was audited by, with how many of its releases, and how many small counts are exposed. */
export interface ManifestAudit {
  readonly upperEnd: number;
  readonly possibleValues: number;
  readonly releases: number;
  readonly exposed: number;
}

/**
 * The manifest of one edition, with the hash of each of its files. An edition that hides nothing says of each delivery its
 * content's hash, its row counts, and the name and hash of each file as received, so that an auditor can trace it. An
 * edition that hides names its extracts and no more (`listExtracts`).
 */
export function writeManifest(input: ManifestInput, files: EditionFiles): string {
  const { deliveries, audit, ...pack } = input;
  const received = input.hideBelow > 0 ? listExtracts(deliveries) : deliveries.map(traceDelivery);
  const hashes = [...files].map(([name, content]) => [
    name,
    createHash('sha256').update(content).digest('hex'),
  ]);
  const manifest = {
    ...pack,
    ...(audit === null ? {} : { audit }),
    deliveries: received,
    files: Object.fromEntries(hashes) as object,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function traceDelivery(entry: LedgerEntry): object {
  const { extract, delivery, contract_version, received, accepted, set_aside, files } = entry;
  const sources = files.map(({ name, sha256 }) => ({ name, sha256 }));
  return { extract, delivery, contract_version, received, accepted, set_aside, files: sources };
}

/**
 * Each extract once, by name. Whoever guesses a short file can try the guess against its hash; and a hash, a row count, a
 * contract's version or a number of deliveries that is the same in two packs says that nothing came between them, even
 * where a key was mixed into the hash.
 */
function listExtracts(deliveries: readonly LedgerEntry[]): object[] {
  return [...new Set(deliveries.map(({ extract }) => extract))]
    .sort(compareText)
    .map((extract) => ({ extract, rows: 'hidden', files: 'hidden' }));
}

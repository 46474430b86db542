// What a pack was made from → manifest.json, the same for the same inputs.
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../deliveries/ledger.js';
import type { EditionFiles } from './atomic-publish.js';

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
}

/** The manifest of one edition: its deliveries, with their row counts if it hides nothing, and the hash of each of its files. */
export function writeManifest(input: ManifestInput, files: EditionFiles): string {
  const { deliveries, ...pack } = input;
  const received = deliveries.map((entry) => ({
    extract: entry.extract,
    delivery: entry.delivery,
    contract_version: entry.contract_version,
    ...describeRows(entry, input.hideBelow),
    files: entry.files.map(({ name, sha256 }) => ({ name, sha256 })),
  }));
  const hashes = [...files].map(([name, content]) => [
    name,
    createHash('sha256').update(content).digest('hex'),
  ]);
  const manifest = { ...pack, deliveries: received, files: Object.fromEntries(hashes) as object };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Row counts; withheld in an edition that hides, since two packs could be subtracted to find a few children. */
function describeRows({ received, accepted, set_aside }: LedgerEntry, hideBelow: number): object {
  return hideBelow > 0 ? { rows: 'hidden' } : { received, accepted, set_aside };
}

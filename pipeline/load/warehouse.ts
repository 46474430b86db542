// Deliveries known at a moment → their warehouse, built, put in place, and opened to read.
import { join } from 'node:path';
import type { LedgerEntry } from '../deliveries/ledger.js';
import type { Day } from '../domain/period.js';
import type { LinkRow } from '../identity/links-as-at.js';
import { partsOf, planOf } from './load-plan.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { linkAll, openWhoIsWho, type Linking } from './record-linkage.js';
import { buildWarehouse } from '../warehouse/build.js';
import { openForReading, type Connection } from '../warehouse/connection.js';
import { openWithLinks } from '../warehouse/what-if-links.js';

/** An open warehouse, and who was linked to whom in it. */
export interface OpenWarehouse extends Connection {
  readonly linking: Linking;
  /** Opens the warehouse as it would be with other links; close it first. */
  readonly withLinks: (links: readonly LinkRow[]) => Promise<Connection>;
}

/**
 * Builds the warehouse beside the last one, renames it into place, and opens it read-only and locked. Who is who is as at
 * the day: by what was known, decided and linked by then.
 */
export async function openWarehouse(
  project: Project,
  settings: Settings,
  { known }: { readonly known: ReadonlyMap<string, readonly LedgerEntry[]> },
  asAt: Day,
): Promise<OpenWarehouse> {
  const path = join(settings.deliveries, 'warehouse.duckdb');
  const queries = join(project.folder, 'queries');
  const parts = partsOf([...known.values()].flat(), settings.deliveries);
  const who = openWhoIsWho(settings, queries, asAt);
  let linking: Linking = { rows: [], weighed: [], fresh: [] };
  await buildWarehouse(path, {
    contracts: project.contracts,
    ...planOf(parts, settings.systems),
    birthdayOf: who.birthdayOf,
    linkPersons: (inRaw) => {
      linking = linkAll(who, inRaw);
      return linking.rows;
    },
    areas: settings.areas,
    queries,
  });
  const { contracts } = project;
  const { birthdayOf } = who;
  const withLinks: OpenWarehouse['withLinks'] = (links) =>
    openWithLinks(path, { contracts, links, birthdayOf, queries });
  return { ...(await openForReading(path)), linking, withLinks };
}

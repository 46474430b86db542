// Deliveries known at a moment → their warehouse, built, put in place, and opened to read.
import { join } from 'node:path';
import { parquetPath } from './deliveries/store.js';
import type { Project } from './project.js';
import type { Received } from './receive.js';
import type { Settings } from './settings.js';
import { buildWarehouse } from './warehouse/build.js';
import { openForReading, type Connection } from './warehouse/connection.js';

/** Builds the warehouse beside the last one, renames it into place, and opens it read-only and locked. */
export async function openWarehouse(
  project: Project,
  settings: Settings,
  { known }: Pick<Received, 'known'>,
): Promise<Connection> {
  const path = join(settings.deliveries, 'warehouse.duckdb');
  const parquets = [...known].map(([extract, entries]) => [
    extract,
    entries.map(({ delivery }) => parquetPath(settings.deliveries, delivery)),
  ]);
  await buildWarehouse(path, {
    contracts: project.contracts,
    parquets: new Map(parquets as [string, string[]][]),
    areas: settings.areas,
    queries: join(project.folder, 'queries'),
  });
  return openForReading(path);
}

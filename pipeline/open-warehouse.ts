// Deliveries known at a moment → their warehouse, built, put in place, and opened to read.
import { join } from 'node:path';
import { OWN } from './contracts/who.js';
import { parquetPath } from './deliveries/store.js';
import { identityFile, readIdentities, type Identity } from './identity/identity-file.js';
import { readKey } from './identity/key.js';
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
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  const identities = readIdentities(identityFile(settings.deliveries), key);
  await buildWarehouse(path, {
    contracts: project.contracts,
    parquets: new Map(parquets as [string, string[]][]),
    birthdayOf: birthdaysIn(identities),
    areas: settings.areas,
    queries: join(project.folder, 'queries'),
  });
  return openForReading(path);
}

function birthdaysIn(identities: readonly Identity[]): Map<string, string> {
  const born = identities.flatMap(({ source, mark, date_of_birth }) =>
    source === OWN && date_of_birth !== null ? [[mark, date_of_birth] as const] : [],
  );
  return new Map(born);
}

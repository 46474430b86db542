// The demonstration's extracts → received into a store of its own.
import { join } from 'node:path';
import type { Project } from '../../pipeline/config/project.js';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { receiveExtracts } from '../../pipeline/ingest/receive.js';

/** The settings of the demonstration with another store, into which its extracts were received. */
export async function receiveDemonstration(
  project: Project,
  deliveries: string,
): Promise<{ readonly settings: Settings; readonly asAt: string }> {
  const asAt = '2023-05-15';
  const declared = readSettings(join(project.folder, 'reports', 'service.yaml'));
  const settings = { ...declared, deliveries };
  const found = findAllFiles(project.contracts, settings, null);
  await receiveExtracts(project, settings, found, { asOf: { asAt, today: asAt } }, () => undefined);
  return { settings, asAt };
}

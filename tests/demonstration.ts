// The demonstration service, taken in and counted once for every test that asks of it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disclose } from '../pipeline/disclosure/disclose.js';
import { sensitivitiesOf } from '../pipeline/document.js';
import { parseQuarter } from '../pipeline/domain/period.js';
import { findAll } from '../pipeline/find-all.js';
import { openWarehouse } from '../pipeline/open-warehouse.js';
import { readProject } from '../pipeline/project.js';
import { figureRows, type FigureRow } from '../pipeline/publish/figures-table.js';
import { receiveExtracts } from '../pipeline/receive.js';
import { resultsOf } from '../pipeline/results.js';
import { readSettings } from '../pipeline/settings.js';
import type { Connection } from '../pipeline/warehouse/connection.js';

export const AS_AT = '2023-05-15';

export interface Demonstration {
  readonly warehouse: Connection;
  /** The rows of figures.csv of a quarter, for an edition that hides counts below a number; 0 hides none. */
  readonly rows: (quarter: string, hideBelow: number) => Promise<FigureRow[]>;
}

export async function openDemonstration(): Promise<Demonstration> {
  const project = readProject();
  const deliveries = mkdtempSync(join(tmpdir(), 'boardpack-deliveries-'));
  const service = readSettings(join(project.folder, 'reports', 'service.yaml'));
  const settings = { ...service, deliveries };
  const found = findAll(project.contracts, settings, null);
  const days = { asAt: AS_AT, today: AS_AT };
  const received = await receiveExtracts(project, settings, found, days, () => undefined);
  const warehouse = await openWarehouse(project, settings, received);
  return {
    warehouse,
    async rows(label, hideBelow) {
      const quarter = parseQuarter(label);
      if (!quarter) throw new RangeError(label);
      const { values } = await resultsOf(
        warehouse,
        project,
        settings,
        quarter,
        AS_AT,
        received.known,
      );
      return figureRows(disclose(values, sensitivitiesOf(project), hideBelow), quarter);
    },
  };
}

// The demonstration service, taken in and counted once in a process for every test that asks of it.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { disclose } from '../pipeline/disclosure/disclose.js';
import type { Disclosed } from '../pipeline/disclosure/disclosed.js';
import { sensitivitiesOf } from '../pipeline/open-edition.js';
import { parseQuarter, type Quarter } from '../pipeline/domain/period.js';
import { findAll } from '../pipeline/find-all.js';
import { openWarehouse } from '../pipeline/open-warehouse.js';
import { forNation, readProject } from '../pipeline/project.js';
import { figureRows, type FigureRow } from '../pipeline/publish/figures-table.js';
import { receiveExtracts } from '../pipeline/receive.js';
import { reconcile, type Reconciled } from '../pipeline/reconciliation.js';
import { resultsOf, type Results } from '../pipeline/results.js';
import { readSettings } from '../pipeline/settings.js';
import type { Connection } from '../pipeline/warehouse/connection.js';

export const AS_AT = '2023-05-15';

export interface Demonstration {
  readonly warehouse: Connection;
  /** What an edition that hides counts below a number may see of a quarter; 0 hides none. */
  readonly disclosed: (quarter: string, hideBelow: number) => Promise<Disclosed[]>;
  /** The rows of figures.csv of a quarter, for an edition that hides counts below a number; 0 hides none. */
  readonly rows: (quarter: string, hideBelow: number) => Promise<FigureRow[]>;
  /** The information officer's list of differences from published figures. */
  readonly reconciled: (quarter: string) => Promise<Reconciled[]>;
}

export function openDemonstration(): Promise<Demonstration> {
  return openService('reports/service.yaml', AS_AT);
}

/**
 * Any service of the project, by its settings file, as it stood on a day: to ask of and not to close. Its warehouse can
 * only be read, so that what one file of tests does with it another does not see.
 */
export function openService(file: string, asAt: string): Promise<Demonstration> {
  return once(opened, `${file} ${asAt}`, () => open(file, asAt));
}

const opened = new Map<string, Promise<Demonstration>>();

function once<Made>(
  made: Map<string, Promise<Made>>,
  name: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const making = made.get(name) ?? make();
  made.set(name, making);
  return making;
}

async function open(file: string, asAt: string): Promise<Demonstration> {
  const everything = readProject();
  const deliveries = mkdtempSync(join(inject('shared'), 'deliveries-'));
  const service = readSettings(join(everything.folder, file));
  const settings = { ...service, deliveries };
  const project = forNation(everything, settings.nation);
  const found = findAll(project.contracts, settings, null);
  const days = { asAt, today: asAt };
  const received = await receiveExtracts(project, settings, found, days, () => undefined);
  const warehouse = await openWarehouse(project, settings, received, asAt);
  const counted = new Map<string, Promise<Results>>();
  const results = (label: string): Promise<Results> =>
    once(counted, label, () =>
      resultsOf(warehouse, project, settings, quarterOf(label), asAt, received.known),
    );
  return {
    warehouse,
    reconciled: async (label) => reconcile(warehouse, project, await results(label)),
    async disclosed(label, hideBelow) {
      const { values } = await results(label);
      return disclose(values, sensitivitiesOf(project), hideBelow);
    },
    async rows(label, hideBelow) {
      const { values } = await results(label);
      return figureRows(disclose(values, sensitivitiesOf(project), hideBelow), quarterOf(label));
    },
  };
}

function quarterOf(label: string): Quarter {
  const quarter = parseQuarter(label);
  if (!quarter) throw new RangeError(label);
  return quarter;
}

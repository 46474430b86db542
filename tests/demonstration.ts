// The sample services, as the packs that are shared left them, counted once in a process for every test that asks of them.
import { join } from 'node:path';
import { readLedger, selectPackDeliveries } from '../pipeline/deliveries/ledger.js';
import type { DisclosedCell } from '../pipeline/disclosure/disclosed.js';
import { relateMeasures } from '../pipeline/editions/disclose-edition.js';
import { parseQuarter, type Quarter } from '../pipeline/domain/period.js';
import { selectNation } from '../pipeline/config/project.js';
import { figureRows, type FigureRow } from '../pipeline/publish/figures-table.js';
import { reconcile, type ReconciliationLine } from '../pipeline/results/reconciliation.js';
import { countResults, type Results } from '../pipeline/results/results.js';
import { readSettings } from '../pipeline/config/settings.js';
import { openForReading, type Connection } from '../pipeline/warehouse/connection.js';
import { discloseAudited } from './disclosure/audited.js';
import { sharedPack } from './end-to-end/shared.js';
import { theProject } from './project.js';

export const AS_AT = '2023-05-15';

export interface Demonstration {
  readonly warehouse: Connection;
  /** What an edition that hides counts below a number may see of a quarter; 0 hides none. */
  readonly disclosed: (quarter: string, hideBelow: number) => Promise<DisclosedCell[]>;
  /** The rows of figures.csv of a quarter, for an edition that hides counts below a number; 0 hides none. */
  readonly rows: (quarter: string, hideBelow: number) => Promise<FigureRow[]>;
  /** The information officer's list of differences from published figures. */
  readonly reconciled: (quarter: string) => Promise<ReconciliationLine[]>;
}

export function openDemonstration(): Promise<Demonstration> {
  return openService('demonstration', AS_AT);
}

/**
 * One of the sample services as it stood on a day: to ask of and not to close. Its warehouse can only be read, so that
 * what one file of tests does with it another does not see.
 */
export function openService(name: Sample, asAt: string): Promise<Demonstration> {
  return once(opened, `${name} ${asAt}`, () => open(name, asAt));
}

type Sample = Parameters<typeof sharedPack>[0];

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

async function open(name: Sample, asAt: string): Promise<Demonstration> {
  const settings = readSettings((await sharedPack(name)).settings);
  const project = selectNation(theProject(), settings.nation);
  const known = selectPackDeliveries(readLedger(settings.deliveries), asAt);
  const warehouse = await openForReading(join(settings.deliveries, 'warehouse.duckdb'));
  const counted = new Map<string, Promise<Results>>();
  const results = (label: string): Promise<Results> =>
    once(counted, label, () =>
      countResults(warehouse, project, settings, quarterOf(label), asAt, known),
    );
  return {
    warehouse,
    reconciled: async (label) => reconcile(warehouse, project, await results(label)),
    async disclosed(label, hideBelow) {
      const { values } = await results(label);
      return discloseAudited(values, relateMeasures(project), hideBelow);
    },
    async rows(label, hideBelow) {
      const { values } = await results(label);
      return figureRows(
        discloseAudited(values, relateMeasures(project), hideBelow),
        quarterOf(label),
      );
    },
  };
}

function quarterOf(label: string): Quarter {
  const quarter = parseQuarter(label);
  if (!quarter) throw new RangeError(label);
  return quarter;
}

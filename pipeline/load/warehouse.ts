// Deliveries known at a moment → their warehouse, built, put in place and opened for reading.
import { join } from 'node:path';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { restrictToOwner } from '../deliveries/owner-only.js';
import { requireWholeDeliveries } from '../deliveries/verify.js';
import type { Day } from '../domain/period.js';
import type { LinkRow } from '../identity/links-as-at.js';
import type { Problem } from '../domain/problem.js';
import { checkBirthdays } from './check-birthdays.js';
import { listParquetFiles, planLoad } from './load-plan.js';
import { listPredecessors } from '../config/areas.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { linkAllSources, readLinkageState, type LinkageResult } from './record-linkage.js';
import { buildWarehouse } from '../warehouse/build.js';
import { openForReading, type Connection } from '../warehouse/connection.js';
import { openAnswerWarehouse, type AnsweredWarehouse } from '../warehouse/what-if-answers.js';
import { openWhatIf } from '../warehouse/what-if-links.js';

/** An open warehouse, and the links it was built with. */
export interface OpenWarehouse extends Connection {
  readonly linkage: LinkageResult;
  /** What is to be said of the children's birthdays, which no table holds. */
  readonly birthdayNotes: readonly Problem[];
  /** Opens the warehouse as it would be with other links; close it first. */
  readonly openRelinked: (links: readonly LinkRow[]) => Promise<Connection>;
  /** Opens the warehouse so that blank answers can be filled; close it first. */
  readonly openAnswered: () => Promise<AnsweredWarehouse>;
}

/**
 * Builds the warehouse in a temporary file, renames it into place, and opens it read-only and locked. Record linkage
 * uses what was known, decided and linked by the day. Throws `ProblemError` for a delivery whose file is damaged.
 */
export async function openWarehouse(
  project: Project,
  settings: Settings,
  { known }: { readonly known: ReadonlyMap<string, readonly LedgerEntry[]> },
  asAt: Day,
): Promise<OpenWarehouse> {
  const path = join(settings.deliveries, 'warehouse.duckdb');
  const queries = join(project.folder, 'queries');
  const entries = [...known.values()].flat();
  await requireWholeDeliveries(settings.deliveries, entries);
  const files = listParquetFiles(entries, settings.deliveries);
  const state = readLinkageState(settings, queries, asAt);
  let linkage: LinkageResult = { rows: [], scoredPairs: [], newLinks: [] };
  await buildWarehouse(path, {
    contracts: project.contracts,
    ...planLoad(files, settings.systems),
    birthdays: state.birthdays,
    linkPersons: (inRaw) => {
      linkage = linkAllSources(state, inRaw);
      return linkage.rows;
    },
    areas: settings.areas,
    predecessors: listPredecessors(settings),
    queries,
    ownCodes: project.ownCodes,
    restrictFile: restrictToOwner,
  });
  const { contracts } = project;
  const { birthdays } = state;
  const birthdayNotes = checkBirthdays([...birthdays.values()]);
  const openRelinked: OpenWarehouse['openRelinked'] = (links) =>
    openWhatIf(path, { contracts, links, birthdays, queries });
  const openAnswered = (): Promise<AnsweredWarehouse> =>
    openAnswerWarehouse(path, { contracts, birthdays, queries });
  return { ...(await openForReading(path)), linkage, birthdayNotes, openRelinked, openAnswered };
}

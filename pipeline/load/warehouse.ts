// Deliveries known at a moment → their warehouse, built, put in place and opened for reading.
import { join } from 'node:path';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { restrictToOwner } from '../deliveries/owner-only.js';
import { requireWholeDeliveries } from '../deliveries/verify.js';
import type { Day } from '../domain/period.js';
import type { LinkRow } from '../identity/links-as-at.js';
import type { Problem } from '../domain/problem.js';
import { checkBirthdays } from './check-birthdays.js';
import { describeSameChildren, pairSameChildren } from './same-children.js';
import { listParquetFiles, planLoad } from './load-plan.js';
import { listPredecessors } from '../config/areas.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import {
  linkAllSources,
  readLinkageState,
  type LinkageResult,
  type LinkageState,
} from './record-linkage.js';
import { buildWarehouse, type WarehousePlan } from '../warehouse/build.js';
import { openForReading, type Connection } from '../warehouse/connection.js';
import { openAnswerWarehouse, type AnsweredWarehouse } from '../warehouse/what-if-answers.js';
import { openWhatIf } from '../warehouse/what-if-links.js';

/** An open warehouse, and the links it was built with. */
export interface OpenWarehouse extends Connection {
  readonly linkage: LinkageResult;
  /** What is to be said of the children by their names and birthdays, which no table holds. */
  readonly childNotes: readonly Problem[];
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
  const { found, linkPersons, pairChildren } = identifyPeople(state);
  await buildWarehouse(path, {
    contracts: project.contracts,
    ...planLoad(files, settings.systems),
    birthdays: state.birthdays,
    linkPersons,
    pairChildren,
    areas: settings.areas,
    predecessors: listPredecessors(settings),
    queries,
    ownCodes: project.ownCodes,
    restrictFile: restrictToOwner,
  });
  const { contracts } = project;
  const { birthdays } = state;
  const openRelinked: OpenWarehouse['openRelinked'] = (links) =>
    openWhatIf(path, { contracts, links, birthdays, queries });
  const openAnswered = (): Promise<AnsweredWarehouse> =>
    openAnswerWarehouse(path, { contracts, birthdays, queries });
  return { ...(await openForReading(path)), ...found, openRelinked, openAnswered };
}

/** What a store holds was received: a person has confirmed whatever was too many. */
const ANY_NUMBER = { share: 1, rows: 0 };

/** What a build says of people, once it has asked. */
type IdentifiedPeople = Pick<WarehousePlan, 'linkPersons'> &
  Required<Pick<WarehousePlan, 'pairChildren'>> & {
    readonly found: { linkage: LinkageResult; childNotes: readonly Problem[] };
  };

/** Says who is who while a warehouse is built, and keeps what was found. */
function identifyPeople(state: LinkageState): IdentifiedPeople {
  const found: IdentifiedPeople['found'] = {
    linkage: { rows: [], scoredPairs: [], newLinks: [] },
    childNotes: [],
  };
  return {
    found,
    linkPersons: (inRaw) => {
      found.linkage = linkAllSources(state, inRaw);
      return found.linkage.rows;
    },
    pairChildren: ({ children }) => {
      const pairs = pairSameChildren(state.linkage, children, state.identities);
      found.childNotes = [
        ...checkBirthdays([...state.birthdays.values()]),
        ...describeSameChildren(pairs, children.size, ANY_NUMBER),
      ];
      return pairs;
    },
  };
}

// A store as at a day → the candidate pairs for clerical review, each with a short name, and their identities.
import { join } from 'node:path';
import type { Day } from '../domain/period.js';
import { listDeliveries, selectKnownDeliveries, readLedgerEvents } from '../deliveries/ledger.js';
import { requireWholeDeliveries } from '../deliveries/verify.js';
import type { Linkage } from '../identity/fields.js';
import type { Identity } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import type { Link } from '../identity/link.js';
import { pairKey } from '../identity/best-links.js';
import type { LinkRow } from '../identity/links-as-at.js';
import { createMarker } from '../identity/pseudonym.js';
import { listParquetFiles, planLoad } from './load-plan.js';
import { codesFolder, type IngestDeclarations } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { fillRecords } from '../warehouse/build.js';
import { openForBuilding } from '../warehouse/connection.js';
import { findIdentities, type RawIdentities } from '../warehouse/identified.js';
import { linkAllSources, readLinkageState, type LinkageState } from './record-linkage.js';

/** A pair of records that a person may decide on. */
export interface CandidatePair extends Link {
  readonly source: string;
  /** A short name that reveals nothing about either record, the same each time. */
  readonly name: string;
  /** `apart`: decided to be different, or another pair of the person is linked. */
  readonly status: LinkRow['status'] | 'apart';
}

/** The candidate pairs of a store, and access to their identities. */
export interface ClericalReview {
  readonly pairs: readonly CandidatePair[];
  readonly linkage: Linkage;
  /** The day from which a decision made now counts: not before the last line of the ledger. */
  readonly day: Day;
  /** Finds the identities of the person and of the child of a pair. */
  readonly findIdentities: (pair: CandidatePair) => {
    readonly person: Identity[];
    readonly child: Identity[];
  };
}

/** Length of a pair's short name: among a few thousand pairs a collision is unlikely. */
const NAME_LENGTH = 8;

/** Scores every pair of a store again, with everything known today. Builds and stores nothing. */
export async function buildClericalReview(
  project: IngestDeclarations,
  settings: Settings,
  today: Day,
): Promise<ClericalReview> {
  const lines = readLedgerEvents(settings.deliveries);
  const day = [today, ...lines.map(({ on }) => on)].sort().at(-1) ?? today;
  const state = readLinkageState(settings, join(project.folder, 'queries'), day);
  const inRaw = await readRawPersons(
    project,
    settings,
    selectKnownDeliveries(listDeliveries(lines), day),
  );
  const { rows, scoredPairs } = linkAllSources(state, inRaw);
  const namePair = createPairNamer(settings);
  const statuses = new Map(rows.map((row) => [pairKey(row), row.status]));
  const pairs = scoredPairs.map((link): CandidatePair => {
    return { ...link, name: namePair(link), status: statuses.get(pairKey(link)) ?? 'apart' };
  });
  return { pairs, linkage: state.linkage, day, findIdentities: createIdentityLookup(state, inRaw) };
}

function createPairNamer(settings: Settings): (link: Link & { source: string }) => string {
  const mark = createMarker(readKey(settings.key_file, process.env['BOARDPACK_KEY']));
  return ({ source, person, child }) => mark(['pair', source, person, child]).slice(0, NAME_LENGTH);
}

async function readRawPersons(
  project: IngestDeclarations,
  settings: Settings,
  deliveries: ReturnType<typeof selectKnownDeliveries>,
): Promise<RawIdentities> {
  const { contracts, ownCodes } = project;
  const entries = [...deliveries.values()].flat();
  await requireWholeDeliveries(settings.deliveries, entries);
  const files = listParquetFiles(entries, settings.deliveries);
  const database = await openForBuilding(':memory:');
  try {
    const plan = planLoad(files, settings.systems);
    await fillRecords(database, { contracts, codes: codesFolder(project), ownCodes, ...plan });
    return await findIdentities(database, contracts);
  } finally {
    database.close();
  }
}

function createIdentityLookup(
  { identities }: LinkageState,
  inRaw: RawIdentities,
): ClericalReview['findIdentities'] {
  const selectIdentities = (marks: readonly (string | null | undefined)[]): Identity[] =>
    [...new Set(marks)].flatMap((mark) => identities.get(mark ?? '') ?? []);
  return ({ source, person, child }) => ({
    person: selectIdentities(
      inRaw.persons
        .filter((each) => each.source === source && each.person === person)
        .map(({ mark }) => mark),
    ),
    child: selectIdentities([inRaw.children.get(child)]),
  });
}

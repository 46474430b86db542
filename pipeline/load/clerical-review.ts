// A store as at a day → the links that wait for a person, each under a short name, and who they are of.
import { join } from 'node:path';
import type { Day } from '../domain/period.js';
import { deliveriesIn, knownAt, readHappenings } from '../deliveries/ledger.js';
import type { Linkage } from '../identity/fields.js';
import type { Identity } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import type { Link } from '../identity/link.js';
import { pairOf } from '../identity/best-links.js';
import type { LinkRow } from '../identity/links-as-at.js';
import { marker } from '../identity/pseudonym.js';
import { partsOf, planOf } from './load-plan.js';
import { codesFolder, type Intake } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { fillRecords } from '../warehouse/build.js';
import { openForBuilding } from '../warehouse/connection.js';
import { whoIsIn, type InRaw } from '../warehouse/identified.js';
import { linkAll, openWhoIsWho, type WhoIsWho } from './record-linkage.js';

/** A pair of records that a person may decide on. */
export interface Pair extends Link {
  readonly source: string;
  /** A short name of the pair that says nothing of either, the same each time. */
  readonly name: string;
  /** `apart`: said to be different, or another pair of the person stands. */
  readonly status: LinkRow['status'] | 'apart';
}

/** The pairs of a store, and how to see whom they are of. */
export interface Review {
  readonly pairs: readonly Pair[];
  readonly linkage: Linkage;
  /** The day on which a decision taken now is known: no earlier than what is in the ledger. */
  readonly day: Day;
  /** What is said of the person and of the child of a pair. */
  readonly identitiesOf: (pair: Pair) => {
    readonly person: Identity[];
    readonly child: Identity[];
  };
}

/** Letters of a pair's short name: of a few thousand pairs no two are likely to share it. */
const SHORT = 8;

/** Weighs every pair of a store anew, by all that it knows. It builds nothing and keeps nothing. */
export async function reviewOf(project: Intake, settings: Settings, today: Day): Promise<Review> {
  const lines = readHappenings(settings.deliveries);
  const day = [today, ...lines.map(({ on }) => on)].sort().at(-1) ?? today;
  const known = openWhoIsWho(settings, join(project.folder, 'queries'), day);
  const inRaw = await lookIn(project, settings, knownAt(deliveriesIn(lines), day));
  const { rows, weighed } = linkAll(known, inRaw);
  const nameOf = pairNames(settings);
  const statuses = new Map(rows.map((row) => [pairOf(row), row.status]));
  const pairs = weighed.map((link): Pair => {
    return { ...link, name: nameOf(link), status: statuses.get(pairOf(link)) ?? 'apart' };
  });
  return { pairs, linkage: known.linkage, day, identitiesOf: identitiesIn(known, inRaw) };
}

function pairNames(settings: Settings): (link: Link & { source: string }) => string {
  const mark = marker(readKey(settings.key_file, process.env['BOARDPACK_KEY']));
  return ({ source, person, child }) => mark(['pair', source, person, child]).slice(0, SHORT);
}

async function lookIn(
  project: Intake,
  settings: Settings,
  known: ReturnType<typeof knownAt>,
): Promise<InRaw> {
  const { contracts } = project;
  const parts = partsOf([...known.values()].flat(), settings.deliveries);
  const database = await openForBuilding(':memory:');
  try {
    const plan = planOf(parts, settings.systems);
    await fillRecords(database, { contracts, codes: codesFolder(project), ...plan });
    return await whoIsIn(database, contracts);
  } finally {
    database.close();
  }
}

function identitiesIn({ identities }: WhoIsWho, inRaw: InRaw): Review['identitiesOf'] {
  const named = (marks: readonly (string | null | undefined)[]): Identity[] =>
    [...new Set(marks)].flatMap((mark) => identities.get(mark ?? '') ?? []);
  return ({ source, person, child }) => ({
    person: named(
      inRaw.persons
        .filter((each) => each.source === source && each.person === person)
        .map(({ mark }) => mark),
    ),
    child: named([inRaw.children.get(child)]),
  });
}

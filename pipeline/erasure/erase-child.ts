// A child's number → the child erased from everything of the service's that Boardpack stores; published packs stay.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitErasure, removeWarehouse } from './commit.js';
import { readLedger } from '../deliveries/ledger.js';
import { createStagingFolder, removeStaleFiles } from '../deliveries/staging-folder.js';
import { parquetPath } from '../deliveries/store.js';
import { requireWholeDeliveries } from '../deliveries/verify.js';
import type { Day } from '../domain/period.js';
import { ProblemError } from '../domain/problem.js';
import { parentSystemKey, findPseudonymPrefixes, type System } from '../domain/system.js';
import { draftsFolder } from '../config/drafts.js';
import { decisionsFile, eraseDecisions, readDecisions } from '../identity/decisions.js';
import { eraseIdentities, identityFile } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import {
  eraseReleasedLinks,
  releasedLinksFile,
  readReleasedLinks,
} from '../identity/made-links.js';
import { createPseudonymiser } from '../identity/pseudonym.js';
import { holdStoreLock } from '../locks/lock.js';
import { EARLIER } from '../publish/earlier-releases.js';
import type { IngestDeclarations } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { openForBuilding, type Connection } from '../warehouse/connection.js';
import {
  isStored,
  findPseudonyms,
  rewriteDeliveries,
  type StoredDelivery,
  type LinkedPerson,
  type RowsRemoved,
} from '../warehouse/rewrite-parquet.js';

/** Lists that name records, next to the editions: the next pack writes them again. */
const RECORD_LISTS = ['fix-list.csv', 'reconciliation.csv', 'systems.csv'];

/**
 * Erases a child from the deliveries, the identity file, the warehouse, drafts and lists; returns how many deliveries
 * were rewritten. Packs and their archived releases stay: they contain totals. If killed, run it again; the next
 * command removes the old files. The number is that of any of the service's case systems, alone or as `system:number`.
 * Throws `Stopped`, without the number, if neither a delivery nor the identity file contains the child, and if the
 * number belongs to different children in two systems.
 */
export async function eraseChild(
  project: IngestDeclarations,
  settings: Settings,
  number: string,
  today: Day,
): Promise<number> {
  const { deliveries } = settings;
  return holdStoreLock(deliveries, async () => {
    removeStaleFiles(deliveries);
    const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
    const database = await openForBuilding(':memory:');
    const stagingFolder = createStagingFolder(deliveries);
    try {
      // A damaged file that was written anew would have a name that fits it.
      await requireWholeDeliveries(deliveries, readLedger(deliveries));
      const stored = listStoredDeliveries(project, settings.systems, deliveries);
      const candidates = listPseudonyms(settings.systems, key, number);
      const child = await findChild(database, stored, candidates);
      const linkedPersons = findLinkedPersons(deliveries, key, child);
      const rewritten = await rewriteDeliveries(
        database,
        stored,
        child,
        linkedPersons,
        stagingFolder,
      );
      if (rewritten.rewritten.length === 0 && linkedPersons.length === 0) throw unknownChildError();
      const isErased = createErasedCheck(child, rewritten);
      eraseOutsideDeliveries(settings, key, isErased);
      eraseLinksAndDecisions({ deliveries, key, child }, isErased, linkedPersons);
      await commitErasure(deliveries, stagingFolder, rewritten.rewritten, today);
      eraseLinksAndDecisions({ deliveries, key, child }, isErased, []);
      return rewritten.rewritten.length;
    } finally {
      database.close();
      rmSync(stagingFolder, { recursive: true, force: true });
    }
  });
}

/** Lists the possible pseudonyms of a number: one for each case system with numbers of its own. */
function listPseudonyms(systems: readonly System[], key: string, number: string): string[] {
  const named = systems.find(({ id }) => number.startsWith(`${id}:`));
  const own = named ? number.slice(named.id.length + 1) : number;
  const ids = named ? [named.id] : [undefined, ...systems.map(({ id }) => id)];
  const numbers = ids.map((id) => `${findPseudonymPrefixes(systems, id).own}${own}`);
  return [...new Set(numbers)].map(createPseudonymiser(key));
}

/** Finds every pseudonym of the one child with this number. */
async function findChild(
  database: Connection,
  stored: readonly StoredDelivery[],
  candidates: readonly string[],
): Promise<ReadonlySet<string>> {
  const found: string[] = [];
  for (const each of candidates) if (await isStored(database, stored, each)) found.push(each);
  const [first] = found;
  if (first === undefined) return new Set(candidates);
  const child = await findPseudonyms(database, stored, first);
  if (found.some((each) => !child.has(each))) throw ambiguousChildError();
  return child;
}

/**
 * Finds the persons of partners linked to the child automatically or by decision; the last decision on a pair counts.
 */
function findLinkedPersons(store: string, key: string, child: ReadonlySet<string>): LinkedPerson[] {
  const isChild = (each: { readonly child: string }): boolean => child.has(each.child);
  const links = readReleasedLinks(releasedLinksFile(store), key).filter(isChild);
  const decisions = readDecisions(decisionsFile(store)).filter(isChild);
  const latest = new Map(
    decisions.map((each) => [JSON.stringify([each.source, each.person]), each]),
  );
  const readDecision = ({ source, person }: LinkedPerson): string | undefined =>
    latest.get(JSON.stringify([source, person]))?.says;
  const same = [...latest.values()].filter((each) => each.says === 'same');
  return [...links.filter((each) => readDecision(each) !== 'different'), ...same];
}

/** Whether a person of a source is the child or is linked to the child. */
type IsErased = (source: string, person: string) => boolean;

function createErasedCheck(child: ReadonlySet<string>, { persons }: RowsRemoved): IsErased {
  return (source, person) => child.has(person) || (persons.get(source)?.has(person) ?? false);
}

/**
 * Erases links and decisions of the child and of linked persons, except those in `linkedPersons`. These go last: until
 * the rows are gone, only they may show which persons of partners are the child, and a run after a kill needs them to
 * find what is left. Links go before decisions: a link that a person rejected must not count again without its
 * decision.
 */
function eraseLinksAndDecisions(
  { deliveries, key, child }: { deliveries: string; key: string; child: ReadonlySet<string> },
  isErased: IsErased,
  linkedPersons: readonly LinkedPerson[],
): void {
  const isKept = ({
    source,
    person,
    child: linkedChild,
  }: LinkedPerson & { child: string }): boolean =>
    child.has(linkedChild) &&
    linkedPersons.some((each) => each.source === source && each.person === person);
  eraseReleasedLinks(
    releasedLinksFile(deliveries),
    key,
    (link) => !isKept(link) && (child.has(link.child) || isErased(link.source, link.person)),
  );
  eraseDecisions(
    decisionsFile(deliveries),
    (decision) =>
      !isKept(decision) &&
      (child.has(decision.child) || isErased(decision.source, decision.person)),
  );
}

/** Erases the child outside the deliveries first: after a kill, the deliveries still identify the child. */
function eraseOutsideDeliveries(settings: Settings, key: string, isErased: IsErased): void {
  const { deliveries, output } = settings;
  eraseIdentities(identityFile(deliveries), key, isErased);
  removeWarehouse(deliveries);
  rmSync(draftsFolder(output), { recursive: true, force: true });
  for (const quarter of listFolders(output))
    for (const folder of [quarter, ...listFolders(join(quarter, EARLIER))])
      for (const list of RECORD_LISTS) rmSync(join(folder, list), { force: true });
}

function listFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => join(folder, name));
}

/** Lists every delivery ever received, each extract after those it refers to. */
function listStoredDeliveries(
  { contracts }: IngestDeclarations,
  systems: readonly System[],
  folder: string,
): StoredDelivery[] {
  const ledger = readLedger(folder);
  const stored = contracts.flatMap((contract) =>
    ledger
      .filter(({ extract }) => extract === contract.extract)
      .map(
        ({ delivery, system }) =>
          [
            delivery,
            {
              contract,
              system,
              parentMark: parentSystemKey(systems, system),
              delivery,
              parquet: parquetPath(folder, delivery),
            },
          ] as const,
      ),
  );
  return [...new Map(stored).values()];
}

function unknownChildError(): ProblemError {
  return new ProblemError([{ kind: 'data', code: 'unknown-child' }]);
}

function ambiguousChildError(): ProblemError {
  return new ProblemError([{ kind: 'data', code: 'unclear-child' }]);
}

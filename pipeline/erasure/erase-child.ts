// A child's number → the child gone from everything of the service's that Boardpack keeps; what was published stays.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitErasure, dropWarehouse } from './commit.js';
import { readLedger } from '../deliveries/ledger.js';
import { openRoom, sweep } from '../deliveries/staging-folder.js';
import { parquetPath } from '../deliveries/store.js';
import type { Day } from '../domain/period.js';
import { Stopped } from '../domain/problem.js';
import { besideOf, marksOf, type System } from '../domain/system.js';
import { draftsIn } from '../config/drafts.js';
import { decisionsFile, eraseDecisions, readDecisions } from '../identity/decisions.js';
import { eraseIdentities, identityFile } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { eraseMadeLinks, madeLinksFile, readMadeLinks } from '../identity/made-links.js';
import { pseudonymiser } from '../identity/pseudonym.js';
import { holding } from '../locks/lock.js';
import type { Intake } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import { openForBuilding, type Connection } from '../warehouse/connection.js';
import {
  isHeld,
  pseudonymsOf,
  writeWithout,
  type Held,
  type Linked,
  type Without,
} from '../warehouse/rewrite-parquet.js';

/** The lists beside the editions that name records: they are written anew with the next pack. */
const OF_RECORDS = ['fix-list.csv', 'reconciliation.csv', 'systems.csv'];

/**
 * Erases a child from the deliveries, the identity file, the warehouse, drafts and lists; gives how many deliveries were
 * written anew. Packs that were made and what is remembered of them stay: they are totals. Killed, it is to be asked for
 * again; the old files go with whatever runs next. The number is that of any of the service's case systems, alone or as
 * `system:number`. Throws `Stopped`, without the number, where no delivery holds the child and neither does the identity
 * file, and where it is of different children in two systems.
 */
export async function eraseChild(
  project: Intake,
  settings: Settings,
  number: string,
  today: Day,
): Promise<number> {
  const { deliveries } = settings;
  return holding(deliveries, async () => {
    sweep(deliveries);
    const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
    const database = await openForBuilding(':memory:');
    const room = openRoom(deliveries);
    try {
      const held = heldIn(project, settings.systems, deliveries);
      const meant = pseudonymsIn(settings.systems, key, number);
      const child = await childOf(database, held, meant);
      const linked = linkedTo(deliveries, key, child);
      const found = await writeWithout(database, held, child, linked, room);
      if (found.anew.length === 0 && linked.length === 0) throw unknownChild();
      const isGone = goneIn(child, found);
      forget(settings, key, isGone);
      forgetDecided({ deliveries, key, child }, isGone, linked);
      await commitErasure(deliveries, room, found.anew, today);
      forgetDecided({ deliveries, key, child }, isGone, []);
      return found.anew.length;
    } finally {
      database.close();
      rmSync(room, { recursive: true, force: true });
    }
  });
}

/** The pseudonyms that a number may stand for: one of each case system that has numbers of its own. */
function pseudonymsIn(systems: readonly System[], key: string, number: string): string[] {
  const named = systems.find(({ id }) => number.startsWith(`${id}:`));
  const own = named ? number.slice(named.id.length + 1) : number;
  const ids = named ? [named.id] : [undefined, ...systems.map(({ id }) => id)];
  const marked = ids.map((id) => `${marksOf(systems, id).own}${own}`);
  return [...new Set(marked)].map(pseudonymiser(key));
}

/** Every pseudonym of the one child that a number is held of. */
async function childOf(
  database: Connection,
  held: readonly Held[],
  meant: readonly string[],
): Promise<ReadonlySet<string>> {
  const found: string[] = [];
  for (const each of meant) if (await isHeld(database, held, each)) found.push(each);
  const [first] = found;
  if (first === undefined) return new Set(meant);
  const child = await pseudonymsOf(database, held, first);
  if (found.some((each) => !child.has(each))) throw unclearChild();
  return child;
}

/** Whom links made by themselves, or by a person, say the child is to partners; the last decision on a pair counts. */
function linkedTo(store: string, key: string, child: ReadonlySet<string>): Linked[] {
  const ofChild = (each: { readonly child: string }): boolean => child.has(each.child);
  const links = readMadeLinks(madeLinksFile(store), key).filter(ofChild);
  const decisions = readDecisions(decisionsFile(store)).filter(ofChild);
  const last = new Map(decisions.map((each) => [JSON.stringify([each.source, each.person]), each]));
  const says = ({ source, person }: Linked): string | undefined =>
    last.get(JSON.stringify([source, person]))?.says;
  const same = [...last.values()].filter((each) => each.says === 'same');
  return [...links.filter((each) => says(each) !== 'different'), ...same];
}

/** Whether a person of a source is the child, or was found to be. */
type IsGone = (source: string, person: string) => boolean;

function goneIn(child: ReadonlySet<string>, { persons }: Without): IsGone {
  return (source, person) => child.has(person) || (persons.get(source)?.has(person) ?? false);
}

/**
 * Takes out what was made or decided of the child and of whom it was found to be, but for what `linked` says. That goes
 * last: until the rows are gone it alone may say which of partners' are the child's, and asked for again after a kill
 * it is how what is left is known. The links first: one that a person took back must not count again without its decision.
 */
function forgetDecided(
  { deliveries, key, child }: { deliveries: string; key: string; child: ReadonlySet<string> },
  isGone: IsGone,
  linked: readonly Linked[],
): void {
  const isKept = ({ source, person, child: of }: Linked & { child: string }): boolean =>
    child.has(of) && linked.some((each) => each.source === source && each.person === person);
  eraseMadeLinks(
    madeLinksFile(deliveries),
    key,
    (link) => !isKept(link) && (child.has(link.child) || isGone(link.source, link.person)),
  );
  eraseDecisions(
    decisionsFile(deliveries),
    (decision) =>
      !isKept(decision) && (child.has(decision.child) || isGone(decision.source, decision.person)),
  );
}

/** What is not in the deliveries goes first: asked for again after a kill, the deliveries still say who it is. */
function forget(settings: Settings, key: string, isGone: IsGone): void {
  const { deliveries, output } = settings;
  eraseIdentities(identityFile(deliveries), key, isGone);
  dropWarehouse(deliveries);
  rmSync(draftsIn(output), { recursive: true, force: true });
  if (!existsSync(output)) return;
  for (const quarter of readdirSync(output, { withFileTypes: true }))
    if (quarter.isDirectory())
      for (const list of OF_RECORDS) rmSync(join(output, quarter.name, list), { force: true });
}

/** Every delivery there ever was, each extract after those it refers to. */
function heldIn({ contracts }: Intake, systems: readonly System[], folder: string): Held[] {
  const ledger = readLedger(folder);
  const held = contracts.flatMap((contract) =>
    ledger
      .filter(({ extract }) => extract === contract.extract)
      .map(
        ({ delivery, system }) =>
          [
            delivery,
            {
              contract,
              system,
              beside: besideOf(systems, system),
              delivery,
              parquet: parquetPath(folder, delivery),
            },
          ] as const,
      ),
  );
  return [...new Map(held).values()];
}

function unknownChild(): Stopped {
  const what = 'no delivery holds a child of the number that was given';
  const fix =
    'Give the number as the case system writes it, with its zeros. If the child was erased before, there is nothing to do.';
  return new Stopped([{ kind: 'data', code: 'unknown-child', what, fix }]);
}

function unclearChild(): Stopped {
  const what = 'the number that was given is of different children in two case systems';
  const fix = 'Give it after the name that its system has in the settings: core:123.';
  return new Stopped([{ kind: 'data', code: 'unclear-child', what, fix }]);
}

// Deliveries, faults and the warehouse's own checks → the data-quality page of one edition in one language.
import { join } from 'node:path';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { isSmallCount } from '../disclosure/threshold.js';
import { readDeclared } from '../domain/declared.js';
import type { Language, Words } from '../domain/language.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Graded } from './measure-grades.js';
import { extents, lookupOn } from '../warehouse/lookups.js';
import type { DataQuality, ExtractReceipt } from '../pack/input.js';
import type { Project } from '../config/project.js';
import type { Received } from '../ingest/receive.js';
import { lookForFaults, type Found } from '../data-quality/find-faults.js';
import { agreementsSchema, owedOf, type Owed } from '../data-quality/overdue.js';
import type { Settings } from '../config/settings.js';
import type { Connection } from '../warehouse/connection.js';
import { readQueries } from '../warehouse/queries.js';

/** What is known of the data, before it is put into words for an edition. */
export interface QualityFacts {
  readonly extracts: readonly ExtractReceipt[];
  readonly checks: readonly CheckFact[];
  readonly coversFrom: Day | null;
}

/** What is known of the records: what was received, what is owed, and which records have a fault. */
export interface RecordFacts {
  readonly known: Received['known'];
  readonly owed: readonly Owed[];
  readonly found: readonly Found[];
}

/** What one check or fault found: its words, what it is about, how many, and out of how many. */
export interface CheckFact {
  readonly what: Words | string;
  readonly about: string | null;
  readonly count: number;
  readonly whole: number | null;
}

/** Looks at the records: for every fault, and for what is owed as at a day. */
export async function recordFacts(
  connection: Connection,
  project: Project,
  { receipts: agreed }: Settings,
  known: Received['known'],
  at: { readonly quarter: Quarter; readonly asAt: Day },
): Promise<RecordFacts> {
  const cases = project.contracts.filter(({ kind }) => kind === 'case');
  const agreements = agreed === undefined ? [] : readDeclared(agreed, agreementsSchema);
  const came = new Map(
    [...known].flatMap(([extract, entries]) => {
      const newest = entries
        .map((entry) => entry.known_from)
        .sort()
        .at(-1);
      return newest === undefined ? [] : [[extract, newest] as const];
    }),
  );
  const owed = owedOf(
    cases.map(({ extract }) => extract),
    agreements,
    came,
    at,
  );
  return { known, owed, found: await lookForFaults(connection, project.faults) };
}

/** Runs every check of queries/checks and puts the faults, the receipts and what is owed beside them. */
export async function qualityFacts(
  connection: Connection,
  project: Project,
  settings: Settings,
  { known, owed, found }: RecordFacts,
  grades: ReadonlyMap<string, Graded>,
): Promise<QualityFacts> {
  const dates = await extents(lookupOn(connection, project.folder));
  const extracts = project.contracts.map(({ extract, title }) => ({
    title,
    ...sharedOf(heldOf(known.get(extract) ?? [])),
    from: dates.get(extract)?.from ?? null,
    to: dates.get(extract)?.to ?? null,
    owed: owed.find((each) => each.extract === extract) ?? null,
    touches: project.measures
      .filter(({ declaration }) => grades.get(declaration.id)?.extracts.has(extract))
      .map(({ declaration }) => declaration.title),
  }));
  const faults = found
    .filter(({ records }) => records.length > 0)
    .map(({ fault, records, whole }) => ({
      what: fault.what,
      about: null,
      count: records.length,
      whole,
    }));
  const checks = [...faults, ...(await checkFacts(connection, project))];
  return { extracts, checks, coversFrom: settings.covers_from ?? null };
}

function sharedOf(held: Held): Held & Pick<ExtractReceipt, 'share'> {
  return { ...held, share: held.received === 0 ? null : held.accepted / held.received };
}

/** How many rows came, and in which files. */
export interface Held {
  readonly files: readonly string[];
  readonly received: number;
  readonly accepted: number;
  readonly setAside: number;
}

/** What the deliveries of an extract held when they came, all of them together. */
export function heldOf(deliveries: readonly LedgerEntry[]): Held {
  return {
    files: deliveries.flatMap(({ files }) => files.map(({ name }) => name)),
    received: sum(deliveries.map(({ received }) => received)),
    accepted: sum(deliveries.map(({ accepted }) => accepted)),
    setAside: sum(deliveries.map(({ set_aside }) => set_aside)),
  };
}

async function checkFacts(connection: Connection, { folder }: Project): Promise<CheckFact[]> {
  const facts: CheckFact[] = [];
  for (const { name, sql } of readQueries(join(folder, 'queries', 'checks')))
    for (const [about, count, whole] of await connection.ask(
      `select about, found, whole from (${sql}\n)`,
    ))
      facts.push({
        what: `quality.found.${name}`,
        about: about as string | null,
        count: Number(count),
        whole: whole as number | null,
      });
  return facts;
}

/**
 * The page as one edition may see it. One that hides says no number of records, for whoever has two packs could subtract
 * and find a few children, and no day of a first or last record, which is some child's: only shares, and none of a few.
 */
export function qualityIn(
  facts: QualityFacts,
  hideBelow: number,
  language: Language,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
): DataQuality {
  const checks = facts.checks.flatMap(({ what, about, count, whole }) => {
    const hidden = isSmallCount(count, hideBelow) || isSmallCount((whole ?? 0) - count, hideBelow);
    // That a line about one label is there at all would say that a few children have it.
    if (hidden && about !== null) return [];
    const words = typeof what === 'string' ? say(what, { about: about ?? '' }) : what[language];
    const share = hidden || !whole ? null : count / whole;
    return [{ what: words, count: hideBelow > 0 ? null : count, share }];
  });
  const extracts = facts.extracts.map((receipt) => receiptIn(receipt, hideBelow));
  return { extracts, checks, notes: [], coversFrom: facts.coversFrom };
}

function receiptIn(receipt: ExtractReceipt, hideBelow: number): ExtractReceipt {
  if (hideBelow === 0) return receipt;
  const { received, accepted, setAside, share } = receipt;
  const few = [received, accepted, setAside].some((count) => isSmallCount(count, hideBelow));
  return { ...receipt, ...UNCOUNTED, share: few ? 'hidden' : share };
}

const UNCOUNTED = { received: null, accepted: null, setAside: null, from: null, to: null };

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

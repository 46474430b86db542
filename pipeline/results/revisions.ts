// Figures of the last pack and of this one → restatements.csv: each that changed, by how much, and for which delivery.
import { join } from 'node:path';
import { lastPack, type MadePack } from '../deliveries/previous-pack.js';
import {
  deliveriesIn,
  readHappenings,
  standingAt,
  type LedgerEntry,
} from '../deliveries/ledger.js';
import { placeOf } from '../disclosure/released.js';
import type { Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import {
  decidedSince,
  decisionsFile,
  readDecisions,
  type Decision,
} from '../identity/decisions.js';
import { openWarehouse } from '../load/warehouse.js';
import type { Project } from '../config/project.js';
import type { CsvRow } from '../publish/csv.js';
import { partnersLinked } from './coverage.js';
import type { Received } from '../ingest/receive.js';
import { resultsOf } from './results.js';
import type { PackRequest } from '../build-pack.js';
import { lineageOn } from '../warehouse/lineage.js';

/** The columns of the list, in order. It holds small counts: it is the information officer's, and in no pack. */
export const RESTATED_COLUMNS = [
  ...['measure', 'window_start', 'window_end', 'breakdown', 'group', 'unit', 'pack', 'as_at'],
  ...['numerator_then', 'numerator_now', 'denominator_then', 'denominator_now'],
  ...['value_then', 'value_now', 'because'],
] as const;

/** One figure that changed. */
export type Restatement = CsvRow;

/**
 * The last pack of an earlier quarter, or null, and for each measure what has come since: the deliveries behind it, and
 * the last day on which a person decided on a link that it may rest on.
 */
export interface Since {
  readonly pack: MadePack | null;
  readonly came: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly decided: ReadonlyMap<string, Day>;
}

/** Since no pack at all. */
export const FIRST: Since = { pack: null, came: new Map(), decided: new Map() };

/** The last pack, what it stood on, and its figures. */
export interface Then {
  readonly pack: MadePack;
  readonly known: Received['known'];
  readonly values: readonly Value[];
  /** What people have decided of links since. */
  readonly decisions: readonly Decision[];
}

type Asked = Pick<PackRequest, 'project' | 'settings' | 'quarter' | 'asAt'>;

/**
 * Counts the last pack again, of what was known on its day and by the rules of today, so that only what was delivered,
 * or decided of links, can make a difference. Null where there was none, or nothing has come since. For the holder of
 * the store's lock.
 */
export async function countThen(
  { project, settings, quarter, asAt }: Asked,
  now: Received['known'],
): Promise<Then | null> {
  const lines = readHappenings(settings.deliveries);
  const pack = lastPack(lines, quarter, asAt);
  if (pack === null) return null;
  const known = standingAt(deliveriesIn(lines), pack.asAt);
  const all = readDecisions(decisionsFile(settings.deliveries));
  const decisions = decidedSince(all, pack.asAt, asAt);
  if (freshIn(now, known).length === 0 && decisions.length === 0) return null;
  const warehouse = await openWarehouse(project, settings, { known }, pack.asAt);
  try {
    const counted = await resultsOf(warehouse, project, settings, pack.quarter, pack.asAt, known);
    return { pack, known, values: counted.values, decisions };
  } finally {
    warehouse.close();
  }
}

/** The figures that both packs have and that differ, in the order of this one. */
export function restatements(
  then: Then | null,
  now: readonly Value[],
  { came, decided }: Since,
): Restatement[] {
  if (then === null) return [];
  const before = new Map(counted(then.values).map((value) => [placeOf(value), value]));
  return counted(now).flatMap((value) => {
    const old = before.get(placeOf(value));
    if (!old || !differs(old, value)) return [];
    const day = decided.get(value.measure);
    const because = [
      ...(came.get(value.measure) ?? []).map(named),
      ...(day === undefined ? [] : [`decisions on links, the last on ${day}`]),
    ];
    return [rowOf(old, value, then.pack, because.join('; '))];
  });
}

/** What has come since the last pack, by the measures that count it. */
export function sinceLast(
  project: Project,
  then: Then | null,
  pack: MadePack | null,
  known: Received['known'],
): Since {
  if (then === null) return { ...FIRST, pack };
  const lineage = lineageOn(join(project.folder, 'queries'));
  const fresh = freshIn(known, then.known);
  const came = new Map<string, LedgerEntry[]>();
  const decided = new Map<string, Day>();
  for (const { declaration, sql } of project.measures) {
    const behind = lineage(sql);
    came.set(
      declaration.id,
      fresh.filter(({ extract }) => behind.has(extract)),
    );
    const day = lastOf(then, partnersLinked(project.contracts, behind));
    if (day !== undefined) decided.set(declaration.id, day);
  }
  return { pack, came, decided };
}

/** The last day on which a link to one of some partners was decided. */
function lastOf({ decisions }: Then, sources: ReadonlySet<string>): Day | undefined {
  const own = decisions.filter(({ source }) => sources.has(source));
  return own
    .map(({ decided_on }) => decided_on)
    .sort()
    .at(-1);
}

/** Deliveries that this pack stands on and the last one did not. */
function freshIn(now: Received['known'], then: Received['known']): LedgerEntry[] {
  const before = new Set([...then.values()].flat().map(({ delivery }) => delivery));
  return [...now.values()].flat().filter(({ delivery }) => !before.has(delivery));
}

function counted(values: readonly Value[]): Value[] {
  return values.filter(({ origin, status }) => origin === 'own' && status === 'known');
}

function differs(one: Value, other: Value): boolean {
  return one.numerator !== other.numerator || one.denominator !== other.denominator;
}

/** How many characters of a delivery's name tell it from the others. */
const SHORT = 8;

function named({ extract, known_from, delivery }: LedgerEntry): string {
  return `${extract} known from ${known_from} (${delivery.slice(0, SHORT)})`;
}

function rowOf(then: Value, now: Value, pack: MadePack, because: string): Restatement {
  const { measure, window, breakdown, group, unit } = now;
  return {
    ...{ measure, window_start: window.starts, window_end: window.ends, breakdown, group, unit },
    ...{ pack: pack.quarter.label, as_at: pack.asAt },
    ...{ numerator_then: then.numerator, numerator_now: now.numerator },
    ...{ denominator_then: then.denominator, denominator_now: now.denominator },
    ...{ value_then: then.value, value_now: now.value, because },
  };
}

// Figures of the packs before and of this one → restatements.csv: each that changed, by how much, and for which delivery.
import type { RecordedPack } from '../deliveries/previous-pack.js';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { cellKey } from '../disclosure/released.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findRevisedCells, type ComparedRelease } from '../disclosure/revised-cells.js';
import type { Cell, Value } from '../domain/value.js';
import type { CsvRow } from '../publish/csv.js';
import type { ChangesSince, PreviousPack } from './previous-pack.js';

/** The columns of the list, in order. It holds small counts: it is the information officer's, and in no pack. */
export const REVISION_COLUMNS = [
  ...['measure', 'window_start', 'window_end', 'breakdown', 'group', 'unit', 'pack', 'as_at'],
  ...['numerator_then', 'numerator_now', 'denominator_then', 'denominator_now'],
  ...['value_then', 'value_now', 'because'],
] as const;

/** One figure that changed. */
export type Revision = CsvRow;

/** The figures that both packs have and that differ, in the order of this one. */
export function findRevisions(
  { pack, values, deliveries, decidedOn }: PreviousPack,
  now: readonly Value[],
): Revision[] {
  if (pack === null) return [];
  const before = new Map(selectOwnValues(values).map((value) => [cellKey(value), value]));
  return selectOwnValues(now).flatMap((value) => {
    const old = before.get(cellKey(value));
    if (!old || !differs(old, value)) return [];
    return [buildRevision(value, old, value, pack, writeReasons(value, { deliveries, decidedOn }))];
  });
}

/**
 * The figures that the release before gave of the same quarter and that this one gives otherwise: what was printed then
 * and what is printed now, so that a changed rule counts as much as a delivery. A figure that only one of them gives has
 * its numbers in the columns of that one. Figures that are hidden in either are left out.
 */
export function findReleaseRevisions(
  release: ComparedRelease,
  disclosed: readonly DisclosedCell[],
  changes: ChangesSince,
): Revision[] {
  return findRevisedCells(release, disclosed).map(({ cell, then, now }) =>
    buildRevision(
      cell,
      then ?? NO_NUMBERS,
      now ?? NO_NUMBERS,
      release.pack,
      writeReasons(cell, changes),
    ),
  );
}

const NO_NUMBERS = { numerator: null, denominator: null, value: null };

function writeReasons({ measure }: Cell, { deliveries, decidedOn }: ChangesSince): string {
  const day = decidedOn.get(measure);
  return [
    ...(deliveries.get(measure) ?? []).map(nameDelivery),
    ...(day === undefined ? [] : [`decisions on links, the last on ${day}`]),
  ].join('; ');
}

function selectOwnValues(values: readonly Value[]): Value[] {
  return values.filter(({ origin, status }) => origin === 'own' && status === 'known');
}

function differs(one: Value, other: Value): boolean {
  return one.numerator !== other.numerator || one.denominator !== other.denominator;
}

/** How many characters of a delivery's name tell it from the others. */
const SHORT = 8;

function nameDelivery({ extract, known_from, delivery }: LedgerEntry): string {
  return `${extract} known from ${known_from} (${delivery.slice(0, SHORT)})`;
}

type Numbers = Readonly<Record<'numerator' | 'denominator' | 'value', number | null>>;

function buildRevision(
  { measure, window, breakdown, group, unit }: Cell,
  then: Numbers,
  now: Numbers,
  pack: RecordedPack,
  because: string,
): Revision {
  return {
    ...{ measure, window_start: window.starts, window_end: window.ends, breakdown, group, unit },
    ...{ pack: pack.quarter.label, as_at: pack.asAt },
    ...{ numerator_then: then.numerator, numerator_now: now.numerator },
    ...{ denominator_then: then.denominator, denominator_now: now.denominator },
    ...{ value_then: then.value, value_now: now.value, because },
  };
}

// Figures of the last pack and of this one → restatements.csv: each that changed, by how much, and for which delivery.
import type { RecordedPack } from '../deliveries/previous-pack.js';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { cellKey } from '../disclosure/released.js';
import type { Value } from '../domain/value.js';
import type { CsvRow } from '../publish/csv.js';
import type { PreviousPack } from './previous-pack.js';

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
    const day = decidedOn.get(value.measure);
    const because = [
      ...(deliveries.get(value.measure) ?? []).map(nameDelivery),
      ...(day === undefined ? [] : [`decisions on links, the last on ${day}`]),
    ];
    return [buildRevision(old, value, pack, because.join('; '))];
  });
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

function buildRevision(then: Value, now: Value, pack: RecordedPack, because: string): Revision {
  const { measure, window, breakdown, group, unit } = now;
  return {
    ...{ measure, window_start: window.starts, window_end: window.ends, breakdown, group, unit },
    ...{ pack: pack.quarter.label, as_at: pack.asAt },
    ...{ numerator_then: then.numerator, numerator_now: now.numerator },
    ...{ denominator_then: then.denominator, denominator_now: now.denominator },
    ...{ value_then: then.value, value_now: now.value, because },
  };
}

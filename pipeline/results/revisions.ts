// Figures of the last pack and of this one → restatements.csv: each that changed, by how much, and for which delivery.
import type { RecordedPack } from '../deliveries/previous-pack.js';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { cellKey } from '../disclosure/released.js';
import type { Value } from '../domain/value.js';
import type { CsvRow } from '../publish/csv.js';
import type { PreviousPack } from './previous-pack.js';

/** The columns of the list, in order. It holds small counts: it is the information officer's, and in no pack. */
export const RESTATED_COLUMNS = [
  ...['measure', 'window_start', 'window_end', 'breakdown', 'group', 'unit', 'pack', 'as_at'],
  ...['numerator_then', 'numerator_now', 'denominator_then', 'denominator_now'],
  ...['value_then', 'value_now', 'because'],
] as const;

/** One figure that changed. */
export type Restatement = CsvRow;

/** The figures that both packs have and that differ, in the order of this one. */
export function restatements(
  { pack, values, came, decided }: PreviousPack,
  now: readonly Value[],
): Restatement[] {
  if (pack === null) return [];
  const before = new Map(counted(values).map((value) => [cellKey(value), value]));
  return counted(now).flatMap((value) => {
    const old = before.get(cellKey(value));
    if (!old || !differs(old, value)) return [];
    const day = decided.get(value.measure);
    const because = [
      ...(came.get(value.measure) ?? []).map(named),
      ...(day === undefined ? [] : [`decisions on links, the last on ${day}`]),
    ];
    return [rowOf(old, value, pack, because.join('; '))];
  });
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

function rowOf(then: Value, now: Value, pack: RecordedPack, because: string): Restatement {
  const { measure, window, breakdown, group, unit } = now;
  return {
    ...{ measure, window_start: window.starts, window_end: window.ends, breakdown, group, unit },
    ...{ pack: pack.quarter.label, as_at: pack.asAt },
    ...{ numerator_then: then.numerator, numerator_now: now.numerator },
    ...{ denominator_then: then.denominator, denominator_now: now.denominator },
    ...{ value_then: then.value, value_now: now.value, because },
  };
}

// The counts of a release → what readers know of groups, their totals, and those not recorded.
import {
  ADDITIVE_BREAKDOWNS,
  COVERING_BREAKDOWNS,
  OVERLAPPING_BREAKDOWNS,
  RECORDED_COUNTERPARTS,
  SEX_OF_CROSSED,
} from '../breakdowns.js';
import type { CountPlace } from './counts.js';
import type { CountRegister, CountedFigure, RegisteredCount } from './register.js';
import { relateCounts, type KnownRelation } from './relation.js';

const TOTAL = { breakdown: 'total', group: 'all' };

/** Every relation between groups, within each measure and window. */
export function relateGroups(register: CountRegister): KnownRelation[] {
  const tables = [...groupCounts(register.counts).values()];
  return [
    ...tables.flatMap((table) => relateTable(table, register)),
    ...tables.flatMap((table) => relateCrossed(table, register)),
    ...register.figures.flatMap((figure) => relateRecorded(figure, register)),
  ];
}

/** The counts of one breakdown of one measure and window. */
type CountTable = readonly [RegisteredCount, ...RegisteredCount[]];

function groupCounts(counts: readonly RegisteredCount[]): Map<string, CountTable> {
  const tables = new Map<string, [RegisteredCount, ...RegisteredCount[]]>();
  for (const each of counts) {
    const { measure, count, starts, ends, breakdown } = each.place;
    const key = JSON.stringify([measure, count, starts, ends, breakdown]);
    const table = tables.get(key);
    if (table) table.push(each);
    else tables.set(key, [each]);
  }
  return tables;
}

/** Groups add up to their total, or cover it, each a part of it. */
function relateTable(table: CountTable, register: CountRegister): KnownRelation[] {
  const { place } = table[0];
  const whole = register.find({ ...place, ...TOTAL });
  if (!whole) return [];
  const name = `${place.measure} ${place.count} by ${place.breakdown}, ${place.ends}`;
  if (COVERING_BREAKDOWNS.includes(place.breakdown)) {
    const parts = relateOverlapping(table, whole, name);
    if (place.count === 'numerator') return parts;
    const cover = { reason: `${name}: a cover`, isExact: false, hasRemainder: true };
    return [...parts, relateCounts(table, [whole], cover)];
  }
  if (OVERLAPPING_BREAKDOWNS.includes(place.breakdown))
    return place.count === 'numerator' ? relateOverlapping(table, whole, name) : [];
  if (!ADDITIVE_BREAKDOWNS.includes(place.breakdown)) return [];
  return [relateCounts([whole], table, { reason: name, isExact: true, hasRemainder: true })];
}

/** Each group is a part of its total, wherever the total counts those in any of them. */
function relateOverlapping(
  table: CountTable,
  whole: RegisteredCount,
  name: string,
): KnownRelation[] {
  return table
    .map((each) => {
      const reason = `${name}: ${each.place.group}`;
      return relateCounts([whole], [each], { reason, isExact: false, hasRemainder: true });
    })
    .filter(({ gap }) => gap >= 0);
}

/** Ethnicity within one sex: a part of the ethnic group, and adding up to the sex. */
function relateCrossed(table: CountTable, register: CountRegister): KnownRelation[] {
  const { place } = table[0];
  const sex = SEX_OF_CROSSED[place.breakdown];
  if (sex === undefined) return [];
  const name = `${place.measure} ${place.count} by ${place.breakdown}, ${place.ends}`;
  const margin = register.find({ ...place, breakdown: 'sex', group: sex });
  const other = Object.keys(SEX_OF_CROSSED).filter((each) => each !== place.breakdown);
  const sums = margin
    ? [relateCounts([margin], table, { reason: name, isExact: true, hasRemainder: true })]
    : [];
  // Both sexes are held against the ethnic group once, from the first of the two.
  if (place.breakdown !== Object.keys(SEX_OF_CROSSED)[0]) return sums;
  const groups = table.flatMap((each) => {
    const whole = register.find({ ...each.place, breakdown: 'ethnicity' });
    const rest = other.flatMap((breakdown) => register.find({ ...each.place, breakdown }) ?? []);
    const reason = `${name}: ${each.place.group}`;
    const meaning = { reason, isExact: false, hasRemainder: true };
    return whole ? [relateCounts([whole], [each, ...rest], meaning)] : [];
  });
  return [...sums, ...groups];
}

/** Those counted, those not recorded, and the rest make up the denominator. */
function relateRecorded(
  { figure, numerator, denominator }: CountedFigure,
  register: CountRegister,
): KnownRelation[] {
  const breakdown = RECORDED_COUNTERPARTS[figure.breakdown];
  if (breakdown === undefined || !numerator || !denominator) return [];
  const { measure, starts, ends, group } = figure;
  const place: CountPlace = { measure, count: 'numerator', starts, ends, breakdown, group };
  const recorded = register.find(place);
  if (!recorded) return [];
  const reason = `${measure} by ${figure.breakdown} ${group}, ${ends}`;
  const meaning = { reason, isExact: false, hasRemainder: true };
  return [relateCounts([denominator], [recorded, numerator], meaning)];
}

// What an edition that hides must know of each measure, and of how measures count the same people.
import type { HasReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { OVERLAPPING_BREAKDOWNS } from './breakdowns.js';
import type { DisclosureKind } from './threshold.js';

/** What the rule needs to know of a measure. */
export interface DisclosureRelations extends HasReferenceGroup {
  readonly kind: DisclosureKind;
  /** The measure of the children behind this one: what hides them hides this. */
  readonly hiddenWith: string | null;
  /** The measure of all the children that this one counts some of. */
  readonly partOf?: string | undefined;
  /** The count whose people or cases this one's denominator is drawn from. */
  readonly drawnFrom?: string | undefined;
  /** The groups of another measure that this one's numerator adds up. */
  readonly sumOf?: BreakdownGroups | undefined;
  /** No person stands behind what it counts, so that none of its counts is small. */
  readonly countsNoPeople?: boolean | undefined;
}

/** The groups of one breakdown of a measure. */
interface BreakdownGroups {
  readonly measure: string;
  readonly breakdown: string;
}

/** By measure. */
export type RelationsByMeasure = ReadonlyMap<string, DisclosureRelations>;

/** Throws where a measure has none: then nothing says what may be shown of it. */
export function requireRelations(
  { measure }: Pick<Value, 'measure'>,
  relations: RelationsByMeasure,
): DisclosureRelations {
  const found = relations.get(measure);
  if (!found) throw new RangeError(`no rule says what may be shown of the measure ${measure}`);
  return found;
}

/** The shares that are drawn from what a measure counts. */
export function findDrawnShares(measure: string, relations: RelationsByMeasure): string[] {
  return [...relations].flatMap(([id, own]) => (own.drawnFrom === measure ? [id] : []));
}

/**
 * Where those stand whom a value counts some of: the total that a need is part of, and each measure that this is part
 * of, past those that may be hidden between.
 */
export function findSuperTotals<Address extends Pick<Value, 'measure' | 'breakdown' | 'group'>>(
  value: Address,
  relations: RelationsByMeasure,
): Address[] {
  const totals = OVERLAPPING_BREAKDOWNS.includes(value.breakdown)
    ? [{ ...value, breakdown: 'total', group: 'all' }]
    : [];
  for (let { partOf } = requireRelations(value, relations); partOf !== undefined;) {
    const total = { ...value, measure: partOf };
    totals.push(total);
    ({ partOf } = requireRelations(total, relations));
  }
  return totals;
}

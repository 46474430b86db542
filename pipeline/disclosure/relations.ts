// What suppression needs to know about each measure, and how measures count the same people.
import type { HasReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import type { DisclosureKind } from './threshold.js';

/** Properties of a measure that the suppression rules use. */
export interface DisclosureRelations extends HasReferenceGroup {
  readonly kind: DisclosureKind;
  /** The measure of the same children: if its cell is suppressed, so is this one. */
  readonly hiddenWith: string | null;
  /** The measure of all the children of whom this one counts a part. */
  readonly partOf?: string | undefined;
  /** The count from whose people or cases this measure's denominator is drawn. */
  readonly drawnFrom?: string | undefined;
  /** The groups of another measure that this measure's numerator adds up. */
  readonly sumOf?: BreakdownGroups | undefined;
  /** Counts of other measures that its own are the same as. */
  readonly sameAs?: Readonly<Partial<Record<CountSide, CountReference | undefined>>> | undefined;
  /** Counts that its numerator cannot exceed. */
  readonly within?: readonly CountReference[] | undefined;
  /** Counts that its numerator cannot exceed together. */
  readonly coveredBy?: readonly CountReference[] | undefined;
  /** True if the quarters of a year add up to it: nothing is counted in two of them. */
  readonly quartersAddUp?: boolean | undefined;
  /** True if it gives its newest quarter beside its twelve months. */
  readonly givesQuarter?: boolean | undefined;
  /** True if it counts no people, so that none of its counts needs protection. */
  readonly countsNoPeople?: boolean | undefined;
}

/** One of the two numbers behind a figure. */
export type CountSide = 'numerator' | 'denominator';

/** A count of a measure: in every group alike, or in one group of one breakdown. */
export interface CountReference {
  readonly measure: string;
  readonly count: CountSide;
  readonly breakdown?: string | undefined;
  readonly group?: string | undefined;
}

/** The groups of one breakdown of a measure. */
interface BreakdownGroups {
  readonly measure: string;
  readonly breakdown: string;
}

/** Disclosure relations by measure id. */
export type RelationsByMeasure = ReadonlyMap<string, DisclosureRelations>;

/** The relations of a value's measure. Throws RangeError if it has none: without them nothing may be shown. */
export function requireRelations(
  { measure }: Pick<Value, 'measure'>,
  relations: RelationsByMeasure,
): DisclosureRelations {
  const found = relations.get(measure);
  if (!found) throw new RangeError(`no rule says what may be shown of the measure ${measure}`);
  return found;
}

// Counts that cannot exceed others → a constraint that readers know, and what is left between the two.
import type { RegisteredCount } from './register.js';
import { addForms, negateForm, type Constraint, type LinearForm } from './system.js';

/** What readers know of two sums of counts: one cannot exceed the other. */
export interface KnownRelation {
  readonly reason: string;
  /** The greater less the lesser. */
  readonly form: LinearForm;
  /** What that truly is, which is negative where the relation does not hold. */
  readonly gap: number;
  /** Whether readers know that nothing is left between the two, unless something is. */
  readonly isExact: boolean;
  /** Whether what is left between the two counts children or events that could be found by it. */
  readonly hasRemainder: boolean;
}

/** What a relation means. */
export type RelationMeaning = Pick<KnownRelation, 'reason' | 'isExact' | 'hasRemainder'>;

/** Relates two sums of counts. */
export function relateCounts(
  greater: readonly RegisteredCount[],
  lesser: readonly RegisteredCount[],
  meaning: RelationMeaning,
): KnownRelation {
  const form = addForms(sumCounts(greater), negateForm(sumCounts(lesser)));
  return { ...meaning, form, gap: total(greater) - total(lesser) };
}

/**
 * What readers know by a relation. Where parts are known to leave nothing out and do leave something, readers are taken
 * to know that they may.
 */
export function constrainRelation({ form, reason, gap, isExact }: KnownRelation): Constraint {
  return { form, least: 0, most: isExact && gap === 0 ? 0 : Infinity, reason };
}

function sumCounts(counts: readonly RegisteredCount[]): LinearForm {
  return counts.map(({ name }) => ({ unknown: name, times: 1 }));
}

function total(counts: readonly RegisteredCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

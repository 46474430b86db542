// The parts of a briefing: a rule, what it is about, and who is asked.
import type { Words } from '../domain/language.js';
import type { MeasureSummary } from './reading.js';

/** A sentence before it is put into words. Groups are named `breakdown.group`, like labels. */
export interface Statement {
  readonly rule: string;
  readonly measures: readonly string[];
  readonly groups: readonly string[];
  /** How many more measures it is about than it names; absent if it names them all. */
  readonly more?: number;
}

/** A question, and the partner who can answer it. `action` is the number of the action it is about. */
export interface Question extends Statement {
  readonly asked: Words;
  readonly action?: string;
}

/** One statement about all the chosen measures, naming the first `limit`; none if no measure was chosen. */
export function buildStatements(
  rule: string,
  chosen: readonly Pick<MeasureSummary, 'id'>[],
  limit = Infinity,
): Statement[] {
  if (chosen.length === 0) return [];
  const measures = chosen.slice(0, limit).map(({ id }) => id);
  const more = chosen.length - measures.length;
  return [{ rule, measures, groups: [], ...(more > 0 ? { more } : {}) }];
}

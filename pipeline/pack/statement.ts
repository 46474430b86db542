// The smallest parts of a briefing: which rule speaks, of what, and who is asked.
import type { Words } from '../domain/language.js';
import type { MeasureSummary } from './reading.js';

/** A sentence to be said, still without words. Groups are named `breakdown.group`, as labels are. */
export interface Statement {
  readonly rule: string;
  readonly measures: readonly string[];
  readonly groups: readonly string[];
  /** How many measures it is about beside those named; left out where it names them all. */
  readonly more?: number;
}

/** A question, and the partner who can answer it. `action` is the number of the action it is about. */
export interface Question extends Statement {
  readonly asked: Words;
  readonly action?: string;
}

/** One statement about all the measures chosen, of which the first `most` are named; none where none was chosen. */
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

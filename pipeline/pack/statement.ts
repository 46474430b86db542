// The smallest part of a briefing: which rule speaks, and of what.
import type { Reading } from './reading.js';

/** A sentence to be said, still without words. Groups are named `breakdown.group`, as labels are. */
export interface Statement {
  readonly rule: string;
  readonly measures: readonly string[];
  readonly groups: readonly string[];
}

/** One statement about all the measures chosen; none where none was. */
export function aboutAll(rule: string, chosen: readonly Reading[]): Statement[] {
  return chosen.length === 0 ? [] : [{ rule, measures: chosen.map(({ id }) => id), groups: [] }];
}

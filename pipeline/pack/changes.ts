// Readings of every measure → what changed beyond chance, in the order the declared rules give.
import type { BriefingRules, ChangeKind } from './briefing-rules.js';
import type { MeasureSummary } from './reading.js';
import type { Statement } from './statement.js';

/** One change; `happening` is the kind by which it is ranked. */
export interface MeasureChange extends Statement {
  readonly kind: ChangeKind;
}

/** All changes, none left out: by kind, then measures that lead, then those with a page, then the order of the pack. */
export function rankChanges(
  summaries: readonly MeasureSummary[],
  { first, leading }: BriefingRules['changes'],
): MeasureChange[] {
  const positions = new Map(
    summaries.map(({ id, hasOwnPage: paged }, at) => [id, { at, paged: paged ? 0 : 1 }]),
  );
  const buildRankKey = ({ kind, measures }: MeasureChange): number[] => {
    const [id = ''] = measures;
    const lead = leading.indexOf(id);
    const { at = 0, paged = 0 } = positions.get(id) ?? {};
    return [first.indexOf(kind), lead < 0 ? leading.length : lead, paged, at];
  };
  return summaries
    .flatMap(listChanges)
    .map((change) => ({ change, key: buildRankKey(change) }))
    .sort((one, other) => compareKeys(one.key, other.key))
    .map(({ change }) => change);
}

/** What happened to one measure: its headline may move, or some of its groups stand out. */
export function listChanges({ id, sense, groupsAbove, needs }: MeasureSummary): MeasureChange[] {
  const buildChange = (
    kind: ChangeKind,
    rule: string,
    groups: readonly string[],
  ): MeasureChange => ({
    ...{ kind, rule, measures: [id], groups },
  });
  return [
    ...(sense === null ? [] : [buildChange(sense, 'changed', [])]),
    ...(groupsAbove.length > 0 ? [buildChange('above', 'changed', groupsAbove)] : []),
    ...(needs.higher.length > 0 ? [buildChange('need-higher', 'needs-higher', needs.higher)] : []),
    ...(needs.lower.length > 0 ? [buildChange('need-lower', 'needs-lower', needs.lower)] : []),
  ];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((part, index) => part !== other[index]);
  return differing < 0 ? 0 : (one[differing] ?? NaN) - (other[differing] ?? NaN);
}

// Summaries of every measure → changes beyond chance, ranked by the declared rules.
import type { BriefingRules, ChangeKind } from './briefing-rules.js';
import type { MeasureSummary } from './reading.js';
import type { Statement } from './statement.js';

/** One change; `kind` decides its rank. */
interface MeasureChange extends Statement {
  readonly kind: ChangeKind;
}

/** Ranks all changes and leaves none out: by kind, leading measures, measures with a page, then the order of the pack. */
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

/** Lists the changes of one measure: in its headline, and in its groups. */
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

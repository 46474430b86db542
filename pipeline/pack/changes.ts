// Readings of every measure → what changed beyond chance, in the order the declared rules give.
import type { BriefingRules, Happening } from './briefing-rules.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';

/** One change; `happening` is the kind by which it is ranked. */
export interface Change extends Statement {
  readonly happening: Happening;
}

/** All changes, none left out: by kind, then measures that lead, then those with a page, then the order of the pack. */
export function changesOf(
  readings: readonly Reading[],
  { first, leading }: BriefingRules['changes'],
): Change[] {
  const place = new Map(readings.map(({ id, paged }, at) => [id, { at, paged: paged ? 0 : 1 }]));
  const keyOf = ({ happening, measures }: Change): number[] => {
    const [id = ''] = measures;
    const lead = leading.indexOf(id);
    const { at = 0, paged = 0 } = place.get(id) ?? {};
    return [first.indexOf(happening), lead < 0 ? leading.length : lead, paged, at];
  };
  return readings
    .flatMap(changesIn)
    .map((change) => ({ change, key: keyOf(change) }))
    .sort((one, other) => compareKeys(one.key, other.key))
    .map(({ change }) => change);
}

/** What happened to one measure: its headline may move, or some of its groups stand out. */
export function changesIn({ id, sense, groupsAbove, needs }: Reading): Change[] {
  const about = (happening: Happening, rule: string, groups: readonly string[]): Change => ({
    ...{ happening, rule, measures: [id], groups },
  });
  return [
    ...(sense === null ? [] : [about(sense, 'changed', [])]),
    ...(groupsAbove.length > 0 ? [about('above', 'changed', groupsAbove)] : []),
    ...(needs.higher.length > 0 ? [about('need-higher', 'needs-higher', needs.higher)] : []),
    ...(needs.lower.length > 0 ? [about('need-lower', 'needs-lower', needs.lower)] : []),
  ];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((part, index) => part !== other[index]);
  return differing < 0 ? 0 : (one[differing] ?? NaN) - (other[differing] ?? NaN);
}

// Readings of every measure → the five questions a chair may ask.
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';

interface Rule {
  readonly rule: string;
  /** How many measures at most may raise this question. */
  readonly most: number;
  readonly raisedBy: (reading: Reading) => boolean;
  /** The groups the question names. */
  readonly groups: (reading: Reading) => readonly string[];
}

const FIVE = 5;
const none = (): readonly string[] => [];

/** In the order of what matters most to children. */
const RULES: readonly Rule[] = [
  {
    rule: 'ask-over',
    most: 1,
    raisedBy: (one) => one.groupsAbove.length > 0,
    groups: (one) => one.groupsAbove,
  },
  { rule: 'ask-worse', most: 2, raisedBy: (one) => one.sense === 'worse', groups: none },
  {
    rule: 'ask-need',
    most: 1,
    raisedBy: (one) => one.needs.higher.length > 0,
    groups: (one) => one.needs.higher,
  },
  { rule: 'ask-better', most: 1, raisedBy: (one) => one.sense === 'better', groups: none },
  { rule: 'ask-moved', most: 1, raisedBy: (one) => one.sense === 'moved', groups: none },
  { rule: 'ask-unknown', most: 1, raisedBy: (one) => one.unknownEthnicity, groups: none },
  { rule: 'ask-immature', most: 1, raisedBy: (one) => one.immature, groups: none },
];

/** Asked in this order when the figures raise fewer than five questions of their own. */
const STANDING = ['ask-voice', 'ask-victims', 'ask-partners', 'ask-steady', 'ask-unmet'] as const;

/** Always five, none twice. `crowdedOut` are changes that found no room on the page; the first is asked about instead. */
export function questionsOf(
  readings: readonly Reading[],
  crowdedOut: readonly Statement[],
): Statement[] {
  const raised = RULES.flatMap(({ rule, most, raisedBy, groups }) =>
    readings
      .filter(raisedBy)
      .slice(0, most)
      .map((reading) => ({ rule, measures: [reading.id], groups: groups(reading) })),
  );
  const more = crowdedOut.slice(0, 1).map((statement) => ({ ...statement, rule: 'ask-more' }));
  const standing = STANDING.map((rule) => ({ rule, measures: [], groups: [] }));
  return [...raised, ...more, ...standing].slice(0, FIVE);
}

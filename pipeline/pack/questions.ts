// Readings, changes and actions that moved nothing → the questions a chair may ask, each of one partner.
import type { UnmovedLine } from '../commentary/memory-view.js';
import type { Words } from '../domain/language.js';
import type { BriefingRules, Ground } from './briefing-rules.js';
import type { Reading } from './reading.js';
import type { Question, Statement } from './statement.js';

/** What questions are drawn from. `readings` stand in the order in which their changes are ranked. */
export interface Raising {
  readonly readings: readonly Reading[];
  readonly crowdedOut: readonly Statement[];
  readonly unmoved: readonly UnmovedLine[];
  /** The partner who answers for a measure. */
  readonly askedOf: (measure: string) => Words;
}

type Candidate = Omit<Question, 'rule'>;

/**
 * Always as many as declared, and no two on one measure: first those that figures raise, by the declared order of
 * grounds; then standing ones. Refuses nothing: the declaration has as many standing questions as are asked.
 */
export function questionsOf(raising: Raising, rules: BriefingRules['questions']): Question[] {
  const asked = new Set<string>();
  const chosen: Question[] = [];
  for (const { by, most } of rules.raised) {
    const fresh = raisedBy(by, raising).filter(({ measures }) => isFresh(measures, asked));
    for (const candidate of withoutRepeats(fresh).slice(0, most)) {
      if (chosen.length === rules.number) return chosen;
      for (const id of candidate.measures) asked.add(id);
      chosen.push({ rule: `ask-${by}`, ...candidate });
    }
  }
  const standing = rules.standing
    .filter(({ about }) => about === undefined || !asked.has(about))
    .map(({ ask, about, of }) => ({
      rule: `ask-${ask}`,
      measures: raising.readings.some(({ id }) => id === about) ? [about ?? ''] : [],
      groups: [],
      asked: of,
    }));
  return [...chosen, ...standing].slice(0, rules.number);
}

function raisedBy(by: Ground, { readings, crowdedOut, unmoved, askedOf }: Raising): Candidate[] {
  const about = (
    stands: (reading: Reading) => boolean,
    groups: (reading: Reading) => readonly string[] = () => [],
  ): Candidate[] =>
    readings
      .filter(stands)
      .map((one) => ({ measures: [one.id], groups: groups(one), asked: askedOf(one.id) }));
  const found: Readonly<Record<Ground, () => Candidate[]>> = {
    over: () =>
      about(
        ({ groupsAbove }) => groupsAbove.length > 0,
        ({ groupsAbove }) => groupsAbove,
      ),
    unmoved: () =>
      unmoved.flatMap(({ id: action, owner, measures: [first] }) =>
        first === undefined ? [] : [{ measures: [first], groups: [], asked: owner, action }],
      ),
    worse: () => about(({ sense }) => sense === 'worse'),
    need: () =>
      about(
        ({ needs }) => needs.higher.length > 0,
        ({ needs }) => needs.higher,
      ),
    better: () => about(({ sense }) => sense === 'better'),
    moved: () => about(({ sense }) => sense === 'moved'),
    more: () =>
      crowdedOut.map(({ measures, groups }) => ({
        ...{ measures, groups, asked: askedOf(measures[0] ?? '') },
      })),
    unknown: () => about(({ unknownEthnicity }) => unknownEthnicity),
    immature: () => about(({ immature }) => immature),
    missing: () => about(({ status, paged }) => paged && status === 'no data'),
  };
  return found[by]();
}

function isFresh(measures: readonly string[], asked: ReadonlySet<string>): boolean {
  return !measures.some((id) => asked.has(id));
}

function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ measures }, at) =>
      candidates.findIndex(({ measures: others }) => others[0] === measures[0]) === at,
  );
}

// Readings, changes and actions that moved nothing → the questions a chair may ask, each of one partner.
import type { StalledActionLine } from '../commentary/memory-view.js';
import type { Words } from '../domain/language.js';
import type { BriefingRules, QuestionReason } from './briefing-rules.js';
import type { MeasureSummary } from './reading.js';
import type { Question, Statement } from './statement.js';

/** What questions are chosen from. `summaries` are in the order in which their changes are ranked. */
interface QuestionSources {
  readonly summaries: readonly MeasureSummary[];
  readonly leftOut: readonly Statement[];
  readonly stalled: readonly StalledActionLine[];
  /** The partner who answers for a measure. */
  readonly findPartner: (measure: string) => Words;
}

type Candidate = Omit<Question, 'rule'> & { readonly rule?: string };

/**
 * Chooses exactly the declared number of questions, no two on one measure: first those raised by figures, in the declared
 * order of reasons, then standing ones. Never fails: the declaration has at least as many standing questions.
 */
export function chooseQuestions(
  sources: QuestionSources,
  rules: BriefingRules['questions'],
): Question[] {
  const asked = new Set<string>();
  const chosen: Question[] = [];
  for (const { by, most } of rules.raised) {
    const fresh = raiseQuestions(by, sources).filter(({ measures }) => isFresh(measures, asked));
    for (const candidate of removeRepeats(fresh).slice(0, most)) {
      if (chosen.length === rules.number) return chosen;
      for (const id of candidate.measures) asked.add(id);
      chosen.push({ rule: `ask-${by}`, ...candidate });
    }
  }
  const standing = rules.standing
    .filter(({ about }) => about === undefined || !asked.has(about))
    .map(({ ask, about, of }) => ({
      rule: `ask-${ask}`,
      measures: sources.summaries.some(({ id }) => id === about) ? [about ?? ''] : [],
      groups: [],
      asked: of,
    }));
  return [...chosen, ...standing].slice(0, rules.number);
}

function raiseQuestions(
  by: QuestionReason,
  { summaries, leftOut: omitted, stalled: unmoved, findPartner }: QuestionSources,
): Candidate[] {
  const select = (
    isRaised: (summary: MeasureSummary) => boolean,
    groups: (summary: MeasureSummary) => readonly string[] = () => [],
  ): Candidate[] =>
    summaries
      .filter(isRaised)
      .map((one) => ({ measures: [one.id], groups: groups(one), asked: findPartner(one.id) }));
  const candidates: Readonly<Record<QuestionReason, () => Candidate[]>> = {
    over: () =>
      select(
        ({ groupsAbove }) => groupsAbove.length > 0,
        ({ groupsAbove }) => groupsAbove,
      ),
    unmoved: () =>
      unmoved.flatMap(({ id: action, owner, unmoved: [first] }) =>
        first === undefined ? [] : [{ ...nameUnmoved(first), asked: owner, action }],
      ),
    worse: () => select(({ sense }) => sense === 'worse'),
    need: () =>
      select(
        ({ needs }) => needs.higher.length > 0,
        ({ needs }) => needs.higher,
      ),
    better: () => select(({ sense }) => sense === 'better'),
    moved: () => select(({ sense }) => sense === 'moved'),
    more: () =>
      omitted.map(({ measures, groups }) => ({
        ...{ measures, groups, asked: findPartner(measures[0] ?? '') },
      })),
    unknown: () => select(({ unknownEthnicity }) => unknownEthnicity),
    immature: () => select(({ immature }) => immature),
    missing: () => select(({ status, hasOwnPage: hasPage }) => hasPage && status === 'no data'),
  };
  return candidates[by]();
}

/** A group of a measure is asked about by its own name. */
function nameUnmoved({
  measure,
  group,
}: StalledActionLine['unmoved'][number]): Pick<Candidate, 'measures' | 'groups' | 'rule'> {
  if (group === null) return { measures: [measure], groups: [] };
  return { measures: [measure], groups: [group], rule: 'ask-unmoved-group' };
}

function isFresh(measures: readonly string[], asked: ReadonlySet<string>): boolean {
  return !measures.some((id) => asked.has(id));
}

function removeRepeats(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ measures }, at) =>
      candidates.findIndex(({ measures: others }) => others[0] === measures[0]) === at,
  );
}

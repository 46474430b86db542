// Disclosed figures and actions → the chair's briefing: what changed, what cannot be told, what moved nothing, what to ask.
import type { StalledActionLine } from '../commentary/memory-view.js';
import type { Words } from '../domain/language.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import type { BriefingRules } from './briefing-rules.js';
import { listChanges, rankChanges } from './changes.js';
import { chooseQuestions } from './questions.js';
import { summariseMeasure, type MeasureSummary } from './reading.js';
import { buildStatements, type Question, type Statement } from './statement.js';

/** The chair's page as statements; their sentences are in the pack's words files. */
export interface Briefing {
  readonly changed: readonly Statement[];
  /** Measures that also changed but did not fit in `changed`. */
  readonly alsoChanged: readonly Statement[];
  readonly steady: readonly Statement[];
  /** How many comparisons were tested, and how many of those found a clear change. */
  readonly tested: number;
  readonly clear: number;
  /** Those of `clear` on fewer than ten events, which no statement lists. */
  readonly clearFew: number;
  readonly cannotTell: readonly Statement[];
  readonly stalled: readonly StalledActionLine[];
  /** Actions that moved nothing either and found no room. */
  readonly alsoStalled: readonly string[];
  readonly questions: readonly Question[];
  readonly reviews: readonly Statement[];
}

/** A measure with this edition's disclosed results, and the partner who answers for its section. */
export interface BriefingMeasure {
  readonly declaration: Declaration;
  readonly disclosed: readonly DisclosedCell[];
  readonly asked: Words;
  /** The decisions that its page sets side by side with its own, if any. */
  readonly decisions?: readonly Pick<BriefingMeasure, 'declaration' | 'disclosed'>[];
}

/** Everything a briefing is written from. */
export interface BriefingInput {
  /** In the order of the pack. */
  readonly measures: readonly BriefingMeasure[];
  /** Sections in which a number too small to test leads to a review of each case. */
  readonly reviewed: ReadonlySet<string>;
  readonly stalled: readonly StalledActionLine[];
  readonly rules: BriefingRules;
}

/**
 * Writes the chair's briefing from disclosed figures only, so it cannot reveal more than the pages behind it. It never
 * claims a change without a verdict, never drops a change without saying so, and always fits one page.
 */
export function writeBriefing({ measures, reviewed, stalled, rules }: BriefingInput): Briefing {
  const summaries = measures.map(summarisePage);
  const changes = rankChanges(summaries, rules.changes);
  const { most } = rules.named;
  const shown = changes.slice(0, rules.changes.most).map(copyStatement);
  const leftOut = changes.slice(rules.changes.most).map(copyStatement);
  // Changes are listed for every measure; the rest only for measures with their own page, to fit one page.
  const paged = summaries.filter((one) => one.hasOwnPage);
  const steady = paged.filter(
    (one) => one.verdict === 'no clear change' && listChanges(one).length === 0,
  );
  const partners = new Map(
    measures.map((one) => [one.declaration.id, rules.answers[one.declaration.id] ?? one.asked]),
  );
  return {
    changed: shown,
    alsoChanged: buildStatements('also', listMeasures(leftOut), most),
    steady: buildStatements('steady', steady, most),
    tested: summaries.reduce((sum, { tested }) => sum + tested, 0),
    clear: summaries.reduce((sum, { clear }) => sum + clear, 0),
    clearFew: summaries.reduce((sum, { clearFew }) => sum + clearFew, 0),
    cannotTell: listLimitations(paged, most),
    stalled: stalled.slice(0, rules.actions.most),
    alsoStalled: stalled.slice(rules.actions.most).map(({ id }) => id),
    questions: chooseQuestions(
      {
        summaries: rankSummaries(summaries, changes),
        leftOut,
        stalled,
        findPartner: createPartnerLookup(partners),
      },
      rules.questions,
    ),
    reviews: listReviews(paged.filter(({ section }) => reviewed.has(section))),
  };
}

/** A measure's summary, with the groups that stand out at any decision on its page. */
export function summarisePage({
  declaration,
  disclosed,
  decisions = [],
}: BriefingMeasure): MeasureSummary {
  const own = summariseMeasure(declaration, disclosed);
  const all = [own, ...decisions.map((each) => summariseMeasure(each.declaration, each.disclosed))];
  return {
    ...own,
    groupsAbove: [...new Set(all.flatMap(({ groupsAbove }) => groupsAbove))],
    groupsPossible: [...new Set(all.flatMap(({ groupsPossible }) => groupsPossible))],
  };
}

function copyStatement({ rule, measures, groups }: Statement): Statement {
  return { rule, measures, groups };
}

function rankSummaries(
  summaries: readonly MeasureSummary[],
  changes: readonly Statement[],
): MeasureSummary[] {
  const ranked = [...new Set(changes.flatMap(({ measures }) => measures))];
  const findRank = ({ id }: MeasureSummary): number =>
    ranked.includes(id) ? ranked.indexOf(id) : Infinity;
  const ordered = summaries.filter((one) => Number.isFinite(findRank(one)));
  const others = summaries.filter((one) => !Number.isFinite(findRank(one)));
  return [...ordered.sort((one, other) => findRank(one) - findRank(other)), ...others];
}

function createPartnerLookup(asked: ReadonlyMap<string, Words>): (measure: string) => Words {
  return (measure) => {
    const partner = asked.get(measure);
    if (!partner) throw new RangeError(`the briefing asks about ${measure}, which is not in it`);
    return partner;
  };
}

function listMeasures(statements: readonly Statement[]): { id: string }[] {
  return [...new Set(statements.flatMap(({ measures }) => measures))].map((id) => ({ id }));
}

function listLimitations(summaries: readonly MeasureSummary[], most: number): Statement[] {
  const unknown = summaries.filter(({ unknownEthnicity }) => unknownEthnicity).slice(0, 1);
  return [
    ...summaries
      .filter(({ groupsPossible }) => groupsPossible.length > 0)
      .map(({ id, groupsPossible: groups }) => ({ rule: 'possible', measures: [id], groups })),
    ...buildStatements('too-few', summaries.filter(hasTooFew), most),
    ...buildStatements('hidden', summaries.filter(isHidden), most),
    ...buildStatements(
      'immature',
      summaries.filter(({ immature }) => immature),
      most,
    ),
    ...buildStatements(
      'no-data',
      summaries.filter(({ status }) => status === 'no data'),
      most,
    ),
    ...buildStatements('unknown-ethnicity', unknown),
  ];
}

function listReviews(summaries: readonly MeasureSummary[]): Statement[] {
  const counts = summaries.filter(({ countsChildren }) => countsChildren);
  return [
    ...buildStatements(
      'review-few',
      counts.filter(({ few, kind }) => few && kind !== 'relative_rate'),
    ),
    ...summaries
      .filter(({ groupsTooFew }) => groupsTooFew.length > 0)
      .map(({ id, groupsTooFew }) => ({
        rule: 'review-groups',
        measures: [id],
        groups: groupsTooFew,
      })),
    ...buildStatements('review-hidden', counts.filter(isHidden)),
  ];
}

function hasTooFew({ verdict, groupsTooFew }: MeasureSummary): boolean {
  return verdict === 'too few to tell' || groupsTooFew.length > 0;
}

function isHidden({ status }: MeasureSummary): boolean {
  return status === 'hidden';
}

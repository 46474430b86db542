// Disclosed figures and actions → the chair's briefing: what changed, what cannot be told, what moved nothing, what to ask.
import type { UnmovedLine } from '../commentary/memory-view.js';
import type { Words } from '../domain/language.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import type { BriefingRules } from './briefing-rules.js';
import { changesIn, changesOf } from './changes.js';
import { questionsOf } from './questions.js';
import { readMeasure, type Reading } from './reading.js';
import { aboutAll, type Question, type Statement } from './statement.js';

/** The chair's page as statements; the words are in the pack's words files. */
export interface Briefing {
  readonly changed: readonly Statement[];
  /** Measures that changed as well and found no room. */
  readonly alsoChanged: readonly Statement[];
  readonly steady: readonly Statement[];
  /** How many comparisons were tested, and how many of them found a clear change. */
  readonly tested: number;
  readonly clear: number;
  readonly cannotTell: readonly Statement[];
  readonly unmoved: readonly UnmovedLine[];
  /** Actions that moved nothing either and found no room. */
  readonly alsoUnmoved: readonly string[];
  readonly questions: readonly Question[];
  readonly reviews: readonly Statement[];
}

/** A measure with what this edition may see of it, and the partner who answers for its section. */
export interface BriefedMeasure {
  readonly declaration: Declaration;
  readonly disclosed: readonly Disclosed[];
  readonly asked: Words;
}

/** What a briefing is written from. */
export interface Briefed {
  /** In the order of the pack. */
  readonly measures: readonly BriefedMeasure[];
  /** Sections where a number too small to judge asks for a review of each case instead. */
  readonly reviewed: ReadonlySet<string>;
  readonly unmoved: readonly UnmovedLine[];
  readonly rules: BriefingRules;
}

/**
 * Writes the chair's briefing from disclosed figures alone, so it can say no more than the pages behind it. It never
 * claims a change without a verdict, never drops one in silence, and always fits one page.
 */
export function writeBriefing({ measures, reviewed, unmoved, rules }: Briefed): Briefing {
  const readings = measures.map(({ declaration, disclosed }) =>
    readMeasure(declaration, disclosed),
  );
  const changes = changesOf(readings, rules.changes);
  const { most } = rules.named;
  const shown = changes.slice(0, rules.changes.most).map(statementOf);
  const crowdedOut = changes.slice(rules.changes.most).map(statementOf);
  // One page holds what moved wherever it is told, and what did not only where it has a page of its own.
  const paged = readings.filter((one) => one.paged);
  const steady = paged.filter(
    (one) => one.verdict === 'no clear change' && changesIn(one).length === 0,
  );
  const asked = new Map(
    measures.map((one) => [one.declaration.id, rules.answers[one.declaration.id] ?? one.asked]),
  );
  return {
    changed: shown,
    alsoChanged: aboutAll('also', named(crowdedOut), most),
    steady: aboutAll('steady', steady, most),
    tested: readings.reduce((sum, { tested }) => sum + tested, 0),
    clear: readings.reduce((sum, { clear }) => sum + clear, 0),
    cannotTell: limitsOf(paged, most),
    unmoved: unmoved.slice(0, rules.actions.most),
    alsoUnmoved: unmoved.slice(rules.actions.most).map(({ id }) => id),
    questions: questionsOf(
      { readings: byRank(readings, changes), crowdedOut, unmoved, askedOf: partnersOf(asked) },
      rules.questions,
    ),
    reviews: reviewsOf(paged.filter(({ section }) => reviewed.has(section))),
  };
}

function statementOf({ rule, measures, groups }: Statement): Statement {
  return { rule, measures, groups };
}

function byRank(readings: readonly Reading[], changes: readonly Statement[]): Reading[] {
  const ranked = [...new Set(changes.flatMap(({ measures }) => measures))];
  const rankOf = ({ id }: Reading): number => (ranked.includes(id) ? ranked.indexOf(id) : Infinity);
  const ordered = readings.filter((one) => Number.isFinite(rankOf(one)));
  const others = readings.filter((one) => !Number.isFinite(rankOf(one)));
  return [...ordered.sort((one, other) => rankOf(one) - rankOf(other)), ...others];
}

function partnersOf(asked: ReadonlyMap<string, Words>): (measure: string) => Words {
  return (measure) => {
    const partner = asked.get(measure);
    if (!partner) throw new RangeError(`the briefing asks about ${measure}, which is not in it`);
    return partner;
  };
}

function named(statements: readonly Statement[]): { id: string }[] {
  return [...new Set(statements.flatMap(({ measures }) => measures))].map((id) => ({ id }));
}

function limitsOf(readings: readonly Reading[], most: number): Statement[] {
  const unknown = readings.filter(({ unknownEthnicity }) => unknownEthnicity).slice(0, 1);
  return [
    ...aboutAll('too-few', readings.filter(isTooFew), most),
    ...aboutAll('hidden', readings.filter(isHidden), most),
    ...aboutAll(
      'immature',
      readings.filter(({ immature }) => immature),
      most,
    ),
    ...aboutAll(
      'no-data',
      readings.filter(({ status }) => status === 'no data'),
      most,
    ),
    ...aboutAll('unknown-ethnicity', unknown),
  ];
}

function reviewsOf(readings: readonly Reading[]): Statement[] {
  const counts = readings.filter(({ countsChildren }) => countsChildren);
  return [
    ...aboutAll(
      'review-few',
      counts.filter(({ few, kind }) => few && kind !== 'relative_rate'),
    ),
    ...readings
      .filter(({ groupsTooFew }) => groupsTooFew.length > 0)
      .map(({ id, groupsTooFew }) => ({
        rule: 'review-groups',
        measures: [id],
        groups: groupsTooFew,
      })),
    ...aboutAll('review-hidden', counts.filter(isHidden)),
  ];
}

function isTooFew({ verdict, groupsTooFew }: Reading): boolean {
  return verdict === 'too few to tell' || groupsTooFew.length > 0;
}

function isHidden({ status }: Reading): boolean {
  return status === 'hidden';
}

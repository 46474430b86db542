// Disclosed figures → the chair's briefing: what changed, what cannot be told, what to ask.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { readMeasure, type Reading } from './reading.js';

/** A sentence to be said: which rule speaks, and of which measures (and groups of children). */
export interface Statement {
  readonly rule: string;
  readonly measures: readonly string[];
  readonly groups: readonly string[];
}

/** The chair's page as statements; the words are in the pack's words files. */
export interface Briefing {
  readonly changed: readonly Statement[];
  readonly steady: readonly string[];
  readonly cannotTell: readonly Statement[];
  readonly questions: readonly Statement[];
  readonly reviews: readonly Statement[];
}

/** A measure with what this edition may see of it. */
export interface BriefedMeasure {
  readonly declaration: Declaration;
  readonly disclosed: readonly Disclosed[];
}

/** The most statements of each kind that one page holds. */
const ROOM = { changed: 6, questions: 5, reviews: 3 } as const;

/** Asked in this order when the figures raise fewer than five questions of their own. */
const STANDING = ['ask-voice', 'ask-victims', 'ask-partners', 'ask-steady', 'ask-needs'] as const;

/**
 * Writes the chair's briefing from disclosed figures alone, so it can say no more than the pages behind it.
 * `measures` come in the order of the pack; `reviewed` names the sections where a number too small to judge asks for a
 * review of each case instead. It never claims a change without a verdict, and always fits one page.
 */
export function writeBriefing(
  measures: readonly BriefedMeasure[],
  reviewed: ReadonlySet<string>,
): Briefing {
  const readings = measures.map(({ declaration, disclosed }) =>
    readMeasure(declaration, disclosed),
  );
  const changed = readings.flatMap(changeOf);
  return {
    changed: changed.slice(0, ROOM.changed),
    steady: readings.filter(({ verdict }) => verdict === 'no clear change').map(idOf),
    cannotTell: limitsOf(readings),
    questions: questionsOf(readings, changed.slice(ROOM.changed)),
    reviews: readings.flatMap((reading) => reviewOf(reading, reviewed)).slice(0, ROOM.reviews),
  };
}

function changeOf(reading: Reading): Statement[] {
  const over = reading.groupsAbove;
  if (over.length === 0 && reading.sense === null) return [];
  return [{ rule: 'changed', measures: [reading.id], groups: over }];
}

function limitsOf(readings: readonly Reading[]): Statement[] {
  const of = (rule: string, chosen: readonly Reading[]): Statement[] =>
    chosen.length === 0 ? [] : [{ rule, measures: chosen.map(idOf), groups: [] }];
  return [
    ...of('too-few', readings.filter(isTooFew)),
    ...of(
      'hidden',
      readings.filter(({ status }) => status === 'hidden'),
    ),
    ...of(
      'immature',
      readings.filter(({ immature }) => immature),
    ),
    ...of(
      'no-data',
      readings.filter(({ status }) => status === 'no data'),
    ),
    ...of(
      'unknown-ethnicity',
      readings.filter(({ unknownEthnicity }) => unknownEthnicity).slice(0, 1),
    ),
  ];
}

function questionsOf(readings: readonly Reading[], crowdedOut: readonly Statement[]): Statement[] {
  const about = (rule: string, chosen: readonly Reading[], most: number): Statement[] =>
    chosen
      .slice(0, most)
      .map(({ id, groupsAbove }) => ({ rule, measures: [id], groups: groupsAbove }));
  const raised = [
    ...about(
      'ask-over',
      readings.filter(({ groupsAbove }) => groupsAbove.length > 0),
      1,
    ),
    ...about(
      'ask-worse',
      readings.filter(({ sense }) => sense === 'worse'),
      2,
    ),
    ...about(
      'ask-better',
      readings.filter(({ sense }) => sense === 'better'),
      1,
    ),
    ...about(
      'ask-moved',
      readings.filter(({ sense }) => sense === 'moved'),
      1,
    ),
    ...about(
      'ask-unknown',
      readings.filter(({ unknownEthnicity }) => unknownEthnicity),
      1,
    ),
    ...about(
      'ask-immature',
      readings.filter(({ immature }) => immature),
      1,
    ),
    ...crowdedOut
      .slice(0, 1)
      .map(({ measures, groups }) => ({ rule: 'ask-more', measures, groups })),
  ];
  const standing = STANDING.map((rule) => ({ rule, measures: [], groups: [] }));
  return [...raised, ...standing].slice(0, ROOM.questions);
}

function reviewOf(reading: Reading, reviewed: ReadonlySet<string>): Statement[] {
  if (!reviewed.has(reading.section)) return [];
  if (reading.groupsTooFew.length > 0)
    return [{ rule: 'review-groups', measures: [reading.id], groups: reading.groupsTooFew }];
  if (reading.kind === 'relative_rate' || !reading.countsChildren) return [];
  if (reading.status === 'hidden')
    return [{ rule: 'review-hidden', measures: [reading.id], groups: [] }];
  return reading.few ? [{ rule: 'review-few', measures: [reading.id], groups: [] }] : [];
}

function isTooFew({ verdict, groupsTooFew }: Reading): boolean {
  return verdict === 'too few to tell' || groupsTooFew.length > 0;
}

function idOf({ id }: Reading): string {
  return id;
}

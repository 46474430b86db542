// Disclosed figures → the chair's briefing: what changed, what cannot be told, what to ask.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { questionsOf } from './questions.js';
import { readMeasure, type Reading } from './reading.js';
import { aboutAll, type Statement } from './statement.js';

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

/** The most findings that the page holds beside everything else. */
const ROOM_FOR_CHANGES = 6;

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
  // One page holds what moved wherever it is told, and what did not only where it has a page of its own.
  const rows = new Set(measures.filter(({ declaration }) => isRow(declaration)).map(idOfMeasure));
  const paged = readings.filter(({ id }) => !rows.has(id));
  return {
    changed: changed.slice(0, ROOM_FOR_CHANGES),
    steady: paged
      .filter((one) => one.verdict === 'no clear change' && changeOf(one).length === 0)
      .map(idOf),
    cannotTell: limitsOf(paged),
    questions: questionsOf(readings, changed.slice(ROOM_FOR_CHANGES)),
    reviews: reviewsOf(paged.filter(({ section }) => reviewed.has(section))),
  };
}

function isRow({ chart }: Declaration): boolean {
  return chart === 'row';
}

function idOfMeasure({ declaration }: BriefedMeasure): string {
  return declaration.id;
}

function changeOf(reading: Reading): Statement[] {
  const { id, sense, groupsAbove, needs } = reading;
  const about = (rule: string, groups: readonly string[], said: boolean): Statement[] =>
    said ? [{ rule, measures: [id], groups }] : [];
  return [
    ...about('changed', groupsAbove, sense !== null || groupsAbove.length > 0),
    ...about('needs-higher', needs.higher, needs.higher.length > 0),
    ...about('needs-lower', needs.lower, needs.lower.length > 0),
  ];
}

function limitsOf(readings: readonly Reading[]): Statement[] {
  const unknown = readings.filter(({ unknownEthnicity }) => unknownEthnicity).slice(0, 1);
  return [
    ...aboutAll('too-few', readings.filter(isTooFew)),
    ...aboutAll('hidden', readings.filter(isHidden)),
    ...aboutAll(
      'immature',
      readings.filter(({ immature }) => immature),
    ),
    ...aboutAll(
      'no-data',
      readings.filter(({ status }) => status === 'no data'),
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

function idOf({ id }: Reading): string {
  return id;
}

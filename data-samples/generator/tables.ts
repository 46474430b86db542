// Stories → the eight extracts, as rows of text under their headings.
import {
  ASSESSMENTS,
  CHILDREN,
  CUSTODY,
  LINKS,
  NEEDS,
  OFFENCES,
  OUTCOMES,
  WORK,
} from './headings.js';
import {
  assessmentRow,
  childRow,
  linkRows,
  needRows,
  offenceRow,
  outcomeRow,
  stayRow,
  workRows,
  type Numbered,
} from './rows.js';
import { compareText } from '../../pipeline/domain/compare-text.js';
import type { Child, Offence } from './story.js';

/** An extract on its way to a file: canonical headings, and rows in the order a case system would give them. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The eight extracts by name. */
export type Tables = Readonly<Record<ExtractName, Table>>;
export type ExtractName =
  | 'children'
  | 'offences'
  | 'outcomes'
  | 'outcome_offences'
  | 'interventions'
  | 'custody'
  | 'assessments'
  | 'needs';

/** Numbers for things, in order of first asking: `C0001`, `C0002`. */
function numbering<T>(things: readonly T[], prefix: string, width: number): (thing: T) => string {
  const numbers = new Map(things.map((thing, place) => [thing, place + 1]));
  return (thing) => {
    const number = numbers.get(thing);
    if (number === undefined) throw new RangeError(`nothing numbered ${prefix}`);
    return prefix + String(number).padStart(width, '0');
  };
}

/** Writes every story down. Children come in the order in which the service met them, the rest by date. */
export function tabulate(met: readonly Child[], idPrefix: string): Tables {
  const all = number(met, idPrefix);
  return {
    children: { headings: CHILDREN, rows: all.children.map((one) => childRow(one, all)) },
    offences: { headings: OFFENCES, rows: all.offences.map((one) => offenceRow(one, all)) },
    outcomes: { headings: OUTCOMES, rows: all.outcomes.map((one) => outcomeRow(one, all)) },
    outcome_offences: { headings: LINKS, rows: all.outcomes.flatMap((one) => linkRows(one, all)) },
    interventions: { headings: WORK, rows: workRows(all) },
    custody: { headings: CUSTODY, rows: all.stays.map((one) => stayRow(one, all)) },
    assessments: {
      headings: ASSESSMENTS,
      rows: all.assessments.map((one) => assessmentRow(one, all)),
    },
    needs: { headings: NEEDS, rows: all.assessments.flatMap((one) => needRows(one, all)) },
  };
}

function number(met: readonly Child[], idPrefix: string): Numbered {
  const children = byDate([...met], firstDay);
  const contacts = byDate(
    children.flatMap((child) => child.contacts),
    (one) => one.date,
  );
  const outcomes = contacts.flatMap((contact) =>
    contact.outcomes.map((type, place) => ({ contact, type, main: place === 0 })),
  );
  const offences = byDate(children.flatMap(offencesOf), (one) => one.date);
  const work = byDate(
    children.flatMap((child) => child.interventions),
    (one) => one.start,
  );
  const stays = byDate(
    children.flatMap((child) => child.stays),
    (one) => one.start,
  );
  const assessments = byDate(
    children.flatMap((child) => child.assessments),
    (one) => one.date,
  );
  return {
    ...{ children, outcomes, offences, work, stays, assessments },
    childId: numbering(children, idPrefix, 4),
    outcomeId: numbering(outcomes, 'OUT', 5),
    offenceId: numbering(offences, 'OFF', 5),
    workId: numbering(work, 'INT', 5),
    stayId: numbering(stays, 'EPI', 4),
    assessmentId: numbering(assessments, 'ASM', 5),
  };
}

function byDate<T>(things: readonly T[], date: (thing: T) => string): T[] {
  return [...things].sort((one, other) => compareText(date(one), date(other)));
}

function offencesOf(child: Child): Offence[] {
  return [...child.contacts.flatMap((contact) => contact.offences), ...child.pending];
}

/** The first day on which the service met a child, through anything at all. */
function firstDay(child: Child): string {
  return (
    [
      ...child.contacts.map((one) => one.date),
      ...child.interventions.map((one) => one.start),
    ].sort()[0] ?? ''
  );
}

// Stories → the eight extracts, as rows of text under their headings.
import { british } from './days.js';
import type { Child, Contact, Intervention, Offence, Person } from './story.js';

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
  const children = [...met].sort((one, other) => firstDay(one).localeCompare(firstDay(other)));
  const contacts = byDate(
    children.flatMap((child) => child.contacts),
    (one) => one.date,
  );
  const outcomes = contacts.flatMap((contact) =>
    contact.outcomes.map((type) => ({ contact, type })),
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
  const childId = numbering(children, idPrefix, 4);
  const outcomeId = numbering(outcomes, 'OUT', 5);
  const offenceId = numbering(offences, 'OFF', 5);
  const workId = numbering(work, 'INT', 5);
  const assessmentId = numbering(assessments, 'ASM', 5);
  const stayId = numbering(stays, 'EPI', 4);
  const first = new Map<Contact, string>();
  for (const one of outcomes) if (!first.has(one.contact)) first.set(one.contact, outcomeId(one));
  const outcomeOf = (one: Intervention): string =>
    one.contact ? (first.get(one.contact) ?? '') : '';
  return {
    children: table(
      CHILDREN,
      children.map((child) => childRow(child, childId(child))),
    ),
    offences: table(
      OFFENCES,
      offences.map((one) => offenceRow(one, offenceId(one), childId(one.child))),
    ),
    outcomes: table(
      OUTCOMES,
      outcomes.map((one) => [
        outcomeId(one),
        childId(one.contact.child),
        british(one.contact.date),
        one.type,
        one.contact.court,
        one.contact.proposal,
      ]),
    ),
    outcome_offences: table(
      ['outcome_id', 'offence_id'],
      outcomes.flatMap((one) =>
        [...one.contact.offences, ...one.contact.again].map((offence) => [
          outcomeId(one),
          offenceId(offence),
        ]),
      ),
    ),
    interventions: table(
      INTERVENTIONS,
      work.map((one) => [
        workId(one),
        childId(one.child),
        outcomeOf(one),
        one.programme,
        british(one.start),
        british(one.planned),
        british(one.end),
        one.reason,
      ]),
    ),
    custody: table(
      CUSTODY,
      stays.map((one) => [
        stayId(one),
        childId(one.child),
        one.kind,
        british(one.start),
        british(one.end),
      ]),
    ),
    assessments: table(
      ASSESSMENTS,
      assessments.map((one) => [
        assessmentId(one),
        childId(one.child),
        workId(one.intervention),
        british(one.date),
        one.tool,
      ]),
    ),
    needs: table(
      ['assessment_id', 'need', 'present'],
      assessments.flatMap((one) =>
        [...one.needs].map(([need, present]) => [assessmentId(one), need, present]),
      ),
    ),
  };
}

const CHILDREN = [
  'child_id',
  'forename',
  'surname',
  'date_of_birth',
  'sex',
  'ethnicity',
  'preferred_language',
  'postcode',
  'responsible_authority',
  'looked_after',
  'prior_formal_outcome_elsewhere',
  'transferred_in_on',
  'transferred_out_on',
];
const OFFENCES = [
  'offence_id',
  'child_id',
  'offence_date',
  'category',
  'gravity',
  'offensive_weapon',
  'description',
];
const OUTCOMES = [
  'outcome_id',
  'child_id',
  'outcome_date',
  'outcome_type',
  'court',
  'report_proposal',
];
const INTERVENTIONS = [
  'intervention_id',
  'child_id',
  'outcome_id',
  'programme',
  'start_date',
  'planned_end_date',
  'end_date',
  'end_reason',
];
const CUSTODY = ['episode_id', 'child_id', 'kind', 'start_date', 'end_date'];
const ASSESSMENTS = ['assessment_id', 'child_id', 'intervention_id', 'assessed_on', 'tool'];

function table(headings: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { headings, rows };
}

function byDate<T>(things: readonly T[], date: (thing: T) => string): T[] {
  return [...things].sort((one, other) => date(one).localeCompare(date(other)));
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

function childRow(child: Child, id: string): string[] {
  const person: Person | null = child.person;
  if (person === null) throw new RangeError('a child was left without a name');
  return [
    id,
    person.forename,
    person.surname,
    british(child.born),
    person.sex,
    person.ethnicity,
    person.language,
    person.postcode,
    child.authority,
    person.lookedAfter,
    child.priorElsewhere,
    british(child.movedIn),
    british(child.movedOut),
  ];
}

function offenceRow(one: Offence, id: string, childId: string): string[] {
  return [
    id,
    childId,
    british(one.date),
    one.category,
    String(one.gravity),
    one.weapon,
    one.description,
  ];
}

// Numbered stories → rows of text, extract by extract.
import { british } from './days.js';
import type { Assessment, Child, Contact, Intervention, Offence, Stay } from './story.js';

/** The things of every story in order of date, each kind with its own numbers. */
export interface Numbered {
  readonly children: readonly Child[];
  readonly outcomes: readonly Outcome[];
  readonly offences: readonly Offence[];
  readonly work: readonly Intervention[];
  readonly stays: readonly Stay[];
  readonly assessments: readonly Assessment[];
  readonly childId: (child: Child) => string;
  readonly outcomeId: (outcome: Outcome) => string;
  readonly offenceId: (offence: Offence) => string;
  readonly workId: (work: Intervention) => string;
  readonly stayId: (stay: Stay) => string;
  readonly assessmentId: (assessment: Assessment) => string;
}

/** One outcome of a day that may have several; the day's report belongs to its main outcome. */
export interface Outcome {
  readonly contact: Contact;
  readonly type: string;
  readonly main: boolean;
}

/** One row of `children`. Refuses a child nobody has described. */
export function childRow(child: Child, all: Numbered): string[] {
  const person = child.person;
  if (person === null) throw new RangeError('a child was left without a name');
  return [
    ...[all.childId(child), person.forename, person.surname, british(child.born), person.sex],
    ...[person.ethnicity, person.language, person.postcode, child.authority, person.lookedAfter],
    ...[child.priorElsewhere, british(child.movedIn), british(child.movedOut)],
  ];
}

/** One row of `offences`. */
export function offenceRow(one: Offence, all: Numbered): string[] {
  const what = [one.category, String(one.gravity), one.weapon, one.description];
  return [all.offenceId(one), all.childId(one.child), british(one.date), ...what];
}

/** One row of `outcomes`. */
export function outcomeRow(one: Outcome, all: Numbered): string[] {
  const { child, date, court, proposal } = one.contact;
  const day = [all.outcomeId(one), all.childId(child), british(date)];
  return [...day, one.type, court, one.main ? proposal : ''];
}

/** The rows of `outcome_offences` for one outcome: every outcome of a day deals with all its offences. */
export function linkRows(one: Outcome, all: Numbered): string[][] {
  const dealtWith = [...one.contact.offences, ...one.contact.again];
  return dealtWith.map((offence) => [all.outcomeId(one), all.offenceId(offence)]);
}

/** The rows of `interventions`. Work follows from the main outcome of its day, or from none. */
export function workRows(all: Numbered): string[][] {
  const main = new Map(all.outcomes.filter((one) => one.main).map((one) => [one.contact, one]));
  return all.work.map((one) => {
    const outcome = one.contact === null ? undefined : main.get(one.contact);
    const from = [all.workId(one), all.childId(one.child), outcome ? all.outcomeId(outcome) : ''];
    const days = [one.start, one.planned, one.end].map(british);
    return [...from, one.programme, ...days, one.reason];
  });
}

/** One row of `custody`. */
export function stayRow(one: Stay, all: Numbered): string[] {
  return [all.stayId(one), all.childId(one.child), one.kind, british(one.start), british(one.end)];
}

/** One row of `assessments`. */
export function assessmentRow(one: Assessment, all: Numbered): string[] {
  const [id, child, work] = [
    all.assessmentId(one),
    all.childId(one.child),
    all.workId(one.intervention),
  ];
  return [id, child, work, british(one.date), one.tool];
}

/** The rows of `needs` for one assessment. */
export function needRows(one: Assessment, all: Numbered): string[][] {
  return [...one.needs].map(([need, present]) => [all.assessmentId(one), need, present]);
}

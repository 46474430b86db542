// The life of an invented child as the service would see it: what every step of the generator adds to.
import { compareText } from '../../pipeline/domain/compare-text.js';
import type { Day } from '../../pipeline/domain/period.js';

/** A yes or no that may not have been recorded. */
export type Mark = 'yes' | 'no' | '';

/** Something a child did, on a day. */
export interface Offence {
  readonly child: Child;
  readonly date: Day;
  readonly category: string;
  readonly gravity: number;
  readonly weapon: Mark;
  readonly description: string;
}

/** A day on which one or more outcomes were given to a child. */
export interface Contact {
  readonly child: Child;
  readonly date: Day;
  readonly formal: boolean;
  /** Outcome labels; empty until decided. */
  outcomes: string[];
  court: string;
  proposal: string;
  /** Offences dealt with here for the first time. */
  readonly offences: Offence[];
  /** Offences dealt with before and again here: re-sentencing, or diversion that failed. */
  readonly again: Offence[];
  /** Holds an offence that the serious violence figures count: kept to one outcome. */
  serious: boolean;
  /** Only breaches of an earlier order are dealt with here. */
  breach: boolean;
}

/** A stretch of work with a child. `end` is null while it goes on. */
export interface Intervention {
  readonly child: Child;
  readonly contact: Contact | null;
  readonly programme: string;
  readonly start: Day;
  readonly planned: Day;
  readonly end: Day | null;
  readonly reason: string;
}

/** A stay away from home by order of a court. */
export interface Stay {
  readonly child: Child;
  readonly kind: string;
  readonly start: Day;
  readonly end: Day | null;
}

/** What was looked at with a child on a day: the twelve needs, by label. */
export interface Assessment {
  readonly child: Child;
  readonly intervention: Intervention;
  readonly date: Day;
  readonly tool: string;
  readonly needs: Map<string, 'yes' | 'no' | 'not recorded'>;
}

/** Who the child is, decided last because the quotas of a year are about people already counted. */
export interface Person {
  forename: string;
  surname: string;
  sex: string;
  ethnicity: string;
  language: string;
  postcode: string;
  lookedAfter: Mark;
}

/** One invented child and everything that happened. */
export interface Child {
  readonly born: Day;
  readonly authority: string;
  readonly contacts: Contact[];
  readonly interventions: Intervention[];
  readonly stays: Stay[];
  readonly assessments: Assessment[];
  /** Offences with no outcome yet. */
  readonly pending: Offence[];
  priorElsewhere: Mark;
  movedIn: Day | null;
  movedOut: Day | null;
  person: Person | null;
}

/** A child of whom nothing is known yet but a birthday and an authority. */
export function newChild(born: Day, authority: string): Child {
  return {
    born,
    authority,
    contacts: [],
    interventions: [],
    stays: [],
    assessments: [],
    pending: [],
    priorElsewhere: '',
    movedIn: null,
    movedOut: null,
    person: null,
  };
}

/** Puts a day of outcomes into a child's story, which stays in order of date. */
export function addContact(child: Child, date: Day, formal: boolean): Contact {
  const contact: Contact = {
    child,
    date,
    formal,
    outcomes: [],
    court: '',
    proposal: '',
    offences: [],
    again: [],
    serious: false,
    breach: false,
  };
  child.contacts.push(contact);
  child.contacts.sort((one, other) => compareText(one.date, other.date));
  return contact;
}

/** The child's formal days before a day, in order. */
export function formalBefore(child: Child, day: Day): Contact[] {
  return child.contacts.filter((contact) => contact.formal && contact.date < day);
}

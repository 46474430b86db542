// The demonstration extracts → the published counts, by the written rules and straight from the files.
import { groupBy, iso, readRows, type Row } from './extracts.js';

const OWN = 'W06000005';
const COURT = [
  'Absolute Discharge',
  'Conditional Discharge',
  'Bind Over',
  'Fine',
  'Compensation Order',
  'Reparation Order',
  'Referral Order',
  'Youth Rehabilitation Order',
  'Youth Rehabilitation Order with ISS',
  'Detention and Training Order',
  'Section 250 Detention',
  'Section 254 Detention',
  'Section 259 Detention',
];
export const CUSTODIAL = COURT.slice(-4);

/** A stretch of days, both ends included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whole years lived on a day, by comparing month and day as text. */
export function age(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** The same day some months later, or the month's last day where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function during(day: string, span: Span): boolean {
  return day >= span.from && day <= span.to;
}

/** The service's own children and everything of theirs, with the counting rules as methods. */
export class Counted {
  readonly children: Row[];
  readonly outcomes: Row[];
  readonly offences: Map<string, Row>;
  readonly links: Row[];
  readonly interventions: Row[];
  readonly custody: Row[];
  readonly assessments: Row[];
  readonly needs: Map<string, Row[]>;
  readonly outcomeById: Map<string, Row>;
  readonly child: Map<string, Row>;

  constructor(folder: string) {
    this.children = readRows(folder, 'children').filter(
      (row) => row['responsible_authority'] === OWN,
    );
    this.child = new Map(this.children.map((row) => [row['child_id'] ?? '', row]));
    const own = (row: Row): boolean => this.child.has(row['child_id'] ?? '');
    this.outcomes = readRows(folder, 'outcomes').filter(own);
    this.outcomeById = new Map(this.outcomes.map((row) => [row['outcome_id'] ?? '', row]));
    this.offences = new Map(
      readRows(folder, 'offences')
        .filter(own)
        .map((row) => [row['offence_id'] ?? '', row]),
    );
    this.links = readRows(folder, 'outcome_offences').filter((row) =>
      this.outcomeById.has(row['outcome_id'] ?? ''),
    );
    this.interventions = readRows(folder, 'interventions').filter(own);
    this.custody = readRows(folder, 'custody').filter(own);
    this.assessments = readRows(folder, 'assessments').filter(own);
    this.needs = groupBy(readRows(folder, 'needs'), 'assessment_id');
  }

  isFormal(outcome: Row): boolean {
    const type = outcome['outcome_type'] ?? '';
    if (type === 'Reprimand' || type === 'Final Warning')
      return iso(outcome['outcome_date']) < '2013-04-08';
    return type === 'Youth Caution' || type === 'Youth Conditional Caution' || COURT.includes(type);
  }

  outcomesIn(span: Span): Row[] {
    return this.outcomes.filter((row) => during(iso(row['outcome_date']), span));
  }

  openIn(span: Span): Row[] {
    return this.interventions.filter(
      (row) =>
        iso(row['start_date']) <= span.to &&
        (row['end_date'] === '' || iso(row['end_date']) >= span.from),
    );
  }

  workedWith(span: Span): Row[] {
    return this.childrenOf(this.openIn(span));
  }

  childrenOf(rows: readonly Row[]): Row[] {
    return [...new Set(rows.map((row) => row['child_id'] ?? ''))].map(
      (id) => this.child.get(id) as Row,
    );
  }

  cautionedOrSentenced(span: Span): Row[] {
    return this.childrenOf(this.outcomesIn(span).filter((row) => this.isFormal(row)));
  }

  firstFormal(childId: string): string {
    const days = this.outcomes.filter((row) => row['child_id'] === childId && this.isFormal(row));
    return days.map((row) => iso(row['outcome_date'])).sort()[0] ?? '';
  }

  firstTimeEntrants(span: Span): Row[] {
    return this.cautionedOrSentenced(span).filter((row) => {
      const first = this.firstFormal(row['child_id'] ?? '');
      const years = age(iso(row['date_of_birth']), first);
      const elsewhere = row['prior_formal_outcome_elsewhere'] === 'yes';
      return during(first, span) && years >= 10 && years <= 17 && !elsewhere;
    });
  }

  /** Offences dealt with by any outcome of the stretch, each once. */
  dealtWith(span: Span): Row[] {
    const outcomes = new Set(this.outcomesIn(span).map((row) => row['outcome_id']));
    const ids = this.links
      .filter((row) => outcomes.has(row['outcome_id']))
      .map((row) => row['offence_id'] ?? '');
    return [...new Set(ids)].map((id) => this.offences.get(id) as Row);
  }

  /** The days of an offence's formal outcomes, earliest first. */
  formalDays(offenceId: string): string[] {
    const linked = this.links.filter((row) => row['offence_id'] === offenceId);
    const outcomes = linked.map((row) => this.outcomeById.get(row['outcome_id'] ?? '') as Row);
    return outcomes
      .filter((row) => this.isFormal(row))
      .map((row) => iso(row['outcome_date']))
      .sort();
  }

  isSeriousViolence(offence: Row): boolean {
    const among = ['Drugs', 'Robbery', 'Violence Against The Person'].includes(
      offence['category'] ?? '',
    );
    return among && Number(offence['gravity']) >= 5;
  }

  isWeapon(offence: Row): boolean {
    return offence['offensive_weapon'] === 'yes' && Number(offence['gravity']) < 5;
  }

  firstDealtWithFormally(span: Span, kind: (offence: Row) => boolean): Row[] {
    const first = (row: Row): string => this.formalDays(row['offence_id'] ?? '')[0] ?? '';
    return [...this.offences.values()].filter((row) => kind(row) && during(first(row), span));
  }

  /** What a count of outcome rows gives: an offence once for each formal outcome of the stretch. */
  formalRows(span: Span, kind: (offence: Row) => boolean): Row[] {
    return [...this.offences.values()].filter(kind).flatMap((row) =>
      this.formalDays(row['offence_id'] ?? '')
        .filter((day) => during(day, span))
        .map(() => row),
    );
  }

  /** The latest assessment in the stretch of each child who has one: the answers by need. */
  latestAssessments(span: Span): Map<string, string>[] {
    const within = this.assessments.filter((row) => during(iso(row['assessed_on']), span));
    return [...groupBy(within, 'child_id').values()].map((rows) => {
      const days = rows.map((row) => iso(row['assessed_on'])).sort();
      const latest = rows.find((row) => iso(row['assessed_on']) === days.at(-1));
      const answers = this.needs.get(latest?.['assessment_id'] ?? '') ?? [];
      return new Map(answers.map((row) => [row['need'] ?? '', row['present'] ?? '']));
    });
  }

  /** Children in a quarter's cohort, and how many of them reoffended by the written rule. */
  reoffending(span: Span): { children: number; reoffenders: number } {
    const indexed = this.children.flatMap((child) => {
      const days = this.indexDays(child['child_id'] ?? '').filter((day) => during(day, span));
      const index = days.sort()[0];
      if (index === undefined || age(iso(child['date_of_birth']), index) > 17) return [];
      return [this.reoffends(child['child_id'] ?? '', index)];
    });
    return { children: indexed.length, reoffenders: indexed.filter(Boolean).length };
  }

  private indexDays(childId: string): string[] {
    const releases = this.custody.filter(
      (row) =>
        row['child_id'] === childId &&
        row['kind'] === 'Custodial sentence' &&
        row['end_date'] !== '',
    );
    const outcomes = this.outcomes.filter(
      (row) =>
        row['child_id'] === childId &&
        this.isFormal(row) &&
        !CUSTODIAL.includes(row['outcome_type'] ?? '') &&
        !this.isBreachAlone(row),
    );
    return [
      ...outcomes.map((row) => iso(row['outcome_date'])),
      ...releases.map((row) => iso(row['end_date'])),
    ];
  }

  private isBreachAlone(outcome: Row): boolean {
    const linked = this.links.filter((row) => row['outcome_id'] === outcome['outcome_id']);
    const offences = linked.map((row) => this.offences.get(row['offence_id'] ?? '') as Row);
    return offences.length > 0 && offences.every(isBreach);
  }

  private reoffends(childId: string, index: string): boolean {
    return [...this.offences.values()].some((row) => {
      const day = iso(row['offence_date']);
      if (row['child_id'] !== childId || isBreach(row)) return false;
      const proven = this.formalDays(row['offence_id'] ?? '')[0];
      return (
        day > index &&
        day <= monthsLater(index, 12) &&
        proven !== undefined &&
        proven <= monthsLater(index, 18)
      );
    });
  }
}

function isBreach(offence: Row): boolean {
  return offence['category']?.startsWith('Breach') === true;
}

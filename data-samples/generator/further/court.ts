// Court outcomes and stays → the reports written for courts and the decisions on bail and remand before them.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, OutcomeOnFile } from './case-file.js';
import { numbered, tableOf } from './ledger.js';

const REPORTS = [
  'report_id',
  'child_id',
  'outcome_id',
  'kind',
  'due_on',
  'delivered_on',
  'proposal',
  'followed',
] as const;
const REMANDS = ['decision_id', 'child_id', 'decided_on', 'decision'] as const;

/** Orders from the mildest to the most severe. */
const SEVERITY = [
  'Referral Order',
  'Youth Rehabilitation Order',
  'Youth Rehabilitation Order with ISS',
  'Detention and Training Order',
  'Section 250 Detention',
];

/** A report for every outcome that has a proposal: due the day before court, mostly in time, and followed or not. */
export function reportsTable(file: CaseFile, random: Random): Table {
  const reported = file.outcomes.filter(({ proposal }) => proposal !== '');
  const reports = reported.map((one) => ({
    child_id: one.child.id,
    outcome_id: one.id,
    kind: kindOf(one, random),
    due_on: workday(addDays(one.date, -1)),
    delivered_on: delivered(one.date, random),
    proposal: one.proposal,
    followed: followed(one),
  }));
  return tableOf(REPORTS, numbered('report_id', 'RPT', 'due_on', reports));
}

function kindOf({ type }: OutcomeOnFile, random: Random): string {
  const brief = type === 'Referral Order' && random.chance(0.5);
  return brief ? 'Specific sentence report' : 'Pre-sentence report';
}

function delivered(court: Day, random: Random): Day {
  const late = random.chance(0.08);
  return late ? court : workday(addDays(court, -random.whole(2, 6)));
}

function followed({ type, proposal }: OutcomeOnFile): string {
  const step = SEVERITY.indexOf(type) - SEVERITY.indexOf(proposal);
  return step === 0 ? 'Followed' : step > 0 ? 'More severe' : 'Less severe';
}

const BAIL = {
  'Unconditional bail': 62,
  'Conditional bail': 26,
  'Bail supervision and support': 9,
  'ISS bail': 3,
};

/** A decision for each remand on file, on its first day, and bail before about half of the other court days. */
export function remandTable(file: CaseFile, random: Random): Table {
  const remands = file.stays
    .filter(({ kind }) => kind.startsWith('Remand'))
    .map(({ child, kind, start }) => ({ child_id: child.id, decided_on: start, decision: kind }));
  const courtDays = new Map(
    file.outcomes
      .filter(({ court }) => court !== '')
      .map((one) => [`${one.child.id} ${one.date}`, one]),
  );
  const bails = [...courtDays.values()]
    .filter(() => random.chance(0.5))
    .map(({ child, date }) => ({
      child_id: child.id,
      decided_on: workday(addDays(date, -random.whole(14, 56))),
      decision: random.weighted(BAIL),
    }));
  return tableOf(REMANDS, numbered('decision_id', 'REM', 'decided_on', [...remands, ...bails]));
}

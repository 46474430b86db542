// Outcomes, work and needs → referrals: to the Bureau, to prevention, and to partners' services.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { workday } from '../days.js';
import type { CaseFile, OutcomeOnFile, WorkOnFile } from './case-file.js';
import type { Snapshot } from './kpi.js';
import { numbered, tableOf, type Entry } from './ledger.js';
import { closed, toHealth, toOthers } from './partner-referrals.js';

const HEADINGS = [
  'referral_id',
  'child_id',
  'intervention_id',
  'referred_to',
  'source',
  'referred_on',
  'panel_date',
  'decision',
  'decided_on',
  'offered_on',
  'started_on',
  'ended_on',
  'completed',
] as const;

/** A referral before it has a number. */
export type Referral = Entry<Exclude<(typeof HEADINGS)[number], 'referral_id'>>;

/** What a referral has until it is decided, answered or closed. */
export const NOTHING = {
  ...{ intervention_id: null, source: null, panel_date: null, decision: null, decided_on: null },
  ...{ offered_on: null, started_on: null, ended_on: null, completed: null },
};

/**
 * Every referral that the file and the snapshots imply, and a few that came to nothing; `others` chooses those to education
 * and housing.
 */
export function inventReferrals(
  file: CaseFile,
  snapshots: readonly Snapshot[],
  cut: Day,
  random: Random,
  others: Random,
): Referral[] {
  return [
    ...file.outcomes.filter(fromPolice).map((one) => toBureau(one, random)),
    ...file.work.filter(voluntary).map((one) => toPrevention(one, random)),
    ...declined(file, random),
    ...[
      ...snapshots.flatMap((one) => toHealth(one, cut, random)),
      ...file.work.flatMap((work) => toOthers(work, cut, others)),
    ].map((referral) => closed(referral, cut, others)),
  ];
}

/** The extract `referrals`. */
export function referralsTable(referrals: readonly Referral[]): Table {
  return tableOf(HEADINGS, numbered('referral_id', 'REF', 'referred_on', referrals));
}

const POLICE =
  /^(Youth (Conditional )?Caution|Community Resolution|Outcome 2[0-3]|No Further Action)$/;

function fromPolice({ type }: OutcomeOnFile): boolean {
  return POLICE.test(type);
}

function voluntary({ programme }: WorkOnFile): boolean {
  return programme === 'Prevention' || programme === 'Turnaround';
}

/** The police send the case two to seven weeks before the panel; a few are decided without one. */
function toBureau({ child, date, type }: OutcomeOnFile, random: Random): Referral {
  const panel = random.chance(0.93) ? date : null;
  return {
    ...NOTHING,
    ...{ child_id: child.id, referred_to: 'Bureau', source: 'Police', decision: type },
    referred_on: workday(addDays(date, -random.whole(12, 52))),
    panel_date: panel,
    decided_on: date,
  };
}

const SENDERS = {
  'School or college': 30,
  'Children’s services': 28,
  'Community safety': 18,
  Police: 16,
  Family: 8,
};

function toPrevention({ id, child, programme, start, end }: WorkOnFile, random: Random): Referral {
  const decided = workday(addDays(start, -random.whole(1, 10)));
  return {
    ...NOTHING,
    ...{ child_id: child.id, intervention_id: id, referred_to: programme, decision: 'Accepted' },
    source: random.weighted(SENDERS),
    referred_on: workday(addDays(decided, -random.whole(5, 35))),
    ...{ panel_date: decided, decided_on: decided, offered_on: start, started_on: start },
    ended_on: end,
  };
}

/** Referrals of children already worked with that prevention turned down. */
function declined(file: CaseFile, random: Random): Referral[] {
  const diverted = file.work.filter(({ programme }) => programme === 'Diversion');
  return random
    .shuffled(diverted)
    .slice(0, Math.round(diverted.length / 20))
    .map(({ child, start }) => {
      const decided = workday(addDays(start, -random.whole(20, 60)));
      return {
        ...NOTHING,
        ...{ child_id: child.id, referred_to: 'Prevention', source: random.weighted(SENDERS) },
        ...{ referred_on: workday(addDays(decided, -random.whole(5, 35))), panel_date: decided },
        ...{ decision: 'Declined', decided_on: decided },
      };
    });
}

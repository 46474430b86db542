// How many parents were supported in a year, and how far they went → a row each.
import { addDays } from '../../../pipeline/domain/period.js';
import { dayWithin, workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile } from './case-file.js';
import { numbered, tableOf, yesNo } from './ledger.js';
import { financialYear } from './years.js';

const HEADINGS = [
  'support_id',
  'child_id',
  'referred_on',
  'supported_on',
  'assessment_consented',
  'assessed_on',
  'started_on',
  'completed_on',
] as const;

/** A year of parenting support: each step is taken by some of those who took the one before. */
export interface ParentingYear {
  readonly ending: number;
  readonly referred: number;
  readonly supported: number;
  readonly consented: number;
  readonly started: number;
  readonly completed: number;
}

/** The extract `parenting_support`. Every step of a year's referrals falls in the year. */
export function parentingTable(
  file: CaseFile,
  years: readonly ParentingYear[],
  random: Random,
): Table {
  const support = years.flatMap((plan) => {
    const { starts } = financialYear(plan.ending);
    const families = random.shuffled(workedWith(file, plan.ending)).slice(0, plan.referred);
    return families.map((child, place) => {
      const referred = workday(dayWithin(addDays(starts, 7), addDays(starts, 220), random));
      const after = (steps: number, days: number): string | null =>
        place < steps ? workday(addDays(referred, days + random.whole(0, 8))) : null;
      return {
        ...{ child_id: child, referred_on: referred, supported_on: after(plan.supported, 6) },
        assessment_consented: place < plan.supported ? yesNo(place < plan.consented) : '',
        assessed_on: after(plan.consented, 20),
        started_on: after(plan.started, 36),
        completed_on: after(plan.completed, 105),
      };
    });
  });
  return tableOf(HEADINGS, numbered('support_id', 'PAR', 'referred_on', support));
}

function workedWith(file: CaseFile, ending: number): string[] {
  const { starts, ends } = financialYear(ending);
  const open = file.work.filter(
    ({ child, start, end }) => child.own && start <= ends && (end ?? ends) >= starts,
  );
  return [...new Set(open.map(({ child }) => child.id))];
}

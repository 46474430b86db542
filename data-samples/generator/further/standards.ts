// Audits and panels as planned → a row for each case looked at.
import { workday } from '../days.js';
import { at, type Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, WorkOnFile } from './case-file.js';
import { numbered, tableOf } from './ledger.js';
import { dayOf, financialYear, type FinancialYear } from './years.js';

const AUDITS = ['audit_id', 'intervention_id', 'audited_on', 'stage', 'rating'] as const;
const SCRUTINY = ['case_id', 'panel_date', 'disposal', 'finding'] as const;

/** A stage's audits in a year: one rating an audit, blank where none was given, over so many cases. */
export interface StageAudits {
  readonly stage: string;
  readonly ratings: readonly string[];
  readonly cases: number;
}

/** A year of checking against the standards. */
export interface StandardsYear {
  readonly ending: number;
  readonly audits: readonly StageAudits[];
  readonly findings: Readonly<Record<string, number>>;
}

const PROGRAMMES: Readonly<Record<string, readonly string[]>> = {
  'Pre Court': ['Diversion', 'Youth Caution', 'Youth Conditional Caution'],
  'At Court': ['Referral Order', 'Youth Rehabilitation Order'],
  Community: ['Referral Order', 'Youth Rehabilitation Order'],
};

/** The extract `audits`. Where a stage has more ratings than cases, its last case was audited twice. */
export function auditsTable(
  file: CaseFile,
  years: readonly StandardsYear[],
  random: Random,
): Table {
  const all = years.flatMap(({ ending, audits }) => {
    const year = financialYear(ending);
    const taken = new Set<WorkOnFile>();
    return audits.flatMap(({ stage, ratings, cases }) => {
      const open = openWork(file, year, PROGRAMMES[stage] ?? []).filter((one) => !taken.has(one));
      const chosen = random.shuffled(open).slice(0, cases);
      for (const one of chosen) taken.add(one);
      return ratings.map((rating, place) => ({
        intervention_id: chosen[Math.min(place, cases - 1)]?.id ?? null,
        ...{ audited_on: dayOf(year, random), stage, rating },
      }));
    });
  });
  return tableOf(AUDITS, numbered('audit_id', 'AUD', 'audited_on', all));
}

function openWork(
  file: CaseFile,
  { starts, ends }: FinancialYear,
  programmes: readonly string[],
): WorkOnFile[] {
  return file.work.filter(
    ({ child, programme, start, end }) =>
      child.own && programmes.includes(programme) && start <= ends && (end ?? ends) >= starts,
  );
}

const DISPOSALS = { 'Community Resolution': 55, 'Outcome 22': 25, 'Youth Caution': 20 };

/** The extract `scrutiny`: panels in June and in December, each looking at half the year's cases. */
export function scrutinyTable(years: readonly StandardsYear[], random: Random): Table {
  const all = years.flatMap(({ ending, findings }) => {
    const panels = [`${ending - 1}-06-15`, `${ending - 1}-12-07`].map(workday);
    const found = Object.entries(findings).flatMap(([finding, count]) =>
      Array.from({ length: count }, () => finding),
    );
    return random.shuffled(found).map((finding, place) => ({
      panel_date: at(panels, place % 2),
      ...{ disposal: random.weighted(DISPOSALS), finding },
    }));
  });
  return tableOf(SCRUTINY, numbered('case_id', 'SCR', 'panel_date', all));
}

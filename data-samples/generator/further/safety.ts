// How many children were thought at risk in a year → concerns of exploitation, missing episodes, incidents and escalations.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, ChildOnFile } from './case-file.js';
import { answered, known, numbered, tableOf, yesNo } from './ledger.js';
import { dayOf, financialYear, times, type FinancialYear } from './years.js';

const CONCERNS = [
  'concern_id',
  'child_id',
  'raised_on',
  'kind',
  'nrm_referred',
  'panel_referred',
] as const;
const MISSING = [
  'missing_id',
  'child_id',
  'missing_from',
  'found_on',
  'return_interview_offered',
  'return_interview_accepted',
] as const;
const INCIDENTS = ['incident_id', 'incident_on', 'kind', 'learning_review'] as const;
const ESCALATIONS = [
  'escalation_id',
  'raised_on',
  'partner',
  'level',
  'outcome',
  'resolved_on',
] as const;

/** A year of safety: children referred for exploitation, of them referred twice, and concerns not referred at all. */
export interface SafetyYear {
  readonly ending: number;
  readonly referred: number;
  readonly twice: number;
  readonly concerns: number;
  readonly missing: number;
  readonly incidents: number;
  readonly escalations: number;
}

const KINDS = {
  'Criminal exploitation': 62,
  'Sexual exploitation': 22,
  'Trafficking or modern slavery': 9,
  Radicalisation: 4,
  Other: 3,
};

/** The extract `exploitation`. A child referred twice has two rows, so counting rows counts too many. */
export function exploitationTable(
  file: CaseFile,
  years: readonly SafetyYear[],
  random: Random,
): Table {
  const concerns = years.flatMap((plan) => {
    const year = financialYear(plan.ending);
    const children = random.shuffled(workedWith(file, year));
    const referred = children.slice(0, plan.referred);
    const others = children.slice(plan.referred, plan.referred + plan.concerns);
    return [
      ...[...referred, ...referred.slice(0, plan.twice)].map((child) =>
        concern(child, year, random.chance(0.3) ? 'both' : 'one', random),
      ),
      ...others.map((child) => concern(child, year, 'none', random)),
    ];
  });
  return tableOf(CONCERNS, numbered('concern_id', 'CON', 'raised_on', concerns));
}

function concern(
  child: ChildOnFile,
  year: FinancialYear,
  referral: 'both' | 'one' | 'none',
  random: Random,
): Record<Exclude<(typeof CONCERNS)[number], 'concern_id'>, string> {
  const mechanism = referral === 'both' || (referral === 'one' && random.chance(0.25));
  const panel = referral === 'both' || (referral === 'one' && !mechanism);
  const kind = random.weighted(KINDS);
  const raised = dayOf(year, random);
  return {
    ...{ child_id: child.id, raised_on: raised, kind },
    ...{ nrm_referred: yesNo(mechanism), panel_referred: yesNo(panel) },
  };
}

/** The extract `missing_episodes`: a few children go missing again and again. */
export function missingTable(
  file: CaseFile,
  years: readonly SafetyYear[],
  cut: Day,
  random: Random,
): Table {
  const episodes = years.flatMap(({ ending, missing }) => {
    const year = financialYear(ending);
    const children = random.shuffled(workedWith(file, year)).slice(0, Math.ceil(missing / 2.5));
    return times(missing, () => {
      const from = dayOf(year, random);
      const offered = random.chance(0.88);
      return {
        ...{ child_id: random.pick(children).id, missing_from: from },
        found_on: known(addDays(from, random.whole(0, 3)), cut),
        return_interview_offered: answered(offered, random, 0.05),
        return_interview_accepted: offered ? answered(random.chance(0.6), random, 0.05) : 'no',
      };
    });
  });
  return tableOf(MISSING, numbered('missing_id', 'MIS', 'missing_from', episodes));
}

const INCIDENT_KINDS = {
  'Attempted suicide or serious self-harm': 40,
  'Child victim of serious harm': 35,
  'Charged with a very serious offence': 25,
};

/** The extract `incidents`. */
export function incidentsTable(years: readonly SafetyYear[], random: Random): Table {
  const all = years.flatMap(({ ending, incidents }) =>
    times(incidents, () => ({
      incident_on: dayOf(financialYear(ending), random),
      kind: random.weighted(INCIDENT_KINDS),
      learning_review: answered(random.chance(0.7), random, 0.1),
    })),
  );
  return tableOf(INCIDENTS, numbered('incident_id', 'INC', 'incident_on', all));
}

const PARTNERS = { 'Children’s services': 40, Education: 30, Police: 15, Health: 15 };
const LEVELS = { Practitioner: 45, 'Team manager': 35, 'Service manager': 16, 'Board chair': 4 };
const ENDS = {
  'Agreed a way forward': 45,
  'Decision changed': 25,
  'Decision stands': 25,
  Withdrawn: 5,
};

/** The extract `escalations`: the higher one goes, the longer it takes; the youngest may not be resolved. */
export function escalationsTable(years: readonly SafetyYear[], cut: Day, random: Random): Table {
  const all = years.flatMap(({ ending, escalations }) =>
    times(escalations, () => {
      const [raised, level] = [dayOf(financialYear(ending), random), random.weighted(LEVELS)];
      const steps = Object.keys(LEVELS).indexOf(level) + 1;
      const resolved = known(workday(addDays(raised, random.whole(4, 21) * steps)), cut);
      return {
        ...{ raised_on: raised, partner: random.weighted(PARTNERS), level },
        ...{ outcome: resolved === null ? null : random.weighted(ENDS), resolved_on: resolved },
      };
    }),
  );
  return tableOf(ESCALATIONS, numbered('escalation_id', 'ESC', 'raised_on', all));
}

function workedWith(file: CaseFile, { starts, ends }: FinancialYear): ChildOnFile[] {
  const open = file.work.filter(
    ({ child, start, end }) => child.own && start <= ends && (end ?? ends) >= starts,
  );
  return [...new Set(open.map(({ child }) => child))];
}

// How many victims were met by each route in a year → a row each, by number alone.
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { answered, numbered, tableOf, yesNo, type Entry } from './ledger.js';
import { dayOf, financialYear, times, type FinancialYear } from './years.js';

const HEADINGS = [
  'victim_id',
  'kind',
  'route',
  'identified_on',
  'consented',
  'views_sought',
  'rj_offered',
  'rj_engaged',
  'progress_requested',
  'progress_information',
  'services_information',
  'support_requested',
  'support',
] as const;

/** Victims who agreed to be contacted, by route, and those who did not. */
export interface VictimYear {
  readonly ending: number;
  readonly agreed: Readonly<Record<string, number>>;
  readonly refused: number;
}

/** The extract `victims`. The routes of those who refused are the commonest ones; no count of theirs is published. */
export function victimsTable(years: readonly VictimYear[], random: Random): Table {
  const victims = years.flatMap((year) => {
    const within = financialYear(year.ending);
    const agreed = Object.entries(year.agreed).flatMap(([route, count]) =>
      times(count, () => contacted(route, within, random)),
    );
    return [...agreed, ...times(year.refused, () => notContacted(within, random))];
  });
  return tableOf(HEADINGS, numbered('victim_id', 'VIC', 'identified_on', victims));
}

type Victim = Entry<Exclude<(typeof HEADINGS)[number], 'victim_id'>>;

function contacted(route: string, year: FinancialYear, random: Random): Victim {
  const offered = random.chance(0.84);
  const [progress, support] = [random.chance(0.5), random.chance(0.3)];
  return {
    ...met(route, year, random),
    consented: 'yes',
    views_sought: answered(random.chance(0.9), random),
    rj_offered: answered(offered, random, 0.02),
    rj_engaged: offered ? answered(random.chance(0.38), random) : 'no',
    progress_requested: yesNo(progress),
    progress_information: progress ? answered(random.chance(0.92), random) : 'no',
    services_information: answered(random.chance(0.8), random),
    support_requested: yesNo(support),
    support: support ? answered(random.chance(0.86), random) : 'no',
  };
}

function notContacted(year: FinancialYear, random: Random): Victim {
  const route = random.weighted({ Bureau: 8, 'Referral order': 3, 'Pre-sentence report': 1 });
  const nothing = { views_sought: '', rj_offered: '', rj_engaged: '', progress_requested: '' };
  const told = { progress_information: '', services_information: '', support_requested: '' };
  return { ...met(route, year, random), consented: 'no', ...nothing, ...told, support: '' };
}

function met(
  route: string,
  year: FinancialYear,
  random: Random,
): Pick<Victim, 'kind' | 'route' | 'identified_on'> {
  const kind = random.chance(0.82) ? 'Person' : 'Organisation';
  return { kind, route, identified_on: dayOf(year, random) };
}

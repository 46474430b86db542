// Work with children → what was so at its start and its end in the areas of the key indicators.
import type { Day } from '../../../pipeline/domain/period.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, ChildOnFile, WorkOnFile } from './case-file.js';
import { answered, tableOf, yesNo, type Entry } from './ledger.js';
import { educationAt, homeOf } from './kpi-life.js';
import { isSchoolAge } from './school.js';

/** The nation decides which links to wider services a service records. */
export type Nation = 'England' | 'Wales';

const HEADINGS = [
  'intervention_id',
  'point',
  'recorded_on',
  'accommodation_suitable',
  'accommodation_type',
  'ete_suitable',
  'ete_type',
  'ete_hours_offered',
  'ete_hours_attended',
  'school_age',
  'additional_need',
  'formal_plan',
  'mental_health_need',
  'mental_health_offered',
  'mental_health_attended',
  'substance_need',
  'substance_offered',
  'substance_attended',
  'early_help',
  'child_in_need',
  'child_protection',
  'looked_after',
  'care_and_support_plan',
] as const;

/** One row of the extract before it is written. */
export type Snapshot = Entry<(typeof HEADINGS)[number]> & { readonly work: WorkOnFile };

/** Invents every snapshot. At some points nobody recorded anything: then there is no row. */
export function inventSnapshots(file: CaseFile, nation: Nation, random: Random): Snapshot[] {
  return file.work.flatMap((work) => {
    const points = work.end === null ? [['Start', work.start]] : bothPoints(work);
    const plan = answered(random.chance(0.55), random);
    return (points as [string, Day][])
      .filter(([point]) => !random.chance(point === 'Start' ? 0.03 : 0.06))
      .map(([point, day]) => snapshot(work, point, day, { nation, random, plan }));
  });
}

/** The extract `kpi_snapshots`. One row has attendance at what was never offered, as real records have. */
export function kpiTable(snapshots: readonly Snapshot[]): Table {
  const odd = snapshots.findIndex(
    (one) => one.mental_health_need === 'yes' && one.mental_health_offered === 'no',
  );
  return tableOf(
    HEADINGS,
    snapshots.map((one, place) =>
      place === odd ? { ...one, mental_health_attended: 'yes' } : one,
    ),
  );
}

function bothPoints(work: WorkOnFile): [string, Day][] {
  return [
    ['Start', work.start],
    ['End', work.end ?? work.start],
  ];
}

interface Habit {
  readonly nation: Nation;
  readonly random: Random;
  readonly plan: string;
}

function snapshot(work: WorkOnFile, point: string, day: Day, habit: Habit): Snapshot {
  const { random } = habit;
  const { child } = work;
  const schoolAge = isSchoolAge(child.born, day);
  const later = point === 'End';
  const learning = child.needs.has('Additional learning needs');
  return {
    work,
    intervention_id: work.id,
    point,
    recorded_on: day,
    ...homeOf(work, later, random),
    ...educationAt(schoolAge, later, random),
    school_age: yesNo(schoolAge),
    additional_need: answered(learning, random),
    formal_plan: learning ? habit.plan : 'no',
    ...funnel('mental_health', child.needs.has('Emotional or mental health'), later, random),
    ...funnel('substance', misuses(child), later, random),
    ...linksOf(child, habit),
  };
}

function misuses(child: ChildOnFile): boolean {
  return child.needs.has('Drug use') && child.needs.has('Alcohol use');
}

type Funnel<Area extends string> = Record<`${Area}_${'need' | 'offered' | 'attended'}`, string>;

/** Need, then offered, then attended: each only of those before it, and more of them by the end. */
function funnel<Area extends string>(
  area: Area,
  needed: boolean,
  later: boolean,
  random: Random,
): Funnel<Area> {
  const need = answered(needed, random);
  const offered = need === 'yes' && random.chance(later ? 0.82 : 0.5);
  const attended = offered && random.chance(later ? 0.74 : 0.55);
  const told = (so: boolean): string => (need === '' ? '' : answered(so, random, 0.02));
  const offer = told(offered);
  return {
    [`${area}_need`]: need,
    [`${area}_offered`]: offer,
    [`${area}_attended`]: offer === 'yes' ? told(attended) : offer,
  } as Funnel<Area>;
}

function linksOf(child: ChildOnFile, { nation, random }: Habit): Record<Link, string> {
  const known = child.needs.has('Known to social services before referral');
  const links = {
    early_help: random.chance(known ? 0.35 : 0.12),
    child_in_need: known && random.chance(0.3),
    child_protection: known && random.chance(0.1),
    care_and_support_plan: known && random.chance(0.4),
  };
  const told = (so: boolean): string => answered(so, random, 0.04);
  const kept: Record<Link, string> = {
    early_help: told(links.early_help),
    child_in_need: nation === 'England' ? told(links.child_in_need) : '',
    child_protection: told(links.child_protection),
    looked_after: child.lookedAfter,
    care_and_support_plan: nation === 'Wales' ? told(links.care_and_support_plan) : '',
  };
  return kept;
}

type Link =
  | 'early_help'
  | 'child_in_need'
  | 'child_protection'
  | 'looked_after'
  | 'care_and_support_plan';

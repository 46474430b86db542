// Work with children → assessments and the needs found in them, to the published profile of two calendar years.
import { compareText } from '../../pipeline/domain/compare-text.js';
import { addDays, type Day } from '../../pipeline/domain/period.js';
import { daysBetween, within } from './days.js';
import type { World } from './world.js';
import type { Assessment, Child, Intervention } from './story.js';
import { at, type Random } from './random.js';

const TOOLS: Readonly<Record<string, string>> = {
  Diversion: 'Bureau assessment',
  Prevention: 'Prevention and diversion assessment',
  Turnaround: 'Prevention and diversion assessment',
};

/** The needs a service looks at, and how common each is among assessed children in an ordinary year, of 1. */
export const NEEDS: Readonly<Record<string, number>> = {
  'Known to social services before referral': 0.6,
  'Time in care': 0.1,
  'Emotional or mental health': 0.58,
  'Physical health': 0.17,
  'Self-harm or suicide risk': 0.27,
  'Alcohol use': 0.42,
  'Drug use': 0.55,
  'Unsuitable accommodation': 0.08,
  'Additional learning needs': 0.66,
  Exclusion: 0.3,
  'Behaviour at school': 0.45,
  Attendance: 0.38,
};

/** A calendar year whose profile is fixed: how many children were assessed, and how many had each need. */
export interface Profile {
  readonly starts: Day;
  readonly ends: Day;
  readonly assessed: number;
  readonly present: Readonly<Record<string, number>>;
}

/** Assesses the children worked with, then makes each fixed calendar year's number of children come out. */
export function addAssessments(world: World, profiles: readonly Profile[], cut: Day): void {
  for (const child of world.children)
    for (const work of child.interventions) assess(world.random, work, cut);
  for (const profile of profiles) settleAssessed(world, profile);
  for (const child of world.children) answerOrdinary(world.random, child);
  for (const profile of profiles) answerProfile(world, profile);
}

function assess(random: Random, work: Intervention, cut: Day): void {
  const voluntary = work.programme in TOOLS;
  if (!random.chance(voluntary ? 0.72 : 0.96)) return;
  const last = work.end ?? cut;
  let day = addDays(work.start, random.whole(0, 16));
  while (day <= last && day <= cut) {
    addAssessment(work, day);
    day = addDays(day, random.whole(150, 200));
  }
}

function addAssessment(work: Intervention, date: Day): void {
  const taken = work.child.assessments.some((other) => other.date === date);
  if (taken) return;
  const tool = TOOLS[work.programme] ?? 'AssetPlus';
  work.child.assessments.push({
    child: work.child,
    intervention: work,
    date,
    tool,
    needs: new Map(),
  });
}

/** The children with an assessment in a stretch of days. */
export function assessedIn(world: World, stretch: { starts: Day; ends: Day }): Child[] {
  return world.children.filter((child) =>
    child.assessments.some((one) => within(one.date, stretch)),
  );
}

function settleAssessed(world: World, profile: Profile): void {
  const { random } = world;
  const assessed = random.shuffled(assessedIn(world, profile));
  const briefly = assessed.filter((child) => child.assessments.length === 1);
  const surplus = Math.max(assessed.length - profile.assessed, 0);
  for (const child of briefly.slice(0, surplus)) child.assessments.pop();
  const missing = random
    .shuffled(world.children)
    .flatMap((child) => unassessedWork(child, profile));
  for (const work of missing.slice(0, Math.max(profile.assessed - assessed.length, 0)))
    addAssessment(work, addDays(work.start, random.whole(0, 10)));
  if (assessedIn(world, profile).length !== profile.assessed)
    throw new RangeError(
      `${assessedIn(world, profile).length} children assessed, not ${profile.assessed}`,
    );
}

/** The first work, if any, with a child not assessed in the year at all. */
function unassessedWork(child: Child, profile: Profile): Intervention[] {
  if (child.assessments.some((one) => within(one.date, profile))) return [];
  const safe = { starts: profile.starts, ends: addDays(profile.ends, -12) };
  const open = (work: Intervention): boolean =>
    work.end === null || daysBetween(work.start, work.end) > 11;
  return child.interventions.filter((work) => within(work.start, safe) && open(work)).slice(0, 1);
}

function answerOrdinary(random: Random, child: Child): void {
  child.assessments.sort((one, other) => compareText(one.date, other.date));
  const burden = 0.6 + random.fraction() * 0.8;
  for (const assessment of child.assessments)
    for (const [need, share] of Object.entries(NEEDS)) {
      const earlierAnswer = child.assessments
        .find((one) => one !== assessment && one.needs.has(need))
        ?.needs.get(need);
      const kept = earlierAnswer === 'yes' && random.chance(0.8);
      const missed = random.chance(0.03);
      const found = kept || random.chance(Math.min(share * burden, 0.95));
      assessment.needs.set(need, missed ? 'not recorded' : found ? 'yes' : 'no');
    }
}

/** Answers the latest assessment of each child in the year again, until each need is found in as many as published. */
function answerProfile(world: World, profile: Profile): void {
  const latest = assessedIn(world, profile).map((child) =>
    at(child.assessments.filter((one) => within(one.date, profile)).slice(-1), 0),
  );
  for (const [need, count] of Object.entries(profile.present))
    settleNeed(world.random, latest, need, count);
}

function settleNeed(
  random: Random,
  latest: readonly Assessment[],
  need: string,
  count: number,
): void {
  const holding = (answer: string): Assessment[] =>
    random.shuffled(latest.filter((one) => one.needs.get(need) === answer));
  const found = holding('yes');
  for (const one of found.slice(count)) one.needs.set(need, 'no');
  for (const one of holding('no').slice(0, Math.max(count - found.length, 0)))
    one.needs.set(need, 'yes');
}

// Days of outcomes → which outcomes were given, by which court and against which proposal.
import { compareText } from '../../pipeline/domain/compare-text.js';
import { ageOn, daysBetween } from './days.js';
import { contactsIn } from './offences.js';
import type { World } from './world.js';
import type { YearPlan } from './plan.js';
import type { Random } from './random.js';
import { formalBefore, type Child, type Contact } from './story.js';

const CUSTODIAL = ['Detention and Training Order', 'Section 250 Detention'];
const CAUTIONS = ['Youth Caution', 'Youth Conditional Caution'];

/** What a child is likely to be given, by the number of formal days before. */
const LADDER: readonly Readonly<Record<string, number>>[] = [
  {
    'Youth Caution': 38,
    'Youth Conditional Caution': 26,
    'Referral Order': 28,
    'Conditional Discharge': 2,
    Fine: 3,
    'Absolute Discharge': 1,
    'Bind Over': 1,
  },
  {
    'Youth Conditional Caution': 22,
    'Youth Caution': 6,
    'Referral Order': 44,
    'Youth Rehabilitation Order': 13,
    'Conditional Discharge': 6,
    Fine: 6,
    'Reparation Order': 2,
    'Compensation Order': 2,
  },
  {
    'Referral Order': 30,
    'Youth Rehabilitation Order': 44,
    'Youth Rehabilitation Order with ISS': 6,
    'Conditional Discharge': 9,
    Fine: 7,
    'Youth Conditional Caution': 4,
  },
  {
    'Youth Rehabilitation Order': 54,
    'Youth Rehabilitation Order with ISS': 22,
    'Referral Order': 8,
    'Conditional Discharge': 9,
    Fine: 7,
  },
];
const ORDERS = { 'Referral Order': 5, 'Youth Rehabilitation Order': 4 };
const ADULT = { Fine: 60, 'Conditional Discharge': 40 };
const HARSHER: Readonly<Record<string, string>> = {
  'Referral Order': 'Youth Rehabilitation Order',
  'Youth Rehabilitation Order': 'Youth Rehabilitation Order with ISS',
  'Youth Rehabilitation Order with ISS': 'Detention and Training Order',
};

/** Decides every outcome of the year that is not decided yet. Custody goes to as many children as planned. */
export function decideOutcomes(world: World, year: YearPlan): void {
  const days = contactsIn(world, year).filter((met) => met.formal);
  sendToCustody(days, year, world.random);
  const undecided = days.filter((met) => met.outcomes.length === 0);
  for (const met of undecided.sort((one, other) => compareText(one.date, other.date)))
    met.outcomes.push(likelyOutcome(met, world.random));
  for (const met of undecided) addSecondOutcome(met, world.random);
  for (const met of days) met.court = courtOf(met);
  propose(days, world.random);
}

function sendToCustody(days: readonly Contact[], year: YearPlan, random: Random): void {
  const taken = new Set<Child>(days.filter(isCustodial).map((met) => met.child));
  const free = days.filter(
    (met) =>
      met.outcomes.length === 0 &&
      !met.breach &&
      ageOn(met.child.born, met.date) >= 14 &&
      ageOn(met.child.born, met.date) < 18 &&
      met.child.contacts.every(
        (later) => later.date <= met.date || daysBetween(met.date, later.date) > 75,
      ),
  );
  const known = (met: Contact): number => Math.min(formalBefore(met.child, met.date).length, 3);
  const likeliest = random.shuffled(free).sort((one, other) => known(other) - known(one));
  let left = year.custodial - days.filter(isCustodial).length;
  for (const met of likeliest) {
    if (left === 0 || taken.has(met.child)) continue;
    met.outcomes.push(met.serious ? 'Section 250 Detention' : 'Detention and Training Order');
    taken.add(met.child);
    left -= 1;
  }
}

/** Whether the day ended in a custodial sentence. */
export function isCustodial(met: Contact): boolean {
  return met.outcomes.some((outcome) => CUSTODIAL.includes(outcome));
}

function likelyOutcome(met: Contact, random: Random): string {
  if (ageOn(met.child.born, met.date) >= 18) return random.weighted(ADULT);
  const next = met.child.contacts.find((later) => later.formal && later.date > met.date);
  if (met.serious || next?.breach) return random.weighted(ORDERS);
  const before =
    formalBefore(met.child, met.date).length + (met.child.priorElsewhere === 'yes' ? 1 : 0);
  return random.weighted(LADDER[Math.min(before, 3)] ?? ORDERS);
}

/** Some courts order compensation on the same day; never where serious violence must have one outcome. */
function addSecondOutcome(met: Contact, random: Random): void {
  const first = met.outcomes[0] ?? '';
  const order = first === 'Referral Order' || first === 'Youth Rehabilitation Order';
  if (order && !met.serious && random.chance(0.15)) met.outcomes.push('Compensation Order');
}

function courtOf(met: Contact): string {
  if (met.outcomes.some((outcome) => CAUTIONS.includes(outcome))) return '';
  return met.outcomes.includes('Section 250 Detention') ? 'Crown Court' : 'Youth Court';
}

/** Three reports in four are followed; the court is milder than the fourth. */
function propose(days: readonly Contact[], random: Random): void {
  const order = (met: Contact): string => met.outcomes[0] ?? '';
  const mild = random.shuffled(days.filter((met) => order(met) in HARSHER && !met.breach));
  const stern = days.filter(isCustodial);
  const reported = [...mild.slice(0, Math.ceil(mild.length * 0.7)), ...stern];
  const whole = reported.slice(reported.length % 4);
  whole.forEach((met, place) => {
    const milder = place < whole.length / 4;
    met.proposal = (milder ? HARSHER[order(met)] : undefined) ?? order(met);
  });
}

// Children with a mental health need, and others → health's referrals: waits, first offers, and whether anybody came.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { dayWithin, workday } from '../days.js';
import type { CaseFile, ChildOnFile } from '../further/case-file.js';
import { known, numbered, tableOf } from '../further/ledger.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { WHO, whoIs, type Person } from './persons.js';

const REFERRALS = [
  'referral_id',
  ...WHO,
  ...['service', 'referred_on', 'accepted', 'offered_on', 'seen_on'],
  ...['appointments_offered', 'appointments_attended', 'closed_on'],
] as const;

const SERVICES = { CAMHS: 72, 'Drug and alcohol service': 28 };

/** Of these, the children whom health would have on its books. */
export function knownToHealth(children: readonly ChildOnFile[]): ChildOnFile[] {
  return children.filter(({ needs }) => needs.has('Emotional or mental health'));
}

/** The extract `health_referrals`. Some were turned down, some wait, and one was offered before it was made. */
export function healthReferralsTable(
  persons: readonly Person[],
  file: CaseFile,
  cut: Day,
  random: Random,
): Table {
  const rows = persons.flatMap((person) =>
    Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => referral(person, file, cut, random)),
  );
  const [first, ...others] = rows;
  if (!first) throw new RangeError('health needs somebody to refer');
  const early = { ...first, offered_on: addDays(first.referred_on, -9) };
  return tableOf(REFERRALS, numbered('referral_id', 'HR', 'referred_on', [early, ...others]));
}

function referral(person: Person, file: CaseFile, cut: Day, random: Random) {
  const work = file.work.filter(({ child }) => child === person.child);
  const met = work.length > 0 ? random.pick(work).start : addDays(cut, -random.whole(30, 1000));
  const made = known(workday(dayWithin(met, addDays(met, 60), random)), cut) ?? cut;
  const accepted = random.chance(0.88);
  const wait = Math.round(8 + 90 * random.fraction() * random.fraction());
  const offered = accepted ? known(workday(addDays(made, wait)), cut) : null;
  const seen =
    offered !== null && random.chance(0.68)
      ? known(addDays(offered, random.whole(0, 40)), cut)
      : null;
  const closed = accepted ? known(addDays(made, random.whole(150, 420)), cut) : addDays(made, 7);
  const visits = seen === null ? 0 : random.whole(1, 12);
  return {
    ...whoIs(person),
    ...{ service: random.weighted(SERVICES), referred_on: made, accepted: accepted ? 'yes' : 'no' },
    ...{ offered_on: offered, seen_on: seen, closed_on: known(closed, cut) },
    appointments_offered: offered === null ? 0 : visits + random.whole(1, 4),
    appointments_attended: visits,
  };
}

// Needs found → referrals to the partners who meet them, and how far each came.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { workday } from '../days.js';
import type { Random } from '../random.js';
import type { ChildOnFile, WorkOnFile } from './case-file.js';
import type { Snapshot } from './kpi.js';
import { known } from './ledger.js';
import { NOTHING, type Referral } from './referrals.js';

/** A need found at the start or the end is referred to the partner who meets it, and so far as they did, offered and begun. */
export function toHealth(one: Snapshot, cut: Day, random: Random): Referral[] {
  if (one.point === 'Start' && one.work.end !== null) return [];
  const services = [
    ['mental_health', 'Mental health service', 12, 70],
    ['substance', 'Substance misuse service', 4, 24],
  ] as const;
  return services
    .filter(([area]) => one[`${area}_need`] === 'yes')
    .filter(([area]) => one[`${area}_offered`] === 'yes' || random.chance(0.55))
    .map(([area, service, soonest, latest]) => {
      const offered = one[`${area}_offered`] === 'yes' ? random.whole(soonest, latest) : null;
      const begun = one[`${area}_attended`] === 'yes';
      return toPartner(one.work, service, { offered, begun }, cut, random);
    });
}

/** A service outside health: which needs it meets, how often a child with one is sent to it, offered and comes, and in how many days. */
interface Other {
  readonly service: string;
  readonly needs: readonly string[];
  readonly sent: number;
  readonly offered: number;
  readonly came: number;
  readonly days: readonly [soonest: number, latest: number];
}

const OTHERS: readonly Other[] = [
  {
    service: 'Education panel',
    needs: ['Additional learning needs', 'Exclusion', 'Attendance'],
    ...{ sent: 0.4, offered: 0.82, came: 0.85, days: [8, 49] },
  },
  {
    service: 'Housing pathway',
    needs: ['Unsuitable accommodation'],
    ...{ sent: 0.6, offered: 0.75, came: 0.9, days: [2, 35] },
  },
];

/** A need that education or housing meets is referred in some of the work with the child. */
export function toOthers(work: WorkOnFile, cut: Day, random: Random): Referral[] {
  return OTHERS.filter(({ needs, sent }) => {
    const needed = needs.some((need) => work.child.needs.has(need));
    return needed && random.chance(sent);
  }).map(({ service, offered, came, days: [soonest, latest] }) => {
    const offer = random.chance(offered) ? random.whole(soonest, latest) : null;
    const begun = random.chance(came);
    return toPartner(work, service, { offered: offer, begun }, cut, random);
  });
}

function toPartner(
  { id, child, start, end }: WorkOnFile,
  service: string,
  { offered, begun }: { readonly offered: number | null; readonly begun: boolean },
  cut: Day,
  random: Random,
): Referral {
  const referred = known(workday(addDays(start, random.whole(1, 20))), cut) ?? cut;
  const offer = offered === null ? null : known(workday(addDays(referred, offered)), cut);
  const began = begun && offer !== null ? known(addDays(offer, random.whole(0, 14)), cut) : null;
  const closed = end !== null && began !== null && end > began ? end : null;
  return {
    ...NOTHING,
    ...sent(child, id, service, referred),
    ...{ offered_on: offer, started_on: began, ended_on: closed },
    completed: closed === null ? null : random.chance(0.7) ? 'yes' : 'no',
  };
}

function sent(
  child: ChildOnFile,
  work: string,
  service: string,
  day: Day,
): Pick<Referral, 'child_id' | 'intervention_id' | 'referred_to' | 'source' | 'referred_on'> {
  const source = 'Youth justice service';
  return {
    child_id: child.id,
    intervention_id: work,
    referred_to: service,
    source,
    referred_on: day,
  };
}

/** A referral that nobody answered is closed in the end, so that only the newest are still waiting. */
export function closed(referral: Referral, cut: Day, random: Random): Referral {
  const { referred_on: referred, offered_on: offered } = referral;
  if (typeof referred !== 'string' || offered !== null) return referral;
  return { ...referral, ended_on: known(workday(addDays(referred, random.whole(45, 160))), cut) };
}

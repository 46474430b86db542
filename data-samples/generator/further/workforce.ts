// The service's posts as they changed → counts of posts each quarter, supervision due and held, and the year's money.
import { addDays, addMonths, type Day } from '../../../pipeline/domain/period.js';
import { workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { known, numbered, tableOf, yesNo } from './ledger.js';

const STAFF = [
  'post_id',
  'role',
  'full_time_equivalent',
  'as_at',
  'vacant',
  'caseload',
  'sickness_days',
] as const;
const SUPERVISION = ['supervision_id', 'post_id', 'due_on', 'held_on'] as const;
const FINANCE = ['year_ends', 'source', 'budget', 'spent'] as const;

/** A post, or a post as it was for a while: how much of a week, and the quarters in which nobody held it. */
export interface PostPlan {
  readonly post: string;
  readonly role: string;
  readonly full: number;
  readonly from: Day;
  readonly to: Day;
  readonly vacant: readonly Day[];
}

/** The last day of every quarter from one to another. */
export function quarterEnds(from: Day, to: Day): Day[] {
  const ends: Day[] = [];
  for (let next = addDays(from, 1); addDays(next, -1) <= to; next = addMonths(next, 3))
    ends.push(addDays(next, -1));
  return ends;
}

const CASE_HOLDING = ['Case manager', 'Prevention worker'];

/** The extract `staff`. */
export function staffTable(
  posts: readonly PostPlan[],
  counted: readonly Day[],
  random: Random,
): Table {
  const rows = counted.flatMap((day) =>
    posts
      .filter(({ from, to }) => from <= day && day <= to)
      .map(({ post, role, full, vacant }) => {
        const empty = vacant.includes(day);
        const cases = Math.round(full * random.whole(7, 15));
        return {
          ...{ post_id: post, role, full_time_equivalent: full, as_at: day, vacant: yesNo(empty) },
          caseload: CASE_HOLDING.includes(role) ? (empty ? 0 : cases) : null,
          sickness_days: empty ? null : daysLost(random),
        };
      }),
  );
  return tableOf(STAFF, rows);
}

/** Most quarters nobody is ill for long; now and then somebody is for weeks. */
function daysLost(random: Random): number {
  return random.chance(0.06) ? random.whole(15, 60) : Math.max(random.whole(-4, 5), 0);
}

/** The extract `supervision`: due every six weeks to whoever holds a post, mostly held, sometimes late. */
export function supervisionTable(posts: readonly PostPlan[], cut: Day, random: Random): Table {
  const all = posts.flatMap(({ post, from, to, vacant }) =>
    dueDays(from, to < cut ? to : cut)
      .filter((due) => !vacant.some((end) => due > addMonths(end, -3) && due <= end))
      .map((due) => {
        const held = random.chance(0.83) ? workday(addDays(due, random.whole(-3, 9))) : null;
        return { post_id: post, due_on: due, held_on: known(held, cut) };
      }),
  );
  return tableOf(SUPERVISION, numbered('supervision_id', 'SUP', 'due_on', all));
}

function dueDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let due = addDays(from, 42); due <= to; due = addDays(due, 42)) days.push(workday(due));
  return days;
}

/** A year's money: what each source gave in thousands of pounds, and the share of it that was spent. */
export interface MoneyYear {
  readonly ends: Day;
  readonly budget: Readonly<Record<string, number>>;
  readonly spent: number | null;
}

/** The extract `finance`. The year to come has a budget and nothing spent yet. */
export function financeTable(years: readonly MoneyYear[], random: Random): Table {
  const rows = years.flatMap(({ ends, budget, spent }) =>
    Object.entries(budget).map(([source, thousands]) => {
      const share = spent === null ? null : spent + (random.fraction() - 0.5) * 0.06;
      const amount = share === null ? null : Math.round(thousands * share * 10) * 100;
      return { year_ends: ends, source, budget: thousands * 1000, spent: amount };
    }),
  );
  return tableOf(FINANCE, rows);
}

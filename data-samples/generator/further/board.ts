// The board's partners and their habits → a row for each meeting and partner.
import type { Day } from '../../../pipeline/domain/period.js';
import { workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { tableOf, yesNo } from './ledger.js';

const HEADINGS = [
  'meeting_on',
  'partner',
  'expected',
  'attended',
  'senior',
  'deputy',
  'contributed_data',
] as const;

/** How often each partner comes, of 1, and how often with figures. */
const PARTNERS: readonly (readonly [partner: string, comes: number, brings: number])[] = [
  ['Children’s services', 0.95, 0.7],
  ['Education', 0.9, 0.6],
  ['Police', 0.9, 0.8],
  ['Probation', 0.65, 0.3],
  ['Health', 0.7, 0.4],
  ['Youth court', 0.75, 0.2],
  ['Housing', 0.8, 0.3],
  ['Community safety', 0.85, 0.5],
  ['Elected members', 0.8, 0],
  ['Voluntary sector', 0.85, 0.2],
  ['Further education', 0.6, 0.2],
  ['Schools', 0.55, 0.1],
];

/** The extract `board_attendance`. Elected members are not expected in the weeks before an election in May. */
export function boardTable(meetings: readonly Day[], random: Random): Table {
  const entries = meetings.flatMap((meeting) =>
    PARTNERS.map(([partner, comes, brings]) => {
      const expected = partner !== 'Elected members' || !/-04-/.test(meeting);
      const attended = expected && random.chance(comes);
      const senior = attended && random.chance(0.78);
      return {
        ...{ meeting_on: meeting, partner, expected: yesNo(expected), attended: yesNo(attended) },
        senior: attended ? yesNo(senior) : '',
        deputy: attended ? yesNo(!senior && random.chance(0.8)) : '',
        contributed_data: random.chance(0.05) ? '' : yesNo(random.chance(brings)),
      };
    }),
  );
  return tableOf(HEADINGS, entries);
}

/** A meeting in the first month of each quarter, from a calendar year to the day the extract was taken. */
export function quarterlyMeetings(from: number, to: Day): Day[] {
  const years = Array.from({ length: Number(to.slice(0, 4)) - from + 1 }, (_none, at) => from + at);
  const days = years.flatMap((year) =>
    ['01-19', '04-20', '07-14', '10-13'].map((day) => workday(`${year}-${day}`)),
  );
  return days.filter((day) => day <= to);
}

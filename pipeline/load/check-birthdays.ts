// The birthdays that the service knows → a note where more are on 1 January than chance brings.
import type { Problem } from '../domain/problem.js';
import { binomial } from '../statistics/discrete.js';

const DAYS_IN_YEAR = 365.25;
/** So many on one day are not remarked on, however few the children: a family may have two. */
const FEWEST = 5;
/** The chance of so many or more, below which it is not taken for chance. */
const IMPLAUSIBLE = 0.001;

/**
 * Notes that many children were born on 1 January: how some systems write that only the year is known. It is a note, and
 * the children count as they are recorded, because any one of them may have been born that day. Birthdays are ISO days.
 */
export function checkBirthdays(birthdays: readonly string[]): Problem[] {
  const found = birthdays.filter((day) => day.endsWith('-01-01')).length;
  if (found < FEWEST) return [];
  if (binomial(birthdays.length, 1 / DAYS_IN_YEAR).upper(found) >= IMPLAUSIBLE) return [];
  const expected = String(Math.round(birthdays.length / DAYS_IN_YEAR));
  return [
    {
      kind: 'note',
      code: 'birthdays-on-1-january',
      file: 'children',
      facts: { found, children: birthdays.length, expected },
    },
  ];
}

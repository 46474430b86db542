// A birthday → when the child may leave school: the last Friday in June of the school year of the sixteenth birthday.
import { addDays, type Day } from '../../../pipeline/domain/period.js';

/** Whether a child is of compulsory school age on a day. The rule is the same in England and Wales. */
export function isSchoolAge(born: Day, day: Day): boolean {
  const sixteen = Number(born.slice(0, 4)) + 16;
  const june = born.slice(5) >= '09-01' ? sixteen + 1 : sixteen;
  return day <= lastFriday(`${june}-06-30`);
}

function lastFriday(monthEnd: Day): Day {
  const weekday = new Date(`${monthEnd}T00:00:00Z`).getUTCDay();
  return addDays(monthEnd, -((weekday + 2) % 7));
}

// What a service wrote of who a child is → the same as another organisation came to write it.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import type { Random } from '../random.js';

/** What tells one person from another. */
export interface Identity {
  readonly forename: string;
  readonly surname: string;
  readonly born: Day;
  readonly postcode: string;
  readonly sex: string;
}

type Slip = (who: Identity, random: Random) => Identity;

/** How likely each is. Most records agree. */
const LIKELY = {
  none: 66,
  plain: 10,
  nickname: 5,
  half: 5,
  swapped: 3,
  dayForMonth: 3,
  year: 2,
  moved: 6,
};

const SLIPS: Readonly<Record<string, Slip>> = {
  none: (who) => who,
  plain: (who) => ({ ...who, forename: plain(who.forename), surname: plain(who.surname) }),
  nickname: (who) => ({ ...who, forename: who.forename.slice(0, 4) }),
  half: (who, random) => ({ ...who, surname: random.pick(who.surname.split('-')) }),
  swapped: (who) => ({ ...who, forename: who.surname, surname: who.forename }),
  dayForMonth: (who) => ({ ...who, born: dayForMonth(who.born) }),
  year: (who) => ({ ...who, born: addDays(who.born, -365) }),
  moved: (who, random) => ({
    ...who,
    postcode: who.postcode.replace(/\d/, String(random.whole(1, 9))),
  }),
};

/** Writes a person down as somebody else would, now and then with a slip. */
export function writtenElsewhere(who: Identity, random: Random): Identity {
  const slip = SLIPS[random.weighted(LIKELY)];
  return slip ? slip(who, random) : who;
}

/** Without the marks over letters, and with a space for a hyphen. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ');
}

/** Day and month the wrong way round, where the day could be a month. */
function dayForMonth(born: Day): Day {
  const [year, month, day] = born.split('-');
  return Number(day) <= 12 ? `${year ?? ''}-${day ?? ''}-${month ?? ''}` : born;
}

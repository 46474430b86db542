// An instant → London's date and time; a local time there → the one instant at which a job runs.
import { dayNumber, type Day } from '../domain/period.js';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A time of day on London's clock, `HH:MM`. */
type TimeOfDay = string;

export const MINUTE = 60_000;
const DAY = 86_400_000;

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The date in London, in any time zone of the computer. */
export function londonDay(instant: Instant): Day {
  return formatLondon(instant).slice(0, 10);
}

/** The time in London, `HH:MM`. */
export function londonTime(instant: Instant): TimeOfDay {
  return formatLondon(instant).slice(11, 16);
}

/**
 * The one instant of a day at which London's clock first shows a time. A time that occurs twice (October) means the
 * first; a time that is skipped (March) counts from midnight as if the clock had not changed, so 01:30 becomes 02:30
 * summer time. This is the rule of RFC 5545, section 3.3.5. Refuses an invalid day or time.
 */
export function parseTime(day: Day, time: TimeOfDay): Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time HH:MM: ${time}`);
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const asIfUtc = dayNumber(day) * DAY + (hours * 60 + minutes) * MINUTE;
  const [before, after] = [asIfUtc - DAY, asIfUtc + DAY].map(
    (each) => asIfUtc - measureOffset(each),
  ) as [Instant, Instant];
  const matching = [before, after].filter((each) => each + measureOffset(each) === asIfUtc);
  return matching.length === 0 ? before : Math.min(...matching);
}

/** How far London's clock is ahead of UTC, in milliseconds. */
function measureOffset(instant: Instant): number {
  const second = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${formatLondon(second)}Z`) - second;
}

/** `YYYY-MM-DDTHH:MM:SS` in London. */
function formatLondon(instant: Instant): string {
  const parts = new Map(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`;
}

// The clock of this computer → the day it is in London.

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Today in London, `YYYY-MM-DD`, whatever the computer's own time zone is. The only clock that is read. */
export function today(): string {
  return LONDON.format(new Date());
}

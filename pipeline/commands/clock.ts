// The clock of this computer: the day it is in London, and waiting.
import type { Clock } from '../schedule/clock.js';

/** Reads the computer's clock; a sleep ends at once when the signal comes. */
export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((wake) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        wake();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    }),
};

/** A signal that comes when this process is asked to stop, by Ctrl+C or by the system. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      stop.abort();
    });
  return stop.signal;
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Today in London, `YYYY-MM-DD`, whatever the computer's own time zone is. The only clock that is read. */
export function today(): string {
  return LONDON.format(new Date());
}

// The clock that a schedule goes by: handed in, so that a week can pass in a second.
import type { Instant } from './london.js';

/** A clock, and a way to wait by it. */
export interface Clock {
  now(): Instant;
  /** Waits so many milliseconds, or until the signal. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

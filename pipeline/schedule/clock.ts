// The clock of a schedule: injected, so that a test can pass a week in a second.
import type { Instant } from './london.js';

/** A clock, and a way to wait by it. */
export interface Clock {
  now(): Instant;
  /** Waits this many milliseconds, or until the signal. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

// Why a claim in the commentary does not hold.
import type { Phrase } from '../domain/problem.js';

/** Why a claim does not hold. */
export interface ClaimFinding {
  readonly code: string;
  readonly why: Phrase;
}

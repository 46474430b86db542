// Why a claim in the commentary does not hold.

/** Why a claim does not hold. */
export interface ClaimFinding {
  readonly code: string;
  readonly why: string;
}

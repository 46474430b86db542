// When a count is protected, in the terms of the field: how wide its feasibility interval must be.

/** What an edition requires of the interval within which a reader can place a small count. */
export interface SafetyStandard {
  /** The greatest possible value is at least this: the count need not be small. */
  readonly reaches: number;
  /** At least so many whole values are possible. */
  readonly possibleValues: number;
}

/** Whether values that are known to be possible meet the standard. */
export function meetsStandard(
  possible: ReadonlySet<number>,
  { reaches, possibleValues }: SafetyStandard,
): boolean {
  return possible.size >= possibleValues && [...possible].some((value) => value >= reaches);
}

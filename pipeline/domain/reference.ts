// A breakdown → its reference group, and the groups that are never compared.

/** Anything that declares reference groups by breakdown, such as a measure. */
export interface HasReferenceGroup {
  readonly reference?: Readonly<Record<string, string>> | undefined;
}

/** The reference group of a breakdown's relative rates: White, unless the declaration names another. */
export function findReferenceGroup({ reference }: HasReferenceGroup, breakdown: string): string {
  return reference?.[breakdown] ?? 'White';
}

/** The comparisons that are allowed for together: each family answers one question of the board's. */
export const COMPARISON_FAMILIES = ['ethnicity', 'sex', 'rest'] as const;
export type ComparisonFamily = (typeof COMPARISON_FAMILIES)[number];

/** The family of a breakdown's comparisons. Ethnicity among girls or boys is not the family of ethnicity itself. */
export function chooseComparisonFamily(breakdown: string): ComparisonFamily {
  return breakdown === 'ethnicity' || breakdown === 'sex' ? breakdown : 'rest';
}

/**
 * The label that an unknown label is kept as where figures are only broken down by it, and the group of those who have one,
 * until somebody says what it means.
 */
export const NOT_YET_MAPPED = 'Not yet mapped';

/** Whether a group holds those whose group is not known. No difference is reported for such a group. */
export function isUnknownGroup(group: string): boolean {
  return group === 'Not known' || group === 'not recorded' || group === NOT_YET_MAPPED;
}

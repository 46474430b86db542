// A breakdown → the group that the others of it are set against, and the groups that nobody can be set against.

/** What says which groups others are set against, as a measure's declaration does. */
export interface HasReferenceGroup {
  readonly reference?: Readonly<Record<string, string>> | undefined;
}

/** The group that relative rates of a breakdown are multiples of: White, unless the declaration names another. */
export function findReferenceGroup({ reference }: HasReferenceGroup, breakdown: string): string {
  return reference?.[breakdown] ?? 'White';
}

/** Whether a group holds those of whom it is not known which group they are in: of them no difference is claimed. */
export function isUnknownGroup(group: string): boolean {
  return group === 'Not known' || group === 'not recorded';
}

// Declared changes of definition and a stretch of days → those that make what lies in it two series.
import type { Language } from './language.js';
import type { Day, Window } from './period.js';

/** A day from which something is counted otherwise: by us, or in published figures alone. */
export interface DefinitionChange {
  readonly from: Day;
  readonly of: 'ours' | 'published';
  /** Beside the line on a chart. */
  readonly short: Readonly<Record<Language, string>>;
  readonly what: Readonly<Record<Language, string>>;
  /** Whether an official text at hand says so. */
  readonly confirmed: boolean;
}

/** What may have changed. */
export interface HasDefinitionChanges {
  readonly changes?: readonly DefinitionChange[] | undefined;
}

/** The changes that fall after the first day of a stretch and no later than its last, oldest first. */
export function findDefinitionChanges(
  { changes }: HasDefinitionChanges,
  { starts, ends }: { readonly starts: Day; readonly ends: Day },
): DefinitionChange[] {
  return (changes ?? [])
    .filter(({ from }) => from > starts && from <= ends)
    .sort((one, other) => one.from.localeCompare(other.from));
}

/** The newest change of our count between two windows, or within either: then their counts are not of one thing. */
export function findSeriesBreak(
  declaration: HasDefinitionChanges,
  one: Window,
  other: Window,
): DefinitionChange | null {
  const [earlier, later] = one.ends < other.ends ? [one, other] : [other, one];
  const within = findDefinitionChanges(declaration, { starts: earlier.starts, ends: later.ends });
  return within.findLast(({ of }) => of === 'ours') ?? null;
}

/** The newest change of our count no later than the last of these windows, which are in order of time; or null. */
export function findNewestChange(
  declaration: HasDefinitionChanges,
  windows: readonly Window[],
): DefinitionChange | null {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return null;
  const within = findDefinitionChanges(declaration, { starts: first.starts, ends: last.ends });
  return within.findLast(({ of }) => of === 'ours') ?? null;
}

/** How many of these windows, in order of time, begin before the newest change of our count: 0 where there is none. */
export function countEarlierWindows(
  declaration: HasDefinitionChanges,
  windows: readonly Window[],
): number {
  const change = findNewestChange(declaration, windows);
  return change ? windows.filter(({ starts }) => starts < change.from).length : 0;
}

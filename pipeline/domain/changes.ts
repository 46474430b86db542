// Declared changes of definition and a period → the changes that break the series within it.
import { compareText } from './compare-text.js';
import type { Language } from './language.js';
import type { Day, Window } from './period.js';

/** A break in series: from this day something is counted differently, by us (`ours`) or in published figures only. */
export interface DefinitionChange {
  readonly from: Day;
  readonly of: 'ours' | 'published';
  /** Label next to the line on a chart. */
  readonly short: Readonly<Record<Language, string>>;
  readonly what: Readonly<Record<Language, string>>;
  /** Whether an official document that we hold confirms the change. */
  readonly confirmed: boolean;
  /** The counting rule of which another option came into force; a window that ends on the day or later is wholly by it. */
  readonly rule?: string | undefined;
}

/** Anything that declares changes of definition, such as a measure. */
interface HasDefinitionChanges {
  readonly changes?: readonly DefinitionChange[] | undefined;
}

/** The changes after the first day of a period and up to its last day, oldest first. */
export function findDefinitionChanges(
  { changes }: HasDefinitionChanges,
  { starts, ends }: { readonly starts: Day; readonly ends: Day },
): DefinitionChange[] {
  return (changes ?? [])
    .filter(({ from }) => from > starts && from <= ends)
    .sort((one, other) => compareText(one.from, other.from));
}

/**
 * The newest change of our own count between two windows or within either of them: their counts cannot be compared.
 * Null if none.
 */
export function findSeriesBreak(
  declaration: HasDefinitionChanges,
  one: Window,
  other: Window,
): DefinitionChange | null {
  const [earlier, later] = one.ends < other.ends ? [one, other] : [other, one];
  const within = findDefinitionChanges(declaration, { starts: earlier.starts, ends: later.ends });
  return within.findLast(({ of }) => of === 'ours') ?? null;
}

/** The newest change of our own count up to the end of these windows, which are in time order; null if none. */
export function findNewestChange(
  declaration: HasDefinitionChanges,
  windows: readonly Window[],
): DefinitionChange | null {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return null;
  const within = findDefinitionChanges(declaration, { starts: first.starts, ends: last.ends });
  return within.findLast(({ of }) => of === 'ours') ?? null;
}

/**
 * How many of these windows (in time order) start before the newest change of our own count; 0 if there is no change.
 */
export function countEarlierWindows(
  declaration: HasDefinitionChanges,
  windows: readonly Window[],
): number {
  const change = findNewestChange(declaration, windows);
  return change ? windows.filter(({ starts }) => starts < change.from).length : 0;
}

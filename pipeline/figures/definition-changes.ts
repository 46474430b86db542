// A measure's declared changes of definition and the windows in view → where its lines stand and what is said of them.
import {
  findSeriesBreak,
  findDefinitionChanges,
  type DefinitionChange,
} from '../domain/changes.js';
import { nameDay } from './periods.js';
import type { Subject } from './subject.js';

/** The change to our own count that falls between, or inside, the newest window and the one a year before; or null. */
export function findBreakInComparison({ declaration, reading }: Subject): DefinitionChange | null {
  const { current, previous } = reading;
  if (!current || !previous) return null;
  return findSeriesBreak(declaration, previous.window, current.window);
}

/** Lists the changes that fall in the windows in view, to our figures and to published ones, oldest first. */
export function listChangesInView({ declaration, reading }: Subject): DefinitionChange[] {
  const [first, last] = [reading.windows[0], reading.windows.at(-1)];
  if (!first || !last) return [];
  return findDefinitionChanges(declaration, {
    starts: first.window.starts,
    ends: last.window.ends,
  });
}

/** One sentence for each change in view, which also says whether an official text confirms it. */
export function describeChanges(subject: Subject): string[] {
  const { words } = subject;
  return listChangesInView(subject).map(({ from, of, what, confirmed, rule }) =>
    words.say(
      `note.changed.${rule === undefined ? of : 'rule'}.${confirmed ? 'confirmed' : 'unconfirmed'}`,
      {
        day: nameDay(from, words),
        what: what[words.language],
      },
    ),
  );
}

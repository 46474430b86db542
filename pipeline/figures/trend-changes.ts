// A measure's changes of definition → dated lines across its trend, and what is said beside them.
import type { DefinitionChange } from '../domain/changes.js';
import { changesInView } from './definition-changes.js';
import type { Drawing, Mark } from './draw.js';
import type { Label } from './layout.js';
import { nameWindowShort } from './periods.js';
import type { Subject } from './subject.js';
import { stepOf } from './time-places.js';

/** Each change in view stands before the first window that ends on or after its day. */
export function changesPlaced(subject: Subject): (DefinitionChange & { readonly x: number })[] {
  const { windows } = subject.reading;
  return changesInView(subject).flatMap((change) => {
    const first = windows.find(({ window }) => window.ends >= change.from);
    return first && first !== windows[0] ? [{ ...change, x: stepOf(subject, first) - 0.5 }] : [];
  });
}

/** A line from the foot of the plot to its top for each change. */
export function changeMarks(subject: Subject, top: number): Mark[] {
  return changesPlaced(subject).map(({ x }) => ({ x, from: 0, to: top }));
}

/** What changed and when, on the side of its line where there is room; `across` places a step. */
export function changeLabels(
  subject: Subject,
  { width, height, across }: { width: number; height: number; across: (x: number) => number },
  { theme }: Drawing,
): Label[] {
  return changesPlaced(subject).map((change, nth) => {
    const at = across(change.x);
    const right = at < width / 2;
    return {
      px: at + (right ? 3 : -3),
      py: height - 8 - 11 * nth,
      text: nameChange(change, subject.words),
      align: right ? 'left' : 'right',
      colour: theme.colours.ink,
      size: theme.sizes.chartSmall,
    };
  });
}

/** `new records, Apr 2023` */
export function nameChange({ short, from }: DefinitionChange, words: Subject['words']): string {
  const day = nameWindowShort({ id: from, starts: from, ends: from }, false, words);
  return `${short[words.language]}, ${day}`;
}

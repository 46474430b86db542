// A measure's changes of definition → dated lines across its trend, with their labels.
import type { DefinitionChange } from '../domain/changes.js';
import { listChangesInView } from './definition-changes.js';
import type { Plotter, Mark } from './draw.js';
import type { Label } from './layout.js';
import { nameWindowShort } from './periods.js';
import type { Subject } from './subject.js';
import { findStep } from './time-places.js';

/** Places each change in view before the first window that ends on or after its day. */
export function placeChanges(subject: Subject): (DefinitionChange & { readonly x: number })[] {
  const { windows } = subject.reading;
  return listChangesInView(subject).flatMap((change) => {
    const first = windows.find(({ window }) => window.ends >= change.from);
    return first && first !== windows[0] ? [{ ...change, x: findStep(subject, first) - 0.5 }] : [];
  });
}

/** A vertical line over the height of the plot for each change. */
export function markChanges(subject: Subject, top: number): Mark[] {
  return placeChanges(subject).map(({ x }) => ({ x, from: 0, to: top }));
}

/** What changed and when, on the side of its line that has room; `scaleX` converts a step to points. */
export function labelChanges(
  subject: Subject,
  { width, height, scaleX }: { width: number; height: number; scaleX: (x: number) => number },
  { theme }: Plotter,
): Label[] {
  return placeChanges(subject).map((change, index) => {
    const x = scaleX(change.x);
    const right = x < width / 2;
    return {
      px: x + (right ? 3 : -3),
      py: height - 8 - 11 * index,
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

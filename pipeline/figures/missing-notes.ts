// Values that a page does not have → the reasons, each said once, with the groups it is said of.
import { readLinkNote, type MissingReason } from '../domain/figure-note.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { MeasureReading } from './results.js';
import type { FigureWords } from './words.js';

/** Reasons that need words. The others show in the table itself: a base of 0, or a row that is the basis. */
const EXPLAINED: readonly MissingReason[] = [
  'extract not received',
  'never recorded',
  'no population',
  'fewer than 100 people',
  'no reference rate',
];

/**
 * One sentence for each reason why a group that is listed has no value; for a measure without any figure, why it has
 * none; for one that rests on too few links, what that means. What is suppressed has no reason here.
 */
export function writeMissingNotes(
  { windows, current, groups }: MeasureReading,
  words: FigureWords,
): string[] {
  const noted = current ?? windows.at(-1);
  const note = noted && noted.status !== 'hidden' ? noted.note : undefined;
  const links = note === undefined ? null : readLinkNote(note);
  if (links) return [words.say(`linked.${links.says}`, { share: `${links.percent}%` })];
  if (current === null) return note === undefined ? [] : explainWhole(note, words);
  const cells = groups.flatMap(({ now, before }) => [now, before]).filter((cell) => cell !== null);
  return explainGroups(cells, words);
}

/** One sentence for each reason why some of these groups have no value. */
export function explainGroups(cells: readonly DisclosedCell[], words: FigureWords): string[] {
  return EXPLAINED.flatMap((reason) => {
    const without = cells.filter((cell) => cell.note === reason && cell.breakdown !== 'total');
    const names = without.map(({ breakdown, group }) => words.group(breakdown, group));
    if (names.length === 0) return [];
    return [words.say(`missing.groups.${reason}`, { groups: [...new Set(names)].join(', ') })];
  });
}

function explainWhole(note: string, words: FigureWords): string[] {
  return EXPLAINED.some((reason) => reason === note) ? [words.say(`missing.whole.${note}`)] : [];
}

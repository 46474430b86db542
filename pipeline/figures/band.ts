// How far likely links could move a measure → what its figure says of that.
import type { DisclosedLinkSensitivity } from '../disclosure/link-sensitivity.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findReferenceGroup } from '../domain/reference.js';
import type { Declaration } from '../measures/declaration.js';
import type { Figure } from './figure.js';
import { writeRate } from './relative-words.js';
import { readShown } from './results.js';
import { buildSubject, writeShort } from './subject.js';
import type { FigureWords } from './words.js';

/**
 * Adds a measure's link sensitivity to its figure: one range, or one for each relative rate. For a line of a table it is
 * set apart, for the table's note; for a page it is one of the notes.
 */
export function attachLinkSensitivity(
  figure: Figure,
  declaration: Declaration,
  bands: readonly DisclosedLinkSensitivity[],
  words: FigureWords,
): Figure {
  const shown = bands.filter((band) => band.status === 'shown');
  const isHidden = bands.some((band) => band.status === 'hidden');
  const status = isHidden ? 'hidden' : shown.length > 0 ? 'shown' : 'same';
  const title = declaration.title[words.language];
  const said = status === 'shown' ? describeRanges(shown, declaration, words) : title;
  const links = status === 'shown' ? words.amount('likely_links', shown[0]?.links ?? 0) : '';
  if (declaration.chart === 'row') return { ...figure, linkSensitivity: { status, said, links } };
  const note = words.say(`told.band.${status}`, { said, links });
  return { ...figure, notes: [...figure.notes, note] };
}

type ShownBand = Extract<DisclosedLinkSensitivity, { readonly status: 'shown' }>;

/** `Children arrested: between 57 and 58`. For relative rates, lists each group whose rate would move. */
function describeRanges(
  bands: readonly ShownBand[],
  declaration: Declaration,
  words: FigureWords,
): string {
  const title = declaration.title[words.language];
  if (declaration.kind !== 'relative_rate') {
    const ends = bands.flatMap((band) => band.ends);
    const subject = buildSubject(declaration, ends, words);
    return describeRange(title, ends, (end) => writeShort(end, subject), { words, key: '' });
  }
  const breakdown = declaration.breakdowns[0] ?? '';
  const rates = bands.map(({ ends }) => {
    const group = words.group(breakdown, ends[0].group);
    return describeRange(group, ends, (end) => writeRate(end, words), { words, key: 'rate_' });
  });
  const reference = words.group(breakdown, findReferenceGroup(declaration, breakdown));
  return words.say('told.band.rates', { title, reference, rates: rates.join('; ') });
}

/** Writes the range between two ends, the lower first. */
function describeRange(
  title: string,
  ends: readonly DisclosedCell[],
  write: (end: DisclosedCell) => string,
  { words, key }: { readonly words: FigureWords; readonly key: '' | 'rate_' },
): string {
  const [low = '', high = ''] = [...ends]
    .sort((one, other) => (readShown(one)?.value ?? 0) - (readShown(other)?.value ?? 0))
    .map(write);
  return words.say(`told.band.${key}${low === high ? 'near' : 'between'}`, { title, low, high });
}

// How far likely links could move a measure → what its figure says of that.
import type { DisclosedBand } from '../disclosure/band.js';
import type { Declaration } from '../measures/declaration.js';
import type { Figure } from './figure.js';
import { known } from './results.js';
import { subjectOf, writeShort } from './subject.js';
import type { FigureWords } from './words.js';

/** A figure with what is said of its band: a line of a table has it for the table's note, a page among its notes. */
export function withBand(
  figure: Figure,
  declaration: Declaration,
  band: DisclosedBand,
  words: FigureWords,
): Figure {
  const said = rangeOf(band, declaration, words);
  const links = band.status === 'shown' ? words.amount('likely_links', band.links) : '';
  if (declaration.chart === 'row') return { ...figure, band: { status: band.status, said, links } };
  const note = words.say(`told.band.${band.status}`, { said, links });
  return { ...figure, notes: [...figure.notes, note] };
}

/** `Children arrested: between 57 and 58`; the measure's title alone where no numbers are told. */
function rangeOf(band: DisclosedBand, declaration: Declaration, words: FigureWords): string {
  const title = declaration.title[words.language];
  if (band.status !== 'shown') return title;
  const subject = subjectOf(declaration, band.ends, words);
  const [low = '', high = ''] = [...band.ends]
    .sort((one, other) => (known(one)?.value ?? 0) - (known(other)?.value ?? 0))
    .map((end) => writeShort(end, subject));
  return words.say(`told.band.${low === high ? 'near' : 'between'}`, { title, low, high });
}

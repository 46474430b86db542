// What measures tell besides their figures → disclosed for one edition, and put on their pages.
import type { Besides } from '../disclosure/supplement-history.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import { discloseTelling, type DisclosedTelling, type Headline } from '../disclosure/supplement.js';
import type { Telling } from '../domain/supplement.js';
import type { Figure } from '../figures/figure.js';
import { withOverlap } from '../figures/overlap.js';
import { withServices } from '../figures/services.js';
import type { FigureWords } from '../figures/words.js';
import type { Declaration } from '../measures/declaration.js';

/** What an edition sees of the tellings, beside the headlines it shows and what it told before. */
export function tellingsFor(
  tellings: readonly Telling[],
  disclosed: readonly Disclosed[],
  hideBelow: number,
  before: readonly Besides[],
): DisclosedTelling[] {
  return tellings.map((telling) =>
    discloseTelling(telling, headlineOf(telling, disclosed), hideBelow, before),
  );
}

function headlineOf(
  { measure, window }: Telling,
  disclosed: readonly Disclosed[],
): Headline | null {
  const cell = disclosed.find(
    (each) =>
      each.measure === measure && each.breakdown === 'total' && each.window.id === window.id,
  );
  // Beside a figure that stands as it was given, what is counted today would tell what came since.
  return cell?.status === 'shown' && cell.kept !== true ? cell : null;
}

/** A measure's figure with what it tells besides, if it declares that it does. */
export function addTelling(
  figure: Figure,
  declaration: Declaration,
  tellings: readonly DisclosedTelling[],
  words: FigureWords,
): Figure {
  if (declaration.chart !== 'overlap' && declaration.chart !== 'steps') return figure;
  const telling = tellings.find(({ measure }) => measure === declaration.id);
  if (telling?.status !== 'shown') {
    const why = words.say(`told.unsaid.${telling ? 'hidden' : 'none'}`);
    return { ...figure, notes: [...figure.notes, why] };
  }
  if (telling.kind === 'overlap') return withOverlap(figure, telling, words);
  const other = tellings.find(({ measure }) => measure === declaration.beside);
  const theirs = other?.status === 'shown' && other.kind === 'steps' ? other.services : [];
  return withServices(figure, telling, theirs, words);
}

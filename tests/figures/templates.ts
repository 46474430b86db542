// The templates folder → the plotter and the words, opened once for a test file.
import { fileURLToPath } from 'node:url';
import type { Language } from '../../pipeline/domain/language.js';
import { openPlotter, type Plotter } from '../../pipeline/figures/draw.js';
import { loadFigureWords, type FigureWords } from '../../pipeline/figures/words.js';

/** The project's templates. */
export const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** The words of a language, for an invented service. */
export function wordsOf(language: Language): FigureWords {
  return loadFigureWords(TEMPLATES, language, 'Gwasanaeth Ieuenctid Dyffryn Ŵyl');
}

/** The plotter. */
export function drawing(): Plotter {
  return openPlotter(TEMPLATES);
}

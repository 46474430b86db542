// The templates' words → the sentences of figures and of commentary in every language, read once for a whole pack.
import { join } from 'node:path';
import { readCommentaryWords, type CommentaryWords } from '../commentary/words.js';
import { LANGUAGES, type Language } from '../domain/language.js';
import { loadFigureWords, type FigureWords } from '../figures/words.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';

/** What figures and commentary are written with in each language. */
export type Wording = Readonly<
  Record<Language, { readonly figures: FigureWords; readonly commentary: CommentaryWords }>
>;

/** Reads and compiles the words of every language, for a service that goes by its own name in each. */
export function readWording({ folder }: Project, { service }: Settings): Wording {
  const templates = join(folder, 'templates');
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      {
        figures: loadFigureWords(templates, language, service[language]),
        commentary: readCommentaryWords(templates, language),
      },
    ]),
  ) as Wording;
}

// The templates folder → compiled pages, words, style and fonts, read once for every pack.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { LANGUAGES, type Language } from '../domain/language.js';
import { phraseTree, type PhraseTree } from './phrases.js';
import { pageThemeSchema, type FontFace, type PageTheme } from './style.js';

/** One glossary term with its meaning, in one language. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** The words of one language that pages need. `groups` labels breakdowns and groups. */
interface PackWords {
  readonly pack: PhraseTree;
  readonly groups: PhraseTree;
  readonly glossary: Readonly<Record<string, Term>>;
}

/** Everything that turns figures into a page, already read and compiled. */
export interface Templates {
  readonly render: (view: object, helpers: Record<string, Handlebars.HelperDelegate>) => string;
  readonly words: Readonly<Record<Language, PackWords>>;
  readonly theme: PageTheme;
  readonly css: string;
  readonly fonts: readonly FontFace[];
}

const glossarySchema = z.record(
  z.string(),
  z.strictObject({ term: z.string().min(1), meaning: z.string().min(1) }),
);

/** Reads `templates/`. Pages are compiled strictly: a name that is missing from the view stops the build. */
export function readTemplates(folder: string): Templates {
  const theme = readDeclaration(join(folder, 'theme.json'), pageThemeSchema);
  return {
    render: compilePages(folder),
    words: Object.fromEntries(
      LANGUAGES.map((language) => [language, readWords(join(folder, 'words', language))]),
    ) as Record<Language, PackWords>,
    theme,
    css: ['print.css', 'reading.css', 'screen.css']
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n'),
    fonts: theme.fonts.files.map((face) => ({
      ...face,
      base64: readFileSync(join(folder, 'fonts', face.embedded)).toString('base64'),
    })),
  };
}

function compilePages(folder: string): Templates['render'] {
  const handlebars = Handlebars.create();
  const options = { strict: true, preventIndent: true };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.hbs')))
    handlebars.registerPartial(
      basename(file, '.hbs'),
      handlebars.compile(readFileSync(join(folder, file), 'utf8'), options),
    );
  const page = handlebars.compile('{{> pack}}', options);
  return (view, helpers) => page(view, { helpers });
}

function readWords(folder: string): PackWords {
  return {
    pack: readDeclaration(join(folder, 'pack.yaml'), phraseTree),
    groups: readDeclaration(join(folder, 'groups.yaml'), phraseTree),
    glossary: readDeclaration(join(folder, 'glossary.yaml'), glossarySchema),
  };
}

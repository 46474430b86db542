// templates/words/<language>/links.yaml → what the list of links is written with.
import { join } from 'node:path';
import { readDeclaration } from '../domain/declared.js';
import type { Language } from '../domain/language.js';
import { createSay, phraseTree, type Say } from '../pack/phrases.js';

/** Reads the words of one language. */
export function readLinkWords(folder: string, language: Language): Say {
  const file = join('templates', 'words', language, 'links.yaml');
  return createSay(readDeclaration(join(folder, file), phraseTree), file);
}

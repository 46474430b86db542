// A document of a pack → the name of its file.
import type { Language } from './language.js';

/** What the name of every file of a draft begins with, for a file may leave its folder. */
const DRAFT_PREFIX = 'draft-';

/** `pack.en`: a document in one language. */
export function nameDocument(name: string, language: Language): string {
  return `${name}.${language}`;
}

/** The name of a file of a pack, or of a draft. */
export function nameFile(name: string, draft: boolean): string {
  return draft ? `${DRAFT_PREFIX}${name}` : name;
}

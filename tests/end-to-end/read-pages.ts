// An edition's folder → the HTML of its documents in one language.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a form with an annex is made of; a long pack has only the first. */
export const DOCUMENTS = ['pack', 'annex'] as const;

/** The documents of an edition's folder by name, as far as they are there. Those of a draft begin with `draft-`. */
export function readDocuments(
  folder: string,
  language: string,
  prefix: '' | 'draft-' = '',
): Map<string, string> {
  return new Map(
    DOCUMENTS.map((name) => [name, join(folder, `${prefix}${name}.${language}.html`)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([name, path]) => [name, readFileSync(path, 'utf8')]),
  );
}

/** All that an edition says in one language, whichever document it is in. */
export function readPages(folder: string, language: string, prefix: '' | 'draft-' = ''): string {
  return [...readDocuments(folder, language, prefix).values()].join('\n');
}

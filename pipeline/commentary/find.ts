// A quarter's commentary folder → every commentary in it, and the sections that lack a language.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../domain/language.js';
import type { Problem } from '../domain/problem.js';
import { readCommentary, type Commentary } from './file.js';

/** The commentaries of a folder, and what is wrong with its files. */
interface CommentaryFolder {
  readonly commentaries: readonly Commentary[];
  readonly problems: readonly Problem[];
}

const NAME = /^([a-z][a-z-]*)\.(en|cy)\.md$/;

/**
 * Reads `<section>.<language>.md` files. A missing folder is empty. A file with any other name, or for a section that
 * the pack does not have, is a problem. A section written in one of the service's languages and not in another is a
 * note, because the pack prints that it is missing.
 */
export function findCommentaries(
  folder: string,
  displayFolder: string,
  sections: readonly string[],
  languages: readonly Language[],
): CommentaryFolder {
  if (!existsSync(folder)) return { commentaries: [], problems: [] };
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const read = files
    .sort()
    .map((name) => readNamedFile(join(folder, name), `${displayFolder}/${name}`, name, sections));
  const commentaries = read.flatMap((each) => (Array.isArray(each) ? [] : [each]));
  const problems = read.flatMap((each) => (Array.isArray(each) ? each : []));
  return {
    commentaries,
    problems: [...problems, ...findMissingLanguages(files, displayFolder, languages)],
  };
}

function readNamedFile(
  path: string,
  file: string,
  name: string,
  sections: readonly string[],
): Commentary | Problem[] {
  const [, section = '', language = ''] = NAME.exec(name) ?? [];
  const knownLanguage = LANGUAGES.find((each) => each === language);
  if (!knownLanguage || !sections.includes(section))
    return [
      {
        kind: 'data',
        code: 'unknown-commentary',
        file,
        facts: { sections },
      },
    ];
  return readCommentary(file, section, knownLanguage, readFileSync(path, 'utf8'));
}

function findMissingLanguages(
  files: readonly string[],
  displayFolder: string,
  languages: readonly Language[],
): Problem[] {
  const sections = new Set(files.flatMap((name) => NAME.exec(name)?.[1] ?? []));
  return [...sections].flatMap((section) =>
    languages
      .map((language) => `${section}.${language}.md`)
      .filter((name) => !files.includes(name))
      .map((name) => ({
        kind: 'note' as const,
        code: 'missing-commentary',
        file: `${displayFolder}/${name}`,
      })),
  );
}

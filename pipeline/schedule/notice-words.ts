// templates/words/<language>/notices.yaml → the words of notices, in each of a service's languages.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { LANGUAGES, type Language } from '../domain/language.js';
import { createSay, phraseTree } from '../pack/phrases.js';
import type { NoticeWords } from './write-notice.js';
import type { Settings } from '../config/settings.js';

const noticesSchema = z.intersection(
  phraseTree,
  z.looseObject({ codes: z.record(z.string(), z.string().min(1)) }),
);

/** Reads the words. A code from a history of another version may have no words, and is then printed as it is. */
export function readNoticeWords(
  folder: string,
  { service, languages }: Pick<Settings, 'service' | 'languages'>,
): NoticeWords[] {
  return LANGUAGES.filter((each) => languages.includes(each)).map((language) =>
    readLanguageWords(folder, language, service[language]),
  );
}

function readLanguageWords(folder: string, language: Language, service: string): NoticeWords {
  const file = join('templates', 'words', language, 'notices.yaml');
  const words = readDeclaration(join(folder, file), noticesSchema);
  const { codes } = words;
  const describeCode = (code: string): string =>
    (Object.hasOwn(codes, code) ? codes[code] : null) ?? code;
  return { language, service, say: createSay(words, file), describeCode };
}

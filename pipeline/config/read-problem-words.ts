// templates/words/<language>/problems/*.yaml and problem-parts.yaml → the words that problems are described with.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration, readDeclarations } from '../domain/declared.js';
import type { Language } from '../domain/language.js';
import {
  problemPartsSchema,
  problemTextSchema,
  type ProblemWords,
} from '../domain/problem-words.js';

/** Reads the words of one language from the program's `folder`. Throws `ProblemError` for a faulty file. */
export function readProblemWords(folder: string, language: Language): ProblemWords {
  const words = join(folder, 'templates', 'words', language);
  const files = readDeclarations(join(words, 'problems'), z.record(z.string(), problemTextSchema));
  return {
    language,
    ...readDeclaration(join(words, 'problem-parts.yaml'), problemPartsSchema),
    codes: new Map(files.flatMap(({ declared }) => Object.entries(declared))),
  };
}

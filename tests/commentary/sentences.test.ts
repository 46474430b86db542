// Sentences an officer would write, true and false → accepted or rejected, in both languages.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { problemsIn } from './sample.js';

const sentences = z.array(z.string());
const both = z.strictObject({ true: sentences, false: sentences });
const said = readDeclaration(
  join(import.meta.dirname, 'sentences.yaml'),
  z.strictObject({ en: both, cy: both }),
);

describe.each(['en', 'cy'] as const)('commentary in %s', (language) => {
  it.each(said[language].true)('accepts a true sentence: %s', (sentence) => {
    expect(problemsIn(language, sentence)).toEqual([]);
  });

  it.each(said[language].false)('rejects a false sentence: %s', (sentence) => {
    expect(problemsIn(language, sentence)).not.toEqual([]);
  });
});

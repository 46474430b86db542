// Every problem code that can be in a notice has words in both languages.
import { expect, it } from 'vitest';
import { readNoticeWords } from '../../pipeline/schedule/notice-words.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { problemCodes } from '../architecture/problem-codes.js';

const CODES = [...problemCodes()].sort();
const WORDS = readNoticeWords(projectFolder(), {
  service: { en: 'Service', cy: 'Gwasanaeth' },
  languages: ['en', 'cy'],
});

it('finds problem codes in every part of the pipeline', () => {
  expect(CODES.length).toBeGreaterThan(100);
  for (const code of ['bad-date', 'rows-lost', 'locked', 'pdf-blank', 'wrong-value', 'file-open'])
    expect(CODES).toContain(code);
});

it.each(WORDS.map((words) => [words.language, words] as const))(
  'has words for every problem code in %s',
  (_, words) => {
    expect(CODES.filter((code) => words.describeCode(code) === code)).toEqual([]);
  },
);

it('describes each problem code differently, and not in the other language', () => {
  const [en, cy] = WORDS;
  for (const words of WORDS)
    expect(new Set(CODES.map((code) => words.describeCode(code))).size).toBe(CODES.length);
  expect(CODES.filter((code) => en?.describeCode(code) === cy?.describeCode(code))).toEqual([]);
});

// What a schema refuses is said in the words of problems, in both languages, and never in a library's English.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeProblem } from '../../pipeline/domain/problem-words.js';
import { describeRefusal } from '../../pipeline/domain/refusal.js';
import { readYaml } from '../../pipeline/domain/yaml.js';
import { PROBLEM_WORDS } from '../problems/words.js';

const schema = z.strictObject({
  text: z.string(),
  name: z.string().min(1),
  whole: z.int().min(1).max(60),
  number: z.number(),
  truth: z.boolean(),
  list: z.array(z.string()).min(2),
  keys: z.strictObject({ day: z.int() }),
  day: z.iso.date(),
  mail: z.email(),
  small: z.string().regex(/^[a-z]+$/),
  one: z.enum(['England', 'Wales']),
});
const SOUND = {
  ...{ text: 'a', name: 'b', whole: 3, number: 0.5, truth: true, list: ['a', 'b'] },
  ...{ keys: { day: 1 }, day: '2023-04-30', mail: 'a@example.org', small: 'a', one: 'Wales' },
};

/** The sentences about the first thing refused, in English and Welsh. */
function refuse(changed: object): string[] {
  const read = schema.safeParse({ ...SOUND, ...changed });
  const [issue] = read.error?.issues ?? [];
  if (!issue) throw new Error('nothing is refused');
  const facts = { key: issue.path.join('.'), message: describeRefusal(issue) };
  const problem = { kind: 'declaration', code: 'bad-declaration', variant: 'key', facts } as const;
  return (['en', 'cy'] as const).map(
    (language) => describeProblem(problem, PROBLEM_WORDS[language]).what,
  );
}

it.each([
  [
    { text: 3 },
    'text must be text. Put it in quotes if it looks like a number, a date, or true or false.',
  ],
  [{ text: undefined }, 'text is missing.'],
  [{ name: '' }, 'name must not be empty.'],
  [{ whole: 1.5 }, 'whole must be a whole number.'],
  [{ whole: 0 }, 'whole must be at least 1.'],
  [{ whole: 61 }, 'whole must be at most 60.'],
  [{ number: 'x' }, 'number must be a number.'],
  [{ truth: 'yes' }, 'truth must be true or false.'],
  [
    { list: 'a' },
    'list must be a list: in square brackets with commas, or one a line after a hyphen.',
  ],
  [{ list: [] }, 'list must name at least 2.'],
  [{ keys: 3 }, 'keys must have keys of its own, each with a colon and a value.'],
  [{ keys: { day: 1, x: 2 } }, 'keys has a key that is not known: x.'],
  [{ day: '1 May' }, 'day must be a date written like 2023-04-30.'],
  [{ mail: 'a' }, 'mail must be an e-mail address.'],
  [{ small: 'A' }, 'small must be written in the form /^[a-z]+$/.'],
  [{ one: 'Kent' }, 'one must be one of: England, Wales.'],
])('%o', (changed, said) => {
  const [en, cy] = refuse(changed);
  expect(en).toBe(said);
  expect(cy).not.toMatch(/\b(must|is|be|expected|received|invalid)\b/i);
});

it.each([
  ['a: 1\na: 2\n', 'yaml-twice'],
  ['a:\n\t- b\n', 'yaml-tabs'],
  ['a: 1\n  b: 2\n', 'yaml-spaces'],
  ['a: "b\n', 'yaml-open'],
  ['a: [b, c\n', 'yaml-open'],
  ['a: 1\n---\nb: 2\n', 'yaml-documents'],
])('%j is bad YAML: %s', (text, fault) => {
  expect(readYaml(text)).toMatchObject({ fault });
});

// What a set of problems means for whoever runs the program, and how declarations are refused.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeclarations, readDeclaration } from '../../pipeline/domain/declared.js';
import {
  exitStatus,
  ProblemError,
  isBlocking,
  type ProblemKind,
} from '../../pipeline/domain/problem.js';
import { emptyFolder, written } from '../deliveries/folder.js';

const problem = (kind: ProblemKind) => ({ kind, code: 'a' });

describe('the exit status', () => {
  it.each<[ProblemKind[], number]>([
    [[], 0],
    [['note', 'note'], 0],
    [['bug', 'data', 'computer'], 1],
    [['data', 'computer', 'note'], 2],
    [['declaration'], 2],
    [['computer', 'note'], 3],
  ])('of %j is %i', (kinds, status) => {
    expect(exitStatus(kinds.map(problem))).toBe(status);
  });

  it('counts only notes as not blocking', () => {
    expect(
      (['note', 'data', 'bug', 'computer', 'declaration'] as const).map((kind) =>
        isBlocking(problem(kind)),
      ),
    ).toEqual([false, true, true, true, true]);
  });
});

describe('a declaration', () => {
  const shape = z.strictObject({
    title: z.strictObject({ en: z.string(), cy: z.string() }),
    show: z.int(),
  });

  function problemsOf(text: string): unknown {
    const file = join(emptyFolder(), 'measure.yaml');
    writeFileSync(file, text);
    try {
      return readDeclaration(file, shape);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(
        error.problems.every((each) => each.kind === 'declaration' && each.file === file),
      ).toBe(true);
      return error.problems.map(({ code, variant, facts, line }) => [
        code,
        variant,
        facts?.['key'],
        line,
      ]);
    }
  }

  it('is read when it matches its schema', () => {
    expect(problemsOf('title: {en: a, cy: b}\nshow: 3\n')).toEqual({
      title: { en: 'a', cy: 'b' },
      show: 3,
    });
  });

  it.each([
    [
      'a key missing',
      'title: {en: a}\nshow: 3\n',
      [['bad-declaration', 'missing-key', 'title.cy', undefined]],
    ],
    [
      'a key misspelt',
      'title: {en: a, cy: b}\nshow: 3\nshwo: 4\n',
      [['bad-declaration', 'unknown-key', '', undefined]],
    ],
    [
      'two faults',
      'title: {en: a}\nshow: three\n',
      [
        ['bad-declaration', 'missing-key', 'title.cy', undefined],
        ['bad-declaration', 'key', 'show', undefined],
      ],
    ],
    [
      'a key twice',
      'title: {en: a, cy: b}\nshow: 3\nshow: 4\n',
      [['bad-yaml', undefined, undefined, 3]],
    ],
    ['no YAML', 'title: {en: a\n', [['bad-yaml', undefined, undefined, 2]]],
    ['nothing', '', [['bad-declaration', 'whole', '', undefined]]],
  ])('is refused for %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('is refused when its file is missing; the problems of a whole folder are reported together', () => {
    const folder = written(emptyFolder(), {
      'a.yaml': ['show: 1'],
      'b.yaml': ['show: 2'],
      'c.txt': ['x'],
    });
    expect(() => readDeclaration(join(folder, 'z.yaml'), shape)).toThrow(ProblemError);
    try {
      readDeclarations(folder, shape);
    } catch (error) {
      expect((error as ProblemError).problems.map(({ file }) => file?.at(-6))).toEqual(['a', 'b']);
    }
    expect.assertions(2);
  });
});

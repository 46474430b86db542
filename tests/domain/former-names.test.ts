// Names of today for names of before, and the claims that are refused.
import { describe, expect, it } from 'vitest';
import {
  resolveFormerNames,
  splitFormerNames,
  type NameHistory,
} from '../../pipeline/domain/former-names.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { readProblem } from '../problems/words.js';

const IN = { thing: 'measure', file: (name: string): string => `${name}.yaml` };

function named(names: Readonly<Record<string, readonly string[]>>): NameHistory[] {
  return Object.entries(names).map(([name, formerly]) => ({ name, formerly }));
}

function problemsOf(names: Readonly<Record<string, readonly string[]>>): readonly Problem[] {
  try {
    resolveFormerNames(named(names), IN);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems;
  }
}

describe('former names', () => {
  it('lead to the name of today, as does the name of today', () => {
    const today = resolveFormerNames(named({ c: ['b', 'a'], d: [] }), IN);
    expect(Object.fromEntries(today)).toEqual({ a: 'c', b: 'c', c: 'c', d: 'd' });
  });

  it('are not followed from one to the next: a name that nobody lists is not known', () => {
    expect(resolveFormerNames(named({ c: ['b'] }), IN).get('a')).toBeUndefined();
  });

  it.each([
    ['another has today', { a: [], b: ['a'] }],
    ['another has today, whichever is read first', { b: ['a'], a: [] }],
    ['two have changed places', { a: ['b'], b: ['a'] }],
    ['it has itself', { a: ['a'] }],
  ])('are refused where %s', (_, names) => {
    const problems = problemsOf(names);
    expect(problems.length).toBeGreaterThan(0);
    for (const { kind, code } of problems)
      expect([kind, code]).toEqual(['declaration', 'former-name-in-use']);
  });

  it('are refused where two claim one, or one claims it twice', () => {
    const [problem] = problemsOf({ b: ['a'], c: ['a'] });
    expect(problem).toMatchObject({
      kind: 'declaration',
      code: 'former-name-twice',
      file: 'c.yaml',
    });
    expect(readProblem(problem)?.what).toContain(': c and b.');
    expect(problemsOf({ b: ['a', 'a'] })).toMatchObject([{ code: 'former-name-twice' }]);
  });

  it('are separated by | in a line of a code list', () => {
    expect(splitFormerNames('Time in care | Care experienced|')).toEqual([
      'Time in care',
      'Care experienced',
    ]);
    for (const none of [null, undefined, '', ' ']) expect(splitFormerNames(none)).toEqual([]);
  });
});

// What the system throws → a problem that says which file or folder it is about.
import { mkdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemsFromError } from '../../pipeline/domain/problem-from-error.js';

function thrownBy(deed: () => unknown): unknown {
  try {
    return deed();
  } catch (error) {
    return error;
  }
}

it('a system error becomes a problem that names the file or folder', () => {
  const refused = Object.assign(
    thrownBy(() => {
      mkdirSync('/dev/null/packs');
    }) as Error,
    {
      code: 'EACCES',
    },
  );
  expect(problemsFromError(refused)).toMatchObject([{ kind: 'computer', file: '/dev/null/packs' }]);
});

it('an unexpected error becomes a bug report with its name and location, without its message', () => {
  const [fault] = problemsFromError(thrownBy(() => JSON.parse('{"forename": Prawf') as unknown));
  expect(fault).toMatchObject({ kind: 'bug', code: 'fault' });
  expect(JSON.stringify(fault)).not.toContain('Prawf');
  expect(problemsFromError(thrownBy(() => readFileSync('/nowhere')))).toMatchObject([
    { kind: 'bug' },
  ]);
});

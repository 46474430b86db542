// Names that packs made before gave something under, and nobody knows → why this pack cannot be built.
import { ProblemError, type Problem } from '../domain/problem.js';
import { packFile } from './release-archive.js';
import type { Renamed, UnknownName } from './release-names.js';

/** Throws `ProblemError` with each unknown name once, in the oldest of the packs that has it. Packs are given by their files. */
export function requireKnownNames(
  store: string,
  packs: ReadonlyMap<string, Pick<Renamed, 'unknown'>>,
): void {
  const problems = new Map<string, Problem>();
  for (const [file, { unknown }] of packs)
    for (const each of unknown) {
      const key = JSON.stringify(each);
      if (!problems.has(key)) problems.set(key, unknownName(packFile(store, file), each));
    }
  if (problems.size > 0) throw new ProblemError([...problems.values()]);
}

function unknownName(file: string, { thing, name, breakdown = '' }: UnknownName): Problem {
  const facts = { name, breakdown };
  return { kind: 'data', code: 'unknown-released-name', variant: thing, file, facts };
}

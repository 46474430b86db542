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

function unknownName(file: string, { thing, name, breakdown }: UnknownName): Problem {
  const of = breakdown === undefined ? '' : ` of ${breakdown}`;
  return {
    kind: 'data',
    code: 'unknown-released-name',
    file,
    what: `a pack made before gave figures of the ${thing} ${name}${of}, which is not known by that name: nobody can say what this pack may show beside them`,
    fix: DECLARE[thing],
  };
}

const DECLARE: Readonly<Record<UnknownName['thing'], string>> = {
  measure:
    'If it was renamed, list the name under formerly in its measure.yaml. If it is counted no more, put its folder back with status: retired.',
  group:
    'If it was renamed, list the name under formerly, in its line of queries/codes or of queries/marts/groups.sql. If it is gone, put its line back.',
  breakdown:
    'Give the breakdown its name back, in queries/marts/groups.sql and wherever it is used.',
  edition:
    'If it was renamed, list the name under formerly in its file of reports/editions. If it is no more, list it in the edition that its readers now get, or put its file back.',
};

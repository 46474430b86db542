// A declaration (a YAML file) → a value that matches a strict schema, or problems that name the file and the key.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ProblemError, type Problem } from './problem.js';
import { readYaml } from './yaml.js';

/**
 * Reads one YAML file strictly. Throws `ProblemError` with every error in it: bad YAML, unknown or missing keys, wrong
 * types.
 */
export function readDeclaration<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): z.infer<Shape> {
  const read = readYaml(readText(path));
  if ('fault' in read)
    throw new ProblemError([
      declarationProblem(path, 'bad-yaml', `is not YAML: ${read.fault}`, read.line),
    ]);
  const result = shape.safeParse(read.value);
  if (result.success) return result.data;
  throw new ProblemError(
    result.error.issues.map((issue) =>
      declarationProblem(
        path,
        'bad-declaration',
        `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      ),
    ),
  );
}

/** Reads every `<name>.yaml` in a folder, sorted by name. Collects the problems of all files before it throws. */
export function readDeclarations<Shape extends z.ZodType>(
  folder: string,
  shape: Shape,
): { name: string; declared: z.infer<Shape> }[] {
  return readEach(yamlFiles(folder), (file) => ({
    name: basename(file, '.yaml'),
    declared: readDeclaration(join(folder, file), shape),
  }));
}

/** Reads one thing after another, and gathers the problems of all before it throws. */
export function readEach<Thing, Read>(
  things: readonly Thing[],
  read: (thing: Thing) => Read,
): Read[] {
  const problems: Problem[] = [];
  const all = things.flatMap((thing) => {
    try {
      return [read(thing)];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return all;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ProblemError([declarationProblem(path, 'no-declaration', 'cannot be read')]);
  }
}

function declarationProblem(path: string, code: string, what: string, line?: number): Problem {
  const fix = 'Mend the file; its shape is described where its folder is documented.';
  return { kind: 'declaration', code, file: path, ...(line ? { line } : {}), what, fix };
}

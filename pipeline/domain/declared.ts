// A declaration (a YAML file) → a value that matches a strict schema, or problems that name the file and the key.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ProblemError, type Facts, type Problem } from './problem.js';
import { describeRefusal, isMissing } from './refusal.js';
import { readYaml, type YamlFault } from './yaml.js';

/**
 * Reads one YAML file strictly. Throws `ProblemError` with every error in it: bad YAML, unknown or missing keys, wrong
 * types.
 */
export function readDeclaration<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): z.infer<Shape> {
  const read = readYaml(readText(path));
  if ('fault' in read) throw new ProblemError([describeYamlFault(path, read.fault, read.line)]);
  const result = shape.safeParse(read.value);
  if (result.success) return result.data;
  throw new ProblemError(
    result.error.issues.map((issue) => describeSchemaIssue(path, issue, shape)),
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
    const variant = existsSync(path) ? 'unreadable' : 'missing';
    throw new ProblemError([{ kind: 'declaration', code: 'no-declaration', variant, file: path }]);
  }
}

function describeYamlFault(file: string, fault: YamlFault, line: number | undefined): Problem {
  const at = line === undefined ? { file } : { file, line };
  return { kind: 'declaration', code: 'bad-yaml', ...at, facts: { fault: { phrase: fault } } };
}

/** What a schema refuses, in our own words where they say more than the schema's. */
function describeSchemaIssue(file: string, issue: z.core.$ZodIssue, shape: z.ZodType): Problem {
  const key = issue.path.join('.');
  const { variant, facts } = describeIssue(issue, key, shape);
  return { kind: 'declaration', code: 'bad-declaration', variant, file, facts: { key, ...facts } };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  key: string,
  shape: z.ZodType,
): { variant: string; facts: Facts } {
  if (issue.code === 'unrecognized_keys') {
    const known = key === '' && shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
    const variant = known.length > 0 ? 'unknown-key' : 'unknown-key-within';
    return { variant, facts: { names: issue.keys, known } };
  }
  if (key !== '' && isMissing(issue)) return { variant: 'missing-key', facts: {} };
  if (issue.code === 'invalid_value' && key !== '')
    return { variant: 'choice', facts: { choices: issue.values.map(String) } };
  return { variant: key === '' ? 'whole' : 'key', facts: { message: describeRefusal(issue) } };
}

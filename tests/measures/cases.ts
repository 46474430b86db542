// cases.yaml → the cases that prove one measure, with what its variant puts where the file leaves a field open.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import type { Measure } from '../../pipeline/measures/count.js';
import { listMeasures } from '../../pipeline/measures/folders.js';
import { locateMeasures, projectFolder } from '../../pipeline/config/project.js';

const field = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const windowShape = z.strictObject({ window_id: z.string(), starts: z.string(), ends: z.string() });
const expectedRow = z.strictObject({
  window_id: z.string().optional(),
  breakdown: z.string(),
  group_code: z.string(),
  numerator: z.int(),
  denominator: z.int().nullable().optional(),
});
const caseSchema = z.strictObject({
  name: z.string(),
  windows: z
    .array(windowShape)
    .default([{ window_id: '2023-03-31', starts: '2022-04-01', ends: '2023-03-31' }]),
  /** By counting rule, the option by which every window is counted; else each rule's default. */
  definitions: z.record(z.string(), z.string()).default({}),
  given: z.record(z.string(), z.array(z.record(z.string(), field))),
  expect: z.array(expectedRow),
});

/** A case as it is written. `only` names the variants it proves, `each` does and gives each of them literals; else all. */
const writtenCase = z.looseObject({
  only: z.array(z.string()).optional(),
  each: z.record(z.string(), z.record(z.string(), field)).optional(),
});
type WrittenCase = z.infer<typeof writtenCase>;

export type Case = z.infer<typeof caseSchema>;
export type ExpectedRow = z.infer<typeof expectedRow>;
type Literals = Readonly<Record<string, z.infer<typeof field>>>;

/**
 * The cases that prove a measure. A field that is `$name` is what the case's `each` says for this measure, or else the
 * measure's parameter of that name. Throws for a name that nothing gives, a literal that nothing asks for, and a measure
 * that the folder does not declare.
 */
export function readCases(measure: Measure, project = projectFolder()): Case[] {
  const measures = locateMeasures(project);
  const file = join(measures, measure.folder, 'cases.yaml');
  const ids = listMeasures(measures)
    .filter(({ folder }) => folder === measure.folder)
    .map(({ id }) => id);
  const written = readDeclaration(file, z.array(writtenCase));
  for (const each of written) requireKnown(file, each, ids);
  const own = written.filter((each) => listProved(each, ids).includes(measure.declaration.id));
  return own.map((each) => {
    const whole = caseSchema.parse(fillCase(file, each, measure));
    return { ...whole, given: withBirthdays(whole.given) };
  });
}

/** A case says of a child when they were born; the warehouse has that in a table that is only there while marts are made. */
export function withBirthdays(given: Case['given']): Case['given'] {
  const children = given['raw.children'];
  if (!children) return given;
  const born: typeof children = [];
  const others = children.map(({ date_of_birth = null, ...rest }) => {
    born.push({ child_id: rest['child_id'] ?? null, date_of_birth });
    return rest;
  });
  return { ...given, 'raw.children': others, birthdays: born };
}

function listProved({ only, each }: WrittenCase, ids: readonly string[]): readonly string[] {
  return only ?? (each === undefined ? ids : Object.keys(each));
}

function requireKnown(file: string, written: WrittenCase, ids: readonly string[]): void {
  if (written.only !== undefined && written.each !== undefined)
    throw new Error(`${file}: a case has both only and each; each alone names its variants`);
  const unknown = listProved(written, ids).filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`${file}: no variant ${unknown.join(', ')}`);
}

function fillCase(
  file: string,
  written: WrittenCase,
  { declaration, parameters }: Measure,
): unknown {
  const { only: _, each, ...rest } = written;
  const literals: Literals = each?.[declaration.id] ?? {};
  const used = new Set<string>();
  const filled = fillFields(rest, (name) => {
    used.add(name);
    const value = Object.hasOwn(literals, name) ? literals[name] : parameters[name];
    if (value === undefined)
      throw new Error(`${file}: nothing gives $${name} for ${declaration.id}`);
    return value;
  });
  const unused = Object.keys(literals).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`${file}: nothing asks for $${unused.join(', $')}`);
  return filled;
}

function fillFields(node: unknown, value: (name: string) => Literals[string]): unknown {
  if (typeof node === 'string') {
    const [, name] = /^\$(\w+)$/.exec(node) ?? [];
    return name === undefined ? node : value(name);
  }
  if (Array.isArray(node)) return node.map((each) => fillFields(each, value));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [key, fillFields(each, value)]),
  );
}

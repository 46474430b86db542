// tests/kinds/<kind>/inputs.yaml → inputs on which a pack once misled, what is changed in a service, and what is right.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';

const cell = z.union([z.string(), z.number()]).transform(String);
const row = z.record(z.string(), cell);
const pattern = z.string().transform((text) => new RegExp(text));

/** One change to the files of a service. `{n}` in an added row is its number, `{2022-04-05+7}` a day each 7 days later. */
const change = z.union([
  z.strictObject({ in: z.string(), where: row.default({}), set: row }),
  z.strictObject({ in: z.string(), remove: row }),
  z.strictObject({ in: z.string(), add: z.array(row), times: z.int().default(1) }),
  z.strictObject({ file: z.string(), text: z.string() }),
  z.strictObject({ settings: z.record(z.string(), z.unknown()) }),
]);

/** What must be shown. A figure is found by its keys (the quarter's window and the headline unless it says otherwise). */
const shown = z.union([
  z.strictObject({ figure: row, is: row, edition: z.string().default('board') }),
  z.strictObject({ list: z.string(), row, is: row.default({}) }),
  z.strictObject({ list: z.string(), without: row }),
  z.strictObject({ page: pattern, edition: z.string().default('board') }),
  z.strictObject({ page_without: pattern, edition: z.string().default('board') }),
  z.strictObject({ problem: z.string(), file: z.string().optional(), says: pattern.optional() }),
  z.strictObject({ without_problem: z.string() }),
  z.strictObject({ file_holds: z.string(), text: pattern }),
  z.strictObject({ file_lacks: z.string(), text: pattern }),
  z.strictObject({ no_file: pattern }),
  z.strictObject({ stops: z.boolean() }),
]);

const inputSchema = z.strictObject({
  name: z.string(),
  /** The pack of packs.yaml that holds its change: inputs that do not touch each other share one. */
  pack: z.string(),
  change: z.array(change).default([]),
  /** What is right, and how it is worked out by hand. */
  right: z.string(),
  shows: z.array(shown).min(1),
});

const kindSchema = z.strictObject({
  point: z.int().min(1),
  kind: z.string(),
  inputs: z.array(inputSchema).min(3),
});

const packSchema = z.strictObject({
  service: z.enum(['small', 'hard', 'stale', 'demonstration', 'english']),
  quarter: z.string().optional(),
  as_at: z.string().optional(),
  editions: z.array(z.string()).default(['board']),
  languages: z.array(z.enum(['en', 'cy'])).default(['en']),
  /** A draft, of the editions that a draft is made of: those of the nightly job. */
  draft: z.boolean().default(false),
  /** The language of the computer that builds it (`lt_LT.UTF-8`): its program is then run by itself. */
  locale: z.string().optional(),
  change: z.array(change).default([]),
  /** Builds that follow in the same store, each with further changes. */
  then: z
    .array(
      z.strictObject({
        quarter: z.string().optional(),
        as_at: z.string(),
        change: z.array(change).default([]),
      }),
    )
    .default([]),
});

export type Change = z.infer<typeof change>;
export type Shown = z.infer<typeof shown>;
export type KindInput = z.infer<typeof inputSchema>;
export type PackPlan = z.infer<typeof packSchema>;
export interface Kind extends z.infer<typeof kindSchema> {
  readonly folder: string;
}

/** Every kind, in the order of its folders. */
export function readKinds(): Kind[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((folder) => ({
      folder,
      ...readDeclaration(join(import.meta.dirname, folder, 'inputs.yaml'), kindSchema),
    }));
}

/** Every pack by its name, with the changes of all inputs that share it. Throws for a pack that no input asks for. */
export function readPackPlans(kinds: readonly Kind[]): Map<string, PackPlan> {
  const file = join(import.meta.dirname, 'packs.yaml');
  const plans = readDeclaration(file, z.record(z.string(), packSchema));
  const inputs = kinds.flatMap((kind) => kind.inputs);
  const unknown = inputs.filter(({ pack }) => !(pack in plans)).map(({ pack }) => pack);
  const unused = Object.keys(plans).filter((name) => inputs.every(({ pack }) => pack !== name));
  if (unknown.length + unused.length > 0)
    throw new Error(`packs.yaml: unknown ${unknown.join(', ')}; unused ${unused.join(', ')}`);
  return new Map(
    Object.entries(plans).map(([name, plan]) => {
      const changes = inputs.filter(({ pack }) => pack === name).flatMap((input) => input.change);
      return [name, { ...plan, change: [...plan.change, ...changes] }];
    }),
  );
}

// queries/linkage/ → how records are compared: the fields, their agreement levels, and the nicknames of forenames.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { ProblemError } from '../domain/problem.js';
import { normaliseWord } from './name.js';

/** The agreement levels of each field, best first. */
export const LEVELS = {
  forename: ['same', 'nickname', 'part', 'slip', 'alike', 'different'],
  surname: ['same', 'part', 'slip', 'alike', 'different'],
  order: ['straight', 'swapped'],
  birth: ['same', 'swapped', 'slip', 'part', 'different'],
  postcode: ['same', 'slip', 'sector', 'district', 'different'],
  sex: ['same', 'different'],
} as const;

export type LinkageField = keyof typeof LEVELS;
export type AgreementLevel<F extends LinkageField = LinkageField> =
  | (typeof LEVELS)[F][number]
  | 'missing';
/** The agreement level of each field of two records. */
export type Agreement = { readonly [F in LinkageField]: AgreementLevel<F> };

export const FIELDS = Object.keys(LEVELS) as LinkageField[];

const textSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const shareSchema = z.number().positive().max(1);
const levelSchema = z.strictObject({
  m: shareSchema,
  u: shareSchema,
  sure: z.literal(true).optional(),
  says: textSchema,
});

function createFieldSchema(name: LinkageField) {
  const levels = Object.fromEntries(LEVELS[name].map((each) => [each, levelSchema]));
  return z.strictObject({ title: textSchema, levels: z.strictObject(levels) });
}

/** Why a pair has a lower status than its weight alone would give. */
const LINK_REASONS = [
  'generations',
  'household',
  'twin',
  'birth_unsure',
  'name_unsure',
  'two_children',
  'other_identifier',
  'reused_identifier',
] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

const linkageSchema = z.strictObject({
  certain: shareSchema,
  proposed: shareSchema,
  margin: z.number().nonnegative(),
  proposals: z.int().positive(),
  found_already: shareSchema,
  generation: z.int().positive(),
  prior_pairs: z.number().positive(),
  sample: z.int().positive(),
  rarest: shareSchema,
  known_name: z.int().positive(),
  slip_likeness: shareSchema,
  alike_likeness: shareSchema,
  no_birth_date: z.array(z.iso.date()),
  fields: z.strictObject({
    forename: createFieldSchema('forename'),
    surname: createFieldSchema('surname'),
    order: createFieldSchema('order'),
    birth: createFieldSchema('birth'),
    postcode: createFieldSchema('postcode'),
    sex: createFieldSchema('sex'),
  }),
  missing: textSchema,
  reasons: z.record(z.enum(LINK_REASONS), textSchema),
});

/**
 * The declared rules of record linkage; `pipeline/identity/` defines what each key does, the file explains its purpose.
 */
export type LinkageRules = z.infer<typeof linkageSchema>;

export interface Linkage {
  readonly declared: LinkageRules;
  /** Groups of nicknames that each forename belongs to. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
}

/** Reads the linkage rules in `queries/linkage`. Throws `Stopped` with what is wrong in them. */
export function readLinkage(folder: string): Linkage {
  const declared = readDeclaration(join(folder, 'fields.yaml'), linkageSchema);
  return { declared, forms: readForms(join(folder, 'nicknames.csv')) };
}

function readForms(path: string): Map<string, number[]> {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  for (const column of ['name', 'also', 'source'])
    if (!meta.fields?.includes(column)) throw missingColumnError(path, column);
  const forms = new Map<string, number[]>();
  data.forEach(({ name = '', also = '' }, group) => {
    for (const form of new Set([name, ...also.split('|')].map(normaliseWord)))
      if (form !== '') forms.set(form, [...(forms.get(form) ?? []), group]);
  });
  return forms;
}

function missingColumnError(path: string, column: string): ProblemError {
  const facts = { name: column };
  return new ProblemError([{ kind: 'declaration', code: 'bad-nicknames', file: path, facts }]);
}

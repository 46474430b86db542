// queries/linkage/ → how records are compared: the fields, their levels, and the other forms of forenames.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { readDeclared } from '../domain/declared.js';
import { Stopped } from '../domain/problem.js';
import { lettersOf } from './name.js';

/** The levels at which each field may agree, best first. */
export const LEVELS = {
  forename: ['same', 'nickname', 'part', 'slip', 'alike', 'different'],
  surname: ['same', 'part', 'slip', 'alike', 'different'],
  order: ['straight', 'swapped'],
  birth: ['same', 'swapped', 'slip', 'part', 'different'],
  postcode: ['same', 'slip', 'sector', 'district', 'different'],
  sex: ['same', 'different'],
} as const;

export type Field = keyof typeof LEVELS;
export type Level<F extends Field = Field> = (typeof LEVELS)[F][number] | 'missing';
/** At what level each field of two records agrees. */
export type Agreement = { readonly [F in Field]: Level<F> };

export const FIELDS = Object.keys(LEVELS) as Field[];

const text = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const share = z.number().positive().max(1);
const level = z.strictObject({ m: share, u: share, sure: z.literal(true).optional(), says: text });

function field(name: Field) {
  const levels = Object.fromEntries(LEVELS[name].map((each) => [each, level]));
  return z.strictObject({ title: text, levels: z.strictObject(levels) });
}

/** Why a pair goes no further than its weight would have taken it. */
export const REASONS = [
  'generations',
  'household',
  'twin',
  'birth_unsure',
  'name_unsure',
  'two_children',
  'other_identifier',
  'reused_identifier',
] as const;
export type Reason = (typeof REASONS)[number];

const schema = z.strictObject({
  certain: share,
  proposed: share,
  margin: z.number().nonnegative(),
  proposals: z.int().positive(),
  found_already: share,
  generation: z.int().positive(),
  prior_pairs: z.number().positive(),
  sample: z.int().positive(),
  rarest: share,
  known_name: z.int().positive(),
  slip_likeness: share,
  alike_likeness: share,
  no_birth_date: z.array(z.iso.date()),
  fields: z.strictObject({
    forename: field('forename'),
    surname: field('surname'),
    order: field('order'),
    birth: field('birth'),
    postcode: field('postcode'),
    sex: field('sex'),
  }),
  missing: text,
  reasons: z.record(z.enum(REASONS), text),
});

/** What is declared of linking; `pipeline/identity/` says what each key does, the file what each is for. */
export type Declared = z.infer<typeof schema>;

export interface Linkage {
  readonly declared: Declared;
  /** The groups of forms of one name that a forename belongs to. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
}

/** Reads the declarations of linking from `queries/linkage`. Throws `Stopped` with what is wrong in them. */
export function readLinkage(folder: string): Linkage {
  const declared = readDeclared(join(folder, 'fields.yaml'), schema);
  return { declared, forms: readForms(join(folder, 'nicknames.csv')) };
}

function readForms(path: string): Map<string, number[]> {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  for (const column of ['name', 'also', 'source'])
    if (!meta.fields?.includes(column)) throw noColumn(path, column);
  const forms = new Map<string, number[]>();
  data.forEach(({ name = '', also = '' }, group) => {
    for (const form of new Set([name, ...also.split('|')].map(lettersOf)))
      if (form !== '') forms.set(form, [...(forms.get(form) ?? []), group]);
  });
  return forms;
}

function noColumn(path: string, column: string): Stopped {
  const fix = 'Give the list a heading row that begins: name,also,source';
  const what = `has no column called ${column}`;
  return new Stopped([{ kind: 'declaration', code: 'bad-nicknames', file: path, what, fix }]);
}

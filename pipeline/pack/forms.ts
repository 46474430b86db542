// reports/packs/forms.yaml → the documents that a pack is made of, the parts of each, and the rules of the pack to read.
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { ProblemError } from '../domain/problem.js';

/** The parts that a document may have after its cover. */
const PARTS = [
  ...([
    'main-points',
    'contents',
    'about',
    'chair',
    'fairness',
    'findings',
    'case-study',
    'reliability',
  ] as const),
  ...([
    'briefing',
    'sections',
    'memory',
    'progress',
    'method',
    'quality',
    'restated',
    'glossary',
  ] as const),
] as const;

export type Part = (typeof PARTS)[number];

/** The names of documents: the files of a pack are named by them. */
const DOCUMENTS = ['pack', 'annex'] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

/** Why a figure may have a page in the pack to read. */
export const FINDING_REASONS = [
  ...(['worse', 'need-higher', 'unmoved', 'better', 'moved', 'need-lower'] as const),
] as const;

export type FindingReason = (typeof FINDING_REASONS)[number];

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const parts = z
  .array(z.enum(PARTS))
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'names a part twice');

const readingRules = z.strictObject({
  /** The measures of the first page, in order. */
  headlines: z.array(z.string()),
  main_points: z.int().positive(),
  findings: z.strictObject({ most: z.int().positive(), reasons: z.array(z.enum(FINDING_REASONS)) }),
  fairness: z.strictObject({
    review_within: z.int().positive(),
    partners: z.record(z.string(), words),
  }),
});

const formsSchema = readingRules.extend({
  forms: z.record(z.string(), z.strictObject({ pack: parts, annex: parts.optional() })),
});

/** What the pack to read shows, and how much of it. */
export type ReadingRules = z.infer<typeof readingRules>;

/** One document of a pack: its parts in printed order. */
export interface DocumentOutline {
  readonly name: DocumentName;
  readonly parts: readonly Part[];
}

/** The documents of one form of a pack, each with what it is made of. */
export type PackForm = readonly DocumentOutline[];

/** Reads the declaration of forms. Throws `ProblemError` for what is wrong in it, and for a form that it does not have. */
export function readForm(
  path: string,
  chosen: string,
): { readonly form: PackForm; readonly reading: ReadingRules } {
  const { forms, ...reading } = readDeclaration(path, formsSchema);
  const found = Object.hasOwn(forms, chosen) ? forms[chosen] : undefined;
  if (!found) throw describeUnknownForm(path, chosen, Object.keys(forms));
  const form = DOCUMENTS.flatMap((name) => {
    const declared = found[name];
    return declared ? [{ name, parts: declared }] : [];
  });
  return { form, reading };
}

/** Whether any document of a form has one of these parts. */
export function hasPart(form: PackForm, ...wanted: readonly Part[]): boolean {
  return form.some((document) => document.parts.some((part) => wanted.includes(part)));
}

function describeUnknownForm(file: string, form: string, known: readonly string[]): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'unknown-form',
      file,
      facts: { form, known },
    },
  ]);
}

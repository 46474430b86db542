// reports/packs/forms.yaml → the documents that a pack is made of, and the parts of each.
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { ProblemError } from '../domain/problem.js';

/** The parts that a document may have after its cover. */
const PARTS = [
  'contents',
  'briefing',
  'sections',
  'memory',
  'method',
  'quality',
  'restated',
  'glossary',
] as const;

export type Part = (typeof PARTS)[number];

/** The names of documents: the files of a pack are named by them. */
const DOCUMENTS = ['pack', 'annex'] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

const parts = z
  .array(z.enum(PARTS))
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'names a part twice');

const formsSchema = z.strictObject({
  forms: z.record(z.string(), z.strictObject({ pack: parts, annex: parts.optional() })),
});

/** One document of a pack: its parts in printed order. */
export interface DocumentOutline {
  readonly name: DocumentName;
  readonly parts: readonly Part[];
}

/** The documents of one form of a pack, each with what it is made of. */
export type PackForm = readonly DocumentOutline[];

/** Reads the declaration of forms. Throws `ProblemError` for what is wrong in it, and for a form that it does not have. */
export function readForm(path: string, form: string): PackForm {
  const { forms } = readDeclaration(path, formsSchema);
  const found = Object.hasOwn(forms, form) ? forms[form] : undefined;
  if (!found) throw describeUnknownForm(path, form, Object.keys(forms));
  return DOCUMENTS.flatMap((name) => {
    const declared = found[name];
    return declared ? [{ name, parts: declared }] : [];
  });
}

function describeUnknownForm(file: string, form: string, known: readonly string[]): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'unknown-form',
      file,
      what: `has no form of a pack called ${form}`,
      fix: `Set pack_form in the settings to one of: ${known.join(', ')}.`,
    },
  ]);
}

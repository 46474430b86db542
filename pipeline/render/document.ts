// What each edition may see, and words → the HTML documents of a pack.
import { nameDocument } from '../domain/document-name.js';
import type { Language } from '../domain/language.js';
import type { DocumentOutline } from '../pack/forms.js';
import type { PackInput } from '../pack/input.js';
import { writePackHtml, packTitle } from '../pack/pack.js';
import { checkNarrative } from './commentary.js';
import type { RenderContext } from './context.js';
import type { DisclosedPack, EditionFigures } from '../editions/disclose-edition.js';
import { buildPackInput } from './pack-input.js';
import type { PrintJob } from '../print/print-job.js';

/**
 * Draws and writes every document of a pack, edition by edition, one as it is asked for. Throws `Stopped` before the
 * first where a sentence of the service is not what its figures say.
 */
export async function* writeDocuments(
  context: RenderContext,
  { editions, mostOpen }: DisclosedPack,
  languages: readonly Language[],
): AsyncGenerator<PrintJob> {
  checkNarrative(context, mostOpen);
  for (const figures of editions)
    for (const language of languages) yield* writeForm(context, figures, language);
}

/** Draws one edition in one language once, and writes every document of it, ready to print. */
async function* writeForm(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
): AsyncGenerator<PrintJob> {
  const input = await buildPackInput(context, figures, language);
  for (const document of context.form) yield writeJob(context, { ...input, document });
}

/** Draws and writes one document by itself, ready to print. */
export async function writeDocument(
  context: RenderContext,
  figures: EditionFigures,
  language: Language,
  document: DocumentOutline,
): Promise<PrintJob> {
  const input = await buildPackInput({ ...context, form: [document] }, figures, language);
  return writeJob(context, { ...input, document });
}

function writeJob({ templates, asAt }: RenderContext, input: PackInput): PrintJob {
  const { document, edition, language } = input;
  return {
    name: `${edition.name}/${nameDocument(document.name, language)}`,
    html: writePackHtml(input, templates),
    language,
    title: packTitle(input, templates),
    dated: asAt,
  };
}

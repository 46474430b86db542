// What each edition may see, and words → its workbook in each language.
import { nameDocument } from '../domain/document-name.js';
import type { Language } from '../domain/language.js';
import {
  listFigures,
  type DisclosedPack,
  type EditionFigures,
} from '../editions/disclose-edition.js';
import { formatDay } from '../pack/dates.js';
import { createSay } from '../pack/phrases.js';
import { figureRows } from '../publish/figures-table.js';
import { writeWorkbook, type WorkbookInput } from '../workbook/workbook.js';
import type { RenderContext } from './context.js';

/** By edition and file name, every workbook of a pack. */
export async function writeWorkbooks(
  context: RenderContext,
  { editions }: DisclosedPack,
  languages: readonly Language[],
): Promise<Map<string, ReadonlyMap<string, Uint8Array>>> {
  const workbooks = new Map<string, ReadonlyMap<string, Uint8Array>>();
  for (const figures of editions)
    workbooks.set(figures.edition.name, await writeOwnWorkbooks(context, figures, languages));
  return workbooks;
}

async function writeOwnWorkbooks(
  context: RenderContext,
  figures: EditionFigures,
  languages: readonly Language[],
): Promise<Map<string, Uint8Array>> {
  const rows = figureRows(listFigures(figures), context.quarter);
  const files = new Map<string, Uint8Array>();
  for (const language of languages) {
    const input = { ...describeWorkbook(context, figures, language), rows };
    const words = context.wording[language].figures;
    files.set(`${nameDocument('pack', language)}.xlsx`, await writeWorkbook(input, words));
  }
  return files;
}

function describeWorkbook(
  context: RenderContext,
  { edition, measures }: EditionFigures,
  language: Language,
): Omit<WorkbookInput, 'rows'> {
  const { settings, quarter, asAt, templates, outline, draft } = context;
  const say = createSay(templates.words[language].pack, `words/${language}/pack.yaml`);
  const service = settings.service[language];
  const title = say('title', { service, quarter: quarter.label });
  const marking = edition.marking?.[language];
  return {
    title: draft ? say('draft.title', { title }) : title,
    service,
    dated: asAt,
    cover: [
      ...(marking === undefined ? [] : [marking]),
      edition.title[language],
      ...(draft ? [say('draft.cover', {})] : []),
      ...(settings.synthetic ? [say('cover.synthetic', {})] : []),
      say(edition.hide_below > 0 ? 'cover.hides' : 'cover.shows', {}),
      say('cover.as_at', { day: formatDay(asAt, language) }),
      ...(settings.contact === undefined
        ? []
        : [say('cover.contact', { contact: settings.contact })]),
    ],
    sections: outline.sections.map(({ id, title: name }) => ({
      title: name[language],
      measures: measures
        .filter(({ section }) => section === id)
        .map((measure) => ({ id: measure.id, title: measure.title[language] })),
    })),
  };
}

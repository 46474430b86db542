// The pack's sections → its list of contents, each line linked to its heading.
import type { Language } from '../domain/language.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasurePage, PackInput } from './input.js';
import { hasPage } from './glance.js';
import type { Say } from './phrases.js';

/** A line of the contents; `id` is the id of its heading. */
interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ContentsLine[];
}

/** Lists every chapter in printed order, with the plain titles of each section's measures. */
export function viewContents({ language, sections, memory }: PackInput, say: Say): ContentsLine[] {
  const chapter = (id: string): ContentsLine => ({ id, title: say(`${id}.title`), parts: [] });
  return [
    chapter('briefing'),
    ...sections.map(({ id, title, measures }, index) => ({
      id,
      title: `${index + 1}  ${title[language]}`,
      parts: measures.filter(hasPage).map(({ declaration }) => ({
        id: measureAnchor(declaration.id),
        title: pageTitle(declaration, language, say),
        parts: [],
      })),
    })),
    ...(memory ? [{ id: 'memory', title: memory.title, parts: [] }] : []),
    chapter('method'),
    chapter('quality'),
    chapter('restated'),
    chapter('glossary'),
  ];
}

/** The title of a measure's page in the contents: the measure's own, except for the page of all decisions. */
export function pageTitle({ chart, title }: Declaration, language: Language, say: Say): string {
  return chart === 'decisions' ? say('contents.decisions') : title[language];
}

/** Where in the pack a measure is: its own page, or the table of its section. */
export function linkMeasure(page: Pick<MeasurePage, 'declaration'>): string {
  const { id, section } = page.declaration;
  return `#${hasPage(page) ? measureAnchor(id) : section}`;
}

/** The id of a measure's heading. */
export function measureAnchor(measure: string): string {
  return `measure-${measure.replaceAll('_', '-')}`;
}

// The pack's sections → its list of contents, each line linked to its heading.
import type { Language } from '../domain/language.js';
import type { Declaration } from '../measures/declaration.js';
import type { Part } from './forms.js';
import type { MeasurePage, PackInput } from './input.js';
import { hasPage } from './glance.js';
import type { Say } from './phrases.js';

/** A line of the contents; `id` is the id of its heading. */
interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ContentsLine[];
}

/** Lists every chapter of a document in printed order, with the plain titles of each section's measures. */
export function viewContents(input: PackInput, say: Say): ContentsLine[] {
  return listParts(input).flatMap((part) => listPart(part, input, say));
}

/** The parts that a document has in this edition: one that hides is for the public, and has no page for a chair. */
export function listParts(input: PackInput): Part[] {
  const { document, edition, short, memory, progress } = input;
  const isThere: Partial<Record<Part, boolean>> = {
    chair: !edition.hides,
    fairness: short?.fairness != null,
    findings: (short?.findings ?? []).length > 0,
    'case-study': input.caseStudy != null,
    memory: memory != null,
    progress: progress != null,
  };
  return document.parts.filter((part) => isThere[part] ?? true);
}

function listPart(part: Part, input: PackInput, say: Say): ContentsLine[] {
  const { language, sections, short } = input;
  if (part === 'contents') return [];
  if (part === 'sections') return listSections(sections, language, say);
  const title = chooseTitle(part, input) ?? titlePart(part, input, say);
  const findings = part === 'findings' ? (short?.findings ?? []) : [];
  const parts = findings.map(({ page: { declaration } }) => ({
    id: findingAnchor(declaration.id),
    title: pageTitle(declaration, language, say),
    parts: [],
  }));
  return [{ id: part, title, parts }];
}

/** The title of a part that brings its own. */
function chooseTitle(part: Part, { memory, progress }: PackInput): string | undefined {
  if (part === 'memory') return memory?.title;
  return part === 'progress' ? progress?.title : undefined;
}

/** The title of a part: what the board is to act on is, in an edition that hides, what the public is shown. */
export function titlePart(part: Part, { edition }: Pick<PackInput, 'edition'>, say: Say): string {
  const isPublic = part === 'fairness' && edition.hides;
  return say(isPublic ? 'fairness.public_title' : `${part}.title`);
}

function listSections(
  sections: PackInput['sections'],
  language: Language,
  say: Say,
): ContentsLine[] {
  return sections.map(({ id, title, measures }, index) => ({
    id,
    title: `${index + 1}  ${title[language]}`,
    parts: measures.filter(hasPage).map(({ declaration }) => ({
      id: measureAnchor(declaration.id),
      title: pageTitle(declaration, language, say),
      parts: [],
    })),
  }));
}

/** The title of a measure's page in the contents: the measure's own, except for the page of all decisions. */
export function pageTitle({ chart, title }: Declaration, language: Language, say: Say): string {
  return chart === 'decisions' ? say('contents.decisions') : title[language];
}

/** Where a measure is among the sections: its own page, or the table of its section. */
export function anchorMeasure(page: Pick<MeasurePage, 'declaration'>): string {
  const { id, section } = page.declaration;
  return hasPage(page) ? measureAnchor(id) : section;
}

/** The id of a finding's heading. */
export function findingAnchor(measure: string): string {
  return `finding-${measure.replaceAll('_', '-')}`;
}

/** The id of a measure's heading. */
export function measureAnchor(measure: string): string {
  return `measure-${measure.replaceAll('_', '-')}`;
}

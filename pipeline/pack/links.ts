// A place in a pack → the link that leads there from one of its documents.
import { nameDocument, nameFile } from '../domain/document-name.js';
import type { Part } from './forms.js';
import type { PackInput } from './input.js';

/** Finds the link to a place of a part. Null where no document of this pack has that part. */
export type FindLink = (part: Part, anchor: string) => string | null;

/** Links within a document by the place alone, and to the document beside it by its file in HTML. */
export function linkPlaces({ document, form, language, draft }: PackInput): FindLink {
  return (part, anchor) => {
    if (document.parts.includes(part)) return `#${anchor}`;
    const other = form.find(({ parts }) => parts.includes(part));
    if (!other) return null;
    return `${nameFile(`${nameDocument(other.name, language)}.html`, draft)}#${anchor}`;
  };
}

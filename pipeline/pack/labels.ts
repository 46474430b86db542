// Ids of measures and groups → their names on a page.
import { pageTitle } from './contents.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';

/** The title of every measure of a pack, by id. */
export function indexTitles({ sections, language }: PackInput, say: Say): Map<string, string> {
  return new Map(
    sections.flatMap(({ measures }) =>
      measures.map(({ declaration }) => [declaration.id, pageTitle(declaration, language, say)]),
    ),
  );
}

/** Groups named `breakdown.group`, by their labels. */
export function writeGroups(groups: readonly string[], labels: Say): string {
  return groups.map((group) => labels(`groups.${group}`)).join(', ');
}

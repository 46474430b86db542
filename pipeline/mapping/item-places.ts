// An item → where it stands in the extracts, in words.
import type { MappingItem } from './list-items.js';

/** One text for each file; lines only of what is not shown. */
export function describePlaces({ subject, shown, places }: MappingItem): string[] {
  return places.map(({ file, heading, lines, rows, column }) => {
    if (subject.kind === 'heading') return column === '' ? file : `${file}, which lacks ${column}`;
    if (shown !== null) return `${file}, ${heading}`;
    const more = rows > lines.length ? ` and ${rows - lines.length} more` : '';
    return `${file}, ${heading}, line ${lines.join(', ')}${more}`;
  });
}

// The first records of a file → which of them is the heading.
import type { IsHeading } from './extract-file.js';

/** How many records may stand above the heading, it included: titles, dates of the run, blank lines. */
export const LOOKED_FOR_WITHIN = 20;

/** A heading found: its place among the records, from 0, and its cells, trimmed. */
export interface Heading {
  readonly index: number;
  readonly cells: string[];
}

/** Finds the first of the first 20 records that holds a wanted heading; null when none does. */
export function findHeading(
  records: readonly (readonly string[])[],
  isHeading: IsHeading,
): Heading | null {
  for (const [index, record] of records.slice(0, LOOKED_FOR_WITHIN).entries()) {
    const cells = record.map(tidyHeading);
    if (isHeading(cells)) return { index, cells };
  }
  return null;
}

/** A heading without space at its ends; a line break, a no-break space or a run of spaces inside it is one space. */
function tidyHeading(cell: string): string {
  return cell.replace(/[\s\u200b]+/g, ' ').trim();
}

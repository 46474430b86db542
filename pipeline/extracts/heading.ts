// The first records of a file → which of them is the heading.
import type { HeadingTest } from './extract-file.js';

/** How many records may stand above the heading, it included: titles, dates of the run, blank lines. */
export const HEADING_SEARCH_ROWS = 20;

/** A heading found: its place among the records, from 0, and its cells, trimmed. */
export interface HeadingRow {
  readonly index: number;
  readonly cells: string[];
}

/** Finds the first of the first 20 records that holds a wanted heading; null when none does. */
export function findHeading(
  records: readonly (readonly string[])[],
  isHeading: HeadingTest,
): HeadingRow | null {
  for (const [index, record] of records.slice(0, HEADING_SEARCH_ROWS).entries()) {
    const cells = record.map(normaliseHeading);
    if (isHeading(cells)) return { index, cells };
  }
  return null;
}

/** A heading without space at its ends; a line break, a no-break space or a run of spaces inside it is one space. */
function normaliseHeading(cell: string): string {
  return cell.replace(/[\s\u200b]+/g, ' ').trim();
}

// A record → whether it is a line of totals, such as reports and spreadsheets put below their records, or among them.

/** One of these is in every such line that has more than one cell: what lets a large file be searched for them. */
export const TOTAL_WORDS = ['otal', 'OTAL', 'yfanswm', 'YFANSWM'] as const;

const BEGINS = /^(?:(?:grand|sub|overall|report)[\s-]*)?(?:totals?|is-gyfanswm|cyfanswm)\b/i;
/** What databases write below what they give: `(245 rows affected)`. */
const COUNTS = /^\(?[\d,]+ (?:rows?|records?|rhes|o resi|cofnod|o gofnodion)\b(?: [a-z]+)?\.?\)?$/i;
const NUMBER = /^-?£?[\d.,\s]+%?$/;

/**
 * Whether the first cell that is not blank begins with the word, in English or Welsh, and every other holds a number or
 * nothing; or the only cell counts rows.
 */
export function isTotals(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell.trim() !== '');
  const label = cells[first]?.trim() ?? '';
  if (cells.length === 1 && COUNTS.test(label)) return true;
  if (!BEGINS.test(label) || !TOTAL_WORDS.some((word) => label.includes(word))) return false;
  return cells.slice(first + 1).every((cell) => cell.trim() === '' || NUMBER.test(cell.trim()));
}

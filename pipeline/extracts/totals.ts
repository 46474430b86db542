// A record → whether it is a line of totals, such as reports and spreadsheets put below their records, or among them.

const BEGINS = /^\s*(?:(?:grand|sub|overall|report)[\s-]*)?(?:totals?|is-gyfanswm|cyfanswm)\b/i;
/** What databases write below what they give: `(245 rows affected)`. */
const COUNTS = /^\(?[\d,]+ (?:rows?|records?|rhes|o resi|cofnod|o gofnodion)\b(?: [a-z]+)?\.?\)?$/i;
/** A word in mixed letters is somebody's name for something. */
const WORDS = ['otal', 'OTAL', 'yfanswm', 'YFANSWM'];
const NUMBER = /^-?£?[\d.,\s]+%?$/;

/**
 * Whether the first cell that is not blank begins with the word, in English or Welsh, and every other holds a number or
 * nothing; or the only cell counts rows.
 */
export function isTotalsLine(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => !isBlank(cell));
  const label = cells[first] ?? '';
  if (cells.length === 1 && COUNTS.test(label.trim())) return true;
  if (!BEGINS.test(label) || !WORDS.some((word) => label.includes(word))) return false;
  return cells.slice(first + 1).every((cell) => isBlank(cell) || NUMBER.test(cell.trim()));
}

/** Whether a cell holds nothing but spaces. */
export function isBlank(cell: string): boolean {
  return !/\S/.test(cell);
}

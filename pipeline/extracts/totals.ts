// A record → whether it is a line of totals, such as reports and spreadsheets put below their records, or among them.

const BEGINS = /^(?:(?:grand|sub|overall|report)[\s-]*)?(?:totals?|is-gyfanswm|cyfanswm)\b/i;
/** What databases write below what they give: `(245 rows affected)`. */
const COUNTS = /^\(?[\d,]+ (?:rows?|records?|rhes|o resi|cofnod|o gofnodion)\b(?: [a-z]+)?\.?\)?$/i;
/** A word in mixed letters is somebody's name for something. */
const WORDS = ['otal', 'OTAL', 'yfanswm', 'YFANSWM'];
const NUMBER = /^-?£?[\d.,\s]+%?$/;

/**
 * Whether the first cell that is not blank begins with the word, in English or Welsh, and every other holds a number or
 * nothing; or the only cell counts rows.
 */
export function isTotals(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell.trim() !== '');
  const label = cells[first]?.trim() ?? '';
  if (cells.length === 1 && COUNTS.test(label)) return true;
  if (!BEGINS.test(label) || !WORDS.some((word) => label.includes(word))) return false;
  return cells.slice(first + 1).every((cell) => cell.trim() === '' || NUMBER.test(cell.trim()));
}

/** What `BEGINS` can begin with, in small letters. */
const STARTS = ['gr', 'su', 'ov', 're', 'to', 'is', 'cy'];

/** By the first two bytes of a line. */
const MAY_BE = Uint8Array.from({ length: 1 << 16 }, (_, pair) => {
  const start = String.fromCharCode(pair >> 8, pair & 0xff);
  return !/^[a-z\d]/i.test(start) || STARTS.includes(start.toLowerCase()) ? 1 : 0;
});

/**
 * Whether a line of several cells that begins with these two bytes, in ASCII or UTF-8, may be one of totals: what lets
 * a large file be searched for them. A line may be that does not begin with a letter or a digit: its first cell is blank.
 */
export function mayBeTotals(first: number, second: number): boolean {
  return MAY_BE[(first << 8) | second] === 1;
}

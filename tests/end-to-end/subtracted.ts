// Two packs of one edition, as a reader has them → the numbers in which they differ by a few.

/** In a table or a sentence of a measure: neither an interval, a share, a year nor part of a date. */
const COUNT = /(?<![\d.,–%÷£] ?)\b\d{1,3}(?:,\d{3})*\b(?! ?[–%÷]|[.,]\d)/g;

/** Pages of measures and of findings, the page on disproportionality, and the table of indicators. */
const PAGES = [
  /<article class="(?:measure|finding leaf)">.*?<\/article>/gs,
  /<section class="fairness leaf">.*?<\/section>/gs,
  /<table class="table-indicators">.*?<\/table>/gs,
];

/** How many figures the page itself shows, which anybody may count on it: they are no children. */
const SHOWN_HERE = /The page shows [^:]*: [^.]*/;

/** Each line of those, in its order, by its page, the rows or the decision it is among, and its words without numbers. */
function linesOf(html: string): Map<string, number[][]> {
  const lines = new Map<string, number[][]>();
  const drawn = html.replace(/<svg.*?<\/svg>/gs, '');
  for (const [page] of PAGES.flatMap((each) => [...drawn.matchAll(each)])) {
    const [, id = ''] = /<h3 id="([^"]*)"/.exec(page) ?? /<\w+ class="([^"]*)"/.exec(page) ?? [];
    // Two decisions may say the same of a group: each line is compared with that of its own decision.
    let set = '';
    for (const line of page.split(/<\/(?:tr|p|li|h3|caption)>/)) {
      const text = line
        .replace(/<[^>]+>/g, ' ')
        .replace(SHOWN_HERE, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (line.includes('<caption')) set = '';
      if (/scope="rowgroup"|<h3>/.test(line)) set = /^[^:\d]*/.exec(text)?.[0] ?? '';
      const key = `${id}: ${set}: ${text.replace(/[\d.,]+/g, '#')}`;
      const counts = (text.match(COUNT) ?? []).map((count) => Number(count.replace(/,/g, '')));
      lines.set(key, [...(lines.get(key) ?? []), counts]);
    }
  }
  return lines;
}

/** The lines that say the same in both but for a number that is 1 to `below` − 1 more or less, and how many say the same. */
export function changedByFew(
  before: string,
  after: string,
  below: number,
): { readonly few: string[]; readonly compared: number } {
  const now = linesOf(after);
  const pairs = [...linesOf(before)].flatMap(([key, then]) =>
    then.map((counts, at) => ({ key, counts, later: now.get(key)?.[at] })),
  );
  const alike = pairs.filter(({ counts, later }) => later?.length === counts.length);
  const differ = alike.filter(({ counts, later = [] }) =>
    counts.some((count, at) => {
      const change = Math.abs(count - (later[at] ?? count));
      return change > 0 && change < below;
    }),
  );
  return { few: differ.map(({ key }) => key), compared: alike.length };
}

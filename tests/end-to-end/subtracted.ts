// Two packs of one edition, as a reader has them → the numbers in which they differ by a few.

/** In a table or a sentence of a measure: neither an interval, a share, a year nor part of a date. */
const COUNT = /(?<![\d.,–%÷£] ?)\b\d{1,3}(?:,\d{3})*\b(?! ?[–%÷]|[.,]\d)/g;

/** Each line of the measures of a document, in its order, by the measure and by its words without numbers. */
function linesOf(html: string): Map<string, number[][]> {
  const lines = new Map<string, number[][]>();
  const drawn = html.replace(/<svg.*?<\/svg>/gs, '');
  for (const [article] of drawn.matchAll(/<article class="measure">.*?<\/article>/gs)) {
    const [, id = ''] = /<h3 id="([^"]*)"/.exec(article) ?? [];
    for (const line of article.split(/<\/(?:tr|p|li|h3|caption)>/)) {
      const text = line
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      const key = `${id}: ${text.replace(/[\d.,]+/g, '#')}`;
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

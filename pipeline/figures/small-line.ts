// A series of values → a small line for a cell of a table, from zero up, its newest value marked.
import type { Theme } from './theme.js';

const WIDTH = 60;
const HEIGHT = 15;
/** Room for the mark of the newest value. */
const EDGE = 3;

/**
 * Draws the values in order, a gap where one is null; null where fewer than two have a number. `alt` stands for it where it
 * is not seen.
 */
export function drawSmallLine(
  values: readonly (number | null)[],
  alt: string,
  { colours }: Theme,
): string | null {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length < 2) return null;
  const top = Math.max(...numbers, Number.MIN_VALUE);
  const step = (WIDTH - 2 * EDGE) / (values.length - 1);
  const place = (value: number, at: number): [string, string] => [
    (EDGE + at * step).toFixed(1),
    (HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE)).toFixed(1),
  ];
  const path = values
    .map((value, at) => {
      if (value === null) return '';
      const isStart = at === 0 || values[at - 1] === null;
      return `${isStart ? 'M' : 'L'}${place(value, at).join(' ')}`;
    })
    .join('');
  const last = values.findLastIndex((value) => value !== null);
  const [cx, cy] = place(values[last] ?? 0, last);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="small-line" role="img" aria-label="${escapeAttribute(alt)}"` +
    ` width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<path d="${path}" fill="none" stroke="${colours.accent}" stroke-width="1.2"/>` +
    `<circle cx="${cx}" cy="${cy}" r="2.2" fill="${colours.accent}"/></svg>`
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

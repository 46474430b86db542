// What is found by subtracting one document from another, where it is known.
import { expect, test } from 'vitest';
import { changedByFew } from './subtracted.js';

const page = (counts: string): string =>
  `<article class="measure"><h3 id="remands">Remands</h3><table><tr><td>Girls</td><td>${counts}</td></tr></table></article>`;

test.each([
  ['19', '16', true],
  ['1,019', '1,020', true],
  ['40 of 60', '40 of 64', true],
  ['19', '14', false],
  ['19', '19', false],
  // An interval, a share and a mean follow from counts, and are no counts of their own.
  ['19 13–27', '19 12–26', false],
  ['19 24%', '19 25%', false],
  ['2.5', '2.9', false],
  ['19', 'hidden', false],
])('%s and then %s tells of a few: %s', (then, now, tells) => {
  const { few } = changedByFew(page(then), page(now), 5);
  expect(few).toHaveLength(tells ? 1 : 0);
});

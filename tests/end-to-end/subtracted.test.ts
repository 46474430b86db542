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

/** Two decisions, each with one row of the same group. */
const decisions = (arrested: string, sentenced: string): string =>
  `<article class="measure"><h3 id="decisions">Decisions</h3><table>${Object.entries({
    Arrested: arrested,
    Sentenced: sentenced,
  })
    .map(
      ([title, row]) =>
        `<tbody><tr><th scope="rowgroup">${title}: 90 of 900</th></tr><tr><th>Asian</th>${row}</tr></tbody>`,
    )
    .join('')}</table></article>`;

test('a row is compared with the row of its own decision, though another says the same words', () => {
  const cell = (text: string): string => `<td>${text}</td>`;
  const before = decisions(cell('15 of 320'), cell('40 of 320'));
  // Arrested is hidden now: what is left with its words is of the other decision.
  const hidden = decisions(cell('hidden'), cell('14 of 320'));
  expect(changedByFew(before, hidden, 5).few).toEqual([]);
  const fewer = decisions(cell('15 of 320'), cell('38 of 320'));
  expect(changedByFew(before, fewer, 5).few).toEqual(['decisions: Sentenced: Asian # of #']);
});

test.each([
  [
    'a finding',
    (n: string) => `<article class="finding leaf"><h3 id="f">F</h3><p>${n} of 60</p></article>`,
  ],
  [
    'a decision',
    (n: string) =>
      `<section class="fairness leaf"><h3>Arrested</h3><p>Black (${n} children)</p></section>`,
  ],
  [
    'an indicator',
    (n: string) => `<table class="table-indicators"><tr><th>Remands</th><td>${n}</td></tr></table>`,
  ],
])('%s of the pack to read is compared too', (_, write) => {
  expect(changedByFew(write('19'), write('16'), 5).few).toHaveLength(1);
  expect(changedByFew(write('19'), write('14'), 5).few).toHaveLength(0);
});

// The link sensitivity of a figure, in both languages.
import { expect, it } from 'vitest';
import { discloseLinkSensitivity } from '../../pipeline/disclosure/link-sensitivity.js';
import { attachLinkSensitivity } from '../../pipeline/figures/band.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, value, windows } from './sample.js';
import { wordsOf } from './templates.js';

const FIGURE: Figure = { id: '', title: '', sentence: '', notes: [], charts: [], tables: [] };
const title = { en: 'Children arrested', cy: 'Plant a arestiwyd' };

function said(
  declaration: Declaration,
  ends: [number, number],
  hideBelow = 0,
  language: 'en' | 'cy' = 'en',
) {
  const [window] = windows(1);
  if (!window) throw new RangeError();
  const end = (numerator: number) =>
    value(declaration, window, {
      ...{ numerator, denominator: 100, value: numerator / 100 },
      ...(declaration.kind === 'count'
        ? { denominator: null, value: numerator, unit: 'count' }
        : {}),
    });
  const band = { without: end(ends[0]), with: end(ends[1]), links: 3 };
  const kind = declaration.kind === 'count' ? 'count' : 'proportion';
  const seen = discloseLinkSensitivity(band, kind, hideBelow);
  return attachLinkSensitivity(FIGURE, declaration, [seen], wordsOf(language));
}

const ROW = declare({ kind: 'count', chart: 'row', title });
const PAGE = declare({ kind: 'proportion', chart: 'trend', title });

it('gives a line of a table both ends, the lower first, and the number of links', () => {
  expect(said(ROW, [34, 31]).linkSensitivity).toEqual({
    status: 'shown',
    said: 'Children arrested: between 31 and 34',
    links: '3 possible matches',
  });
  expect(said(ROW, [31, 34], 0, 'cy').linkSensitivity?.said).toBe(
    'Plant a arestiwyd: rhwng 31 a 34',
  );
});

it('adds a whole sentence to the notes of a page', () => {
  expect(said(PAGE, [31, 34]).notes).toEqual([
    '3 possible matches await a decision. If all are right: Children arrested: between 31% and 34%.',
  ]);
  expect(said(PAGE, [31, 34], 0, 'cy').notes[0]).toMatch(
    /^Yn aros am benderfyniad: 3 chysylltiad posibl\. Os yw pob un yn gywir: /,
  );
});

it('shows no number in an edition that hides, and says so when both ends are equal', () => {
  expect(said(ROW, [31, 44], 5).linkSensitivity).toEqual({
    status: 'hidden',
    said: 'Children arrested',
    links: '',
  });
  expect(said(PAGE, [31, 44], 5).notes[0]).toMatch(/is not shown in this edition/);
  expect(said(ROW, [31, 31]).linkSensitivity?.status).toBe('same');
});

const RATES = declare({
  kind: 'relative_rate',
  chart: 'decision',
  title,
  breakdowns: ['ethnicity'],
});

/** The figure for relative rates, each as it is and as it would be, in hundredths. */
function saidOfRates(rates: Readonly<Record<string, [number, number]>>, hideBelow = 0): string {
  const [window] = windows(1);
  if (!window) throw new RangeError();
  const seen = Object.entries(rates).map(([group, [without, linked]]) => {
    const end = (hundredths: number) =>
      value(RATES, window, {
        ...{ breakdown: 'ethnicity', group, unit: 'relative rate' },
        ...{ numerator: 20, denominator: 100, value: hundredths / 100 },
      });
    const band = { without: end(without), with: end(linked), links: 3 };
    return discloseLinkSensitivity(band, 'relative_rate', hideBelow);
  });
  return attachLinkSensitivity(FIGURE, RATES, seen, wordsOf('en')).notes.join(' ');
}

it('lists each group whose relative rate would move, even if its own count would not', () => {
  expect(saidOfRates({ Black: [210, 195], Asian: [120, 120], Mixed: [80, 95] })).toBe(
    '3 possible matches await a decision. If all are right: Children arrested, each group’s rate as a multiple of the White group’s: Black between 1.95 and 2.10; Mixed between 0.80 and 0.95.',
  );
  expect(saidOfRates({ Black: [210, 210] })).toMatch(/Possible matches would not change/);
  expect(saidOfRates({ Black: [210, 195], Asian: [120, 120] }, 5)).toMatch(
    /^How far .* could change Children arrested is not shown/,
  );
});

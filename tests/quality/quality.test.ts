// What the data-quality page of an edition that hides may say of a small extract, and of a small count.
import { expect, test } from 'vitest';
import { qualityIn, type QualityFacts } from '../../pipeline/quality.js';

const FACTS: QualityFacts = {
  coversFrom: null,
  extracts: [
    {
      title: { en: 'Incidents', cy: 'Digwyddiadau' },
      files: ['incidents.csv'],
      received: 2,
      accepted: 2,
      setAside: 0,
      from: '2022-05-01',
      to: '2022-06-01',
      owed: null,
      touches: [],
    },
  ],
  checks: [
    { what: { en: 'Sex', cy: 'Rhyw' }, about: null, count: 3, whole: 700 },
    { what: 'quality.found.ethnicity_local_labels', about: 'A label', count: 1, whole: 700 },
    { what: 'quality.found.old_codes', about: null, count: 13, whole: 700 },
  ],
};

test('an edition that hides tells neither how many rows a small extract has nor when they fell', () => {
  const [hidden] = qualityIn(FACTS, 5, 'en', (key) => key).extracts;
  expect(hidden).toMatchObject({
    received: null,
    accepted: null,
    setAside: null,
    from: null,
    to: null,
  });
  expect(qualityIn(FACTS, 0, 'en', (key) => key).extracts).toEqual(FACTS.extracts);
});

test('a small count is hidden with its share, and a line about one small label is not there at all', () => {
  const { checks } = qualityIn(FACTS, 5, 'en', (key) => key);
  expect(checks).toEqual([
    { what: 'Sex', count: null, share: null },
    { what: 'quality.found.old_codes', count: 13, share: 13 / 700 },
  ]);
});

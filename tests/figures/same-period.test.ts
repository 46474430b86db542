// A published figure that ends on the same day as ours, but covers other days, is not spoken of as the same period.
import { describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import { buildSubject } from '../../pipeline/figures/subject.js';
import { writeSentence } from '../../pipeline/figures/sentence.js';
import { declare, shown } from './sample.js';
import { wordsOf } from './templates.js';

const ENDS = '2023-03-31';
const declaration = declare({ comparators: ['nation'] });

function writeBeside(months: number, language: 'en' | 'cy'): string {
  const ours = shown(declaration, windowEnding(ENDS, 12), 28, 14995);
  const theirs = shown(declaration, windowEnding(ENDS, months), 5000, 2_000_000, {
    origin: 'published',
    areaKind: 'nation',
    areaName: 'England',
    source: 'a table',
    verdict: 'higher',
  });
  return writeSentence(buildSubject(declaration, [ours, theirs], wordsOf(language)));
}

describe('a published figure of the same last day', () => {
  it.each([3, 24, 36])('is not set against ours where it covers %i months', (months) => {
    expect(writeBeside(months, 'en')).not.toContain('England');
    expect(writeBeside(months, 'cy')).not.toContain('Lloegr');
  });

  it('is set against ours where it covers the same days', () => {
    expect(writeBeside(12, 'en')).toContain('clearly higher than the published figure for England');
  });
});

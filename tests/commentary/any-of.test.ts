import { expect, it } from 'vitest';
import { buildPhrasesPattern, buildPhrasePattern } from '../../pipeline/commentary/any-of.js';

const found = (phrases: readonly string[], text: string): string[] =>
  [...text.matchAll(new RegExp(buildPhrasesPattern(phrases), 'gi'))].map(([words]) => words);

it('matches the longest of several phrases with a common beginning, and the shorter one where the longer is absent', () => {
  const phrases = ['children', 'children in custody', 'children in court'];
  expect(found(phrases, 'Children in custody, children in care, children in court')).toEqual([
    'Children in custody',
    'children',
    'children in court',
  ]);
});

it('falls back to a shorter phrase when the text after the longer one rules it out', () => {
  const whole = new RegExp(`${buildPhrasesPattern(['fell', 'fell by a half'])}(?![a-z])`, 'i');
  expect(whole.exec('fell by a halfpenny')?.[0]).toBe('fell');
});

it('treats all spaces, apostrophes and dashes alike, and # as any number', () => {
  expect(found(["the year's end"], 'the  year’s\nend')).toHaveLength(1);
  expect(found(['well-being'], 'well–being')).toHaveLength(1);
  expect(found(['# in #'], '1,200 in 3.5')).toEqual(['1,200 in 3.5']);
});

it('escapes signs that have a meaning in regular expressions', () => {
  expect(found(['(KPI 1)', 'a.b', '1+1'], 'KPI 1 a-b 11 (kpi 1) a.b 1+1')).toEqual([
    '(kpi 1)',
    'a.b',
    '1+1',
  ]);
  expect(new RegExp(`^${buildPhrasePattern('10%?')}$`).test('10%?')).toBe(true);
});

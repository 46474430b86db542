import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { TEMPLATES, wordsOf } from './templates.js';

type Tree = { readonly [key: string]: string | Tree };

function read(language: string, file: string): Tree {
  return load(readFileSync(join(TEMPLATES, 'words', language, file), 'utf8')) as Tree;
}

/** Every sentence by its key. */
function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, branch]) =>
    typeof branch === 'string'
      ? [[path + key, branch] as [string, string]]
      : leaves(branch, `${path}${key}/`),
  );
}

function factsIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

describe('the words of figures', () => {
  it.each(['figures.yaml', 'groups.yaml'])('have the same keys in both languages: %s', (file) => {
    const keys = (language: string): string[] => leaves(read(language, file)).map(([key]) => key);
    expect(keys('cy')).toEqual(keys('en'));
  });

  it('use the same gaps in both languages', () => {
    const welsh = new Map(leaves(read('cy', 'figures.yaml')));
    for (const [key, sentence] of leaves(read('en', 'figures.yaml')))
      expect([key, factsIn(welsh.get(key) ?? '')]).toEqual([key, factsIn(sentence)]);
  });

  it('differ between the languages: no sentence is left untranslated', () => {
    const welsh = new Map(leaves(read('cy', 'figures.yaml')));
    const same = leaves(read('en', 'figures.yaml')).filter(
      ([key, sentence]) =>
        sentence.replace(/\{\{\w+\}\}/g, '').match(/[a-z]{4}/) && welsh.get(key) === sentence,
    );
    expect(same).toEqual([]);
  });

  it('never put text into HTML unescaped', () => {
    for (const language of ['en', 'cy'])
      for (const [key, sentence] of leaves(read(language, 'figures.yaml')))
        expect(sentence, key).not.toMatch(/\{\{\{|\{\{&/);
  });

  it('follow Welsh number forms: the singular after one, o and a mutated plural after the others', () => {
    const { amount } = wordsOf('cy');
    expect([0, 1, 2, 3, 6, 28, 1234].map((count) => amount('children', count))).toEqual([
      '0 o blant',
      '1 plentyn',
      '2 o blant',
      '3 o blant',
      '6 o blant',
      '28 o blant',
      '1,234 o blant',
    ]);
    expect(wordsOf('en').amount('children', 1)).toBe('1 child');
  });

  it('refuse a missing sentence, and a missing value', () => {
    const { say } = wordsOf('en');
    expect(() => say('title.nothing')).toThrow(/no words for title.nothing/);
    expect(() => say('title.only', { title: 'Remands' })).toThrow(/now/);
  });

  it('label each need as its code list does', () => {
    const path = join(TEMPLATES, '..', 'queries', 'codes', 'need.csv');
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.length).toBeGreaterThan(0);
    for (const { label = '', cy } of data) {
      expect(wordsOf('en').group('need', label)).toBe(label);
      expect(wordsOf('cy').group('need', label)).toBe(cy);
    }
  });
});

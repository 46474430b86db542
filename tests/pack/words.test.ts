// Both languages must have the same words, and every statement of the briefing must have words.
import { describe, expect, it } from 'vitest';
import { listPhraseKeys, createSay } from '../../pipeline/pack/phrases.js';
import { templates } from './sample.js';

const { en, cy } = templates.words;

/** The gaps of a phrase, in order of name. */
function gapsOf(phrase: string): string[] {
  return [...phrase.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap ?? '').sort();
}

describe('the words of the pack', () => {
  it('have the same keys in both languages', () => {
    expect(listPhraseKeys(cy.pack)).toEqual(listPhraseKeys(en.pack));
    expect(Object.keys(cy.glossary)).toEqual(Object.keys(en.glossary));
  });

  it('have the same gaps in both languages', () => {
    const all = (tree: typeof en.pack): string[][] =>
      listPhraseKeys(tree).map((key) => gapsOf(textAt(tree, key)));
    expect(all(cy.pack)).toEqual(all(en.pack));
  });

  it('are never taken from the other language', () => {
    const same = listPhraseKeys(en.pack).filter(
      (key) => textAt(en.pack, key) === textAt(cy.pack, key),
    );
    expect(same).toEqual([
      'running.heading',
      'briefing.rules.changed',
      'glance.noted',
      'table.empty',
      'method.rules.window',
      'method.populations.line',
      'quality.extracts.states.in_time',
      'quality.extracts.states.no_day_agreed',
      'quality.gaps.touches',
      'main.over',
      'fairness.heads.asked',
    ]);
  });

  it('refuse a missing key, and a missing value for a gap', () => {
    const say = createSay({ one: { two: 'of {n}' } }, 'words.yaml');
    expect(say('one.two', { n: 3 })).toBe('of 3');
    expect(() => say('one.three')).toThrow(/missing-words.*one\.three/);
    expect(() => say('one.constructor')).toThrow(/missing-words.*one\.constructor/);
    expect(() => say('one.two')).toThrow(/missing-words.*"n"/);
  });
});

function textAt(tree: typeof en.pack, key: string): string {
  return key
    .split('.')
    .reduce<unknown>((branch, part) => (branch as typeof tree)[part], tree) as string;
}

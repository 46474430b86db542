// The words of problems: a text for every code and variant, in both languages, with the same gaps.
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../architecture/problem-codes.js';
import { PROBLEM_WORDS } from './words.js';

const { en, cy } = PROBLEM_WORDS;
const GAP = /\{\{?(\w+)\}?\}/g;

/** Every text of a problem by its place: `bad-date what`, `missing-column fix one-of`. */
function listTexts({ codes }: typeof en): Map<string, string> {
  return new Map(
    [...codes].flatMap(([code, parts]) =>
      (['what', 'fix'] as const).flatMap((part): [string, string][] => {
        const text = parts[part];
        if (typeof text === 'string') return [[`${code} ${part}`, text]];
        return Object.entries(text).map(([key, each]) => [`${code} ${part} ${key}`, each]);
      }),
    ),
  );
}

const TEXTS = { en: listTexts(en), cy: listTexts(cy) };

it('has words for every code that a problem may have, and for no other', () => {
  const codes = [...problemCodes()].sort();
  expect(codes.length).toBeGreaterThan(100);
  expect([...en.codes.keys()].sort()).toEqual(codes);
  expect([...cy.codes.keys()].sort()).toEqual(codes);
});

describe('the two languages', () => {
  it('have the same texts, and parts of texts', () => {
    expect([...TEXTS.cy.keys()].sort()).toEqual([...TEXTS.en.keys()].sort());
    for (const part of ['labels', 'amounts', 'phrases'] as const)
      expect(Object.keys(cy[part]).sort()).toEqual(Object.keys(en[part]).sort());
  });

  it('have the same gaps in each text', () => {
    const gaps = (text = ''): string[] => [...new Set(text.match(GAP))].sort();
    for (const [place, text] of TEXTS.en)
      expect([place, gaps(TEXTS.cy.get(place))]).toEqual([place, gaps(text)]);
    for (const [name, text] of Object.entries(en.phrases))
      expect([name, gaps(cy.phrases[name])]).toEqual([name, gaps(text)]);
  });

  it('differ in every sentence', () => {
    const same = [...TEXTS.en].filter(([place, text]) => TEXTS.cy.get(place) === text);
    expect(same).toEqual([]);
  });
});

// Birthdays that a system writes where none is known: a fault before the pack, and a note where many share 1 January.
import { describe, expect, it } from 'vitest';
import { checkBirthdays } from '../../pipeline/load/check-birthdays.js';
import { readProblem } from '../problems/words.js';

const usual = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `2008-${String((at % 11) + 2).padStart(2, '0')}-15`);
const firsts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `20${String(at % 8).padStart(2, '0')}-01-01`);

describe('birthdays on 1 January', () => {
  it.each([
    [5, 95],
    [12, 388],
    [40, 2960],
  ])('are a note where %i children have it beside %i others', (there, others) => {
    const [note] = checkBirthdays([...firsts(there), ...usual(others)]);
    expect(note).toMatchObject({ kind: 'note', code: 'birthdays-on-1-january', file: 'children' });
    expect(readProblem(note)?.what).toContain(
      `${there} of ${(there + others).toLocaleString('en-GB')} children`,
    );
  });

  it.each([
    [0, 0],
    [4, 16],
    [5, 1820],
    [12, 3640],
  ])('are chance where %i children have it beside %i others', (there, others) => {
    expect(checkBirthdays([...firsts(there), ...usual(others)])).toEqual([]);
  });

  it('of no child is named', () => {
    const [note] = checkBirthdays([...firsts(9), ...usual(20)]);
    expect(JSON.stringify(note)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});

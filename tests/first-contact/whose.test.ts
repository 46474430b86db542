// Whose children these are, and of how many, on which earlier versions gave a figure of nobody, or none and no reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readProblem } from '../problems/words.js';
import { buildCase, listCodes, removeCases, type BuiltCase } from './build-case.js';

afterAll(removeCases);

function says(built: BuiltCase, code: string): string {
  return readProblem(built.problems.find((each) => each.code === code))?.what ?? '';
}

describe('whose children', () => {
  it('authority-by-name: a name is no code, and the rows that have one stop the pack', async () => {
    const built = await buildCase({ folder: 'authority-by-name' });
    expect(new Set(listCodes(built))).toEqual(new Set(['bad-area']));
    expect(listCodes(built)).toHaveLength(12);
    expect(built.figures).toEqual({});
  });

  it('authority-null: NULL is not recorded, which a child’s authority must be, and four rows are listed', async () => {
    const built = await buildCase({ folder: 'authority-null' });
    expect(listCodes(built)).toEqual(['blank', 'blank', 'blank', 'blank']);
    expect(built.figures).toEqual({});
  });

  it('code-change-own-years: two codes of one area, each with its own years, are no population, which is said', async () => {
    const built = await buildCase({ folder: 'code-change-own-years' });
    expect(listCodes(built)).toEqual(['no-population']);
    expect(says(built, 'no-population')).toMatch(/W06000005: 2021, W06000099: 2022/);
  });

  it('code-change-own-years: with the former code as a predecessor they are one series and a rate', async () => {
    const folder = 'code-change-own-years';
    const settings = readFileSync(
      join(import.meta.dirname, 'cases', folder, 'service.yaml'),
      'utf8',
    )
      .replace('[W06000005, W06000099]', '[W06000099]')
      .concat('predecessors: [{code: W06000005, until: 2022-03-31}]\n');
    const built = await buildCase({ folder, files: { 'service.yaml': settings } });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject({ numerator: 12, value: 80 });
  });

  it('population-does-not-add-up: All of 1,500 beside groups of 15,000 stops the pack', async () => {
    const built = await buildCase({ folder: 'population-does-not-add-up' });
    expect(listCodes(built)).toEqual(['population-sum']);
    expect(says(built, 'population-sum')).toMatch(/1,500.*15,000/);
  });
});

// What real systems and published layouts send, on which earlier versions failed: the figures are right, or it is refused by name.
import { afterAll, describe, expect, it } from 'vitest';
import { buildCase, listCodes, removeCases } from './build-case.js';

afterAll(removeCases);

/** Twelve children, each once a first-time entrant, of 15,000. */
const RIGHT = { numerator: 12, value: 80, status: 'shown' };

describe('a form of values', () => {
  it.each([
    ['null-text', ['not-recorded']],
    ['arrest-times', ['time-dropped']],
    ['decimal-integers', ['number-form']],
  ])('%s: the figures are right, and it is said once', async (folder, codes) => {
    const built = await buildCase({ folder });
    expect(listCodes(built)).toEqual(codes);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('a list of labels', () => {
  it('of data.police.uk is known', async () => {
    const ask = 'select ethnicity, count(*)::integer from raw.arrests group by all order by all';
    const built = await buildCase({ folder: 'police-uk-ethnicity', ask });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
    expect(built.rows).toEqual([
      ['Black African', 1],
      ['Indian', 1],
      ['Not stated', 1],
      ['White and Asian', 1],
    ]);
  });

  it('of bare codes is refused unless its scheme is declared', async () => {
    const refused = await buildCase({ folder: 'ethnicity-a1' });
    expect([...new Set(listCodes(refused))]).toEqual(['bare-code']);
    expect(refused.figures).toEqual({});
    const settings = 'code_schemes: {children: {ethnicity: police_self_defined}}\n';
    const built = await buildCase({ folder: 'ethnicity-a1', settings });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

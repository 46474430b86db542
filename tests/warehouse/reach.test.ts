// From when a measure can know anything, where partners began to send later than the service's own records begin.
import { describe, expect, it } from 'vitest';
import { findPartnerStarts, findCoverage } from '../../pipeline/results/coverage.js';
import { contractFrom } from '../contracts/sample.js';

const ARRESTS = contractFrom('arrests', {
  key: 'arrest_id',
  columns: {
    arrest_id: { type: 'id', required: true },
    person_id: { type: 'person', source: 'police', required: true },
  },
});
const SEARCHES = contractFrom('searches', {
  key: 'person_id',
  columns: { person_id: { type: 'person', source: 'police', required: true } },
});
const OUTCOMES = contractFrom('outcomes', {
  key: 'outcome_id',
  columns: { outcome_id: { type: 'id', required: true } },
});
const CONTRACTS = [ARRESTS, SEARCHES, OUTCOMES];
const COVERS = { from: '2017-10-01', to: '2023-03-31' };

describe('partners begin', () => {
  it('with their first record; one that sent none, and the service itself, are not of them', () => {
    const extents = new Map([
      ['arrests', { from: '2021-05-17', to: '2023-03-01' }],
      ['outcomes', { from: '2013-02-14', to: '2023-03-31' }],
    ]);
    expect([...findPartnerStarts(CONTRACTS, extents)]).toEqual([['arrests', '2021-05-17']]);
  });
});

describe('a measure reaches back', () => {
  const begins = new Map([
    ['arrests', '2021-05-17'],
    ['searches', '2022-07-01'],
    ['exclusions', '2016-01-01'],
  ]);
  const from = (...extracts: string[]): string =>
    findCoverage(new Set(extracts), begins, COVERS).from;

  it.each([
    ['as far as the service where it counts from no partner', ['outcomes'], '2017-10-01'],
    ['to the quarter in which its partner began', ['arrests', 'outcomes'], '2021-04-01'],
    [
      'to the later of two partners, the first day of a quarter its own',
      ['arrests', 'searches'],
      '2022-07-01',
    ],
    ['no further than the service where its partner does', ['exclusions'], '2017-10-01'],
    ['as far as the service where a partner sent no record at all', ['interviews'], '2017-10-01'],
  ])('%s', (_, extracts, day) => {
    expect(from(...extracts)).toBe(day);
  });

  it('and forward to where the service does', () => {
    expect(findCoverage(new Set(['arrests']), begins, COVERS).to).toBe('2023-03-31');
  });
});

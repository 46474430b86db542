// A quarter beside its twelve months: shown where nothing is hidden, or where what is counted reveals nobody.
import { expect, it } from 'vitest';
import { discloseReturnQuarter } from '../../pipeline/disclosure/series.js';
import type { Value } from '../../pipeline/domain/value.js';
import { RETURN_QUARTER } from '../figures/return-quarter-value.js';

const QUARTER: Value = { ...RETURN_QUARTER, numerator: 180, denominator: 210, value: 180 / 210 };

it('is shown as counted in an edition that hides nothing', () => {
  const [cell] = discloseReturnQuarter([QUARTER], {}, 0);
  expect(cell).toMatchObject({ status: 'shown', numerator: 180, denominator: 210 });
});

it('is hidden in an edition that hides, however large: the nine months before are one subtraction away', () => {
  const [cell] = discloseReturnQuarter([QUARTER], { countsNoPeople: false }, 5);
  expect(cell?.status).toBe('hidden');
  expect(JSON.stringify(cell)).not.toMatch(/180|210/);
});

it('of partners at the board is shown in every edition', () => {
  const [cell] = discloseReturnQuarter([QUARTER], { countsNoPeople: true }, 5);
  expect(cell).toMatchObject({ status: 'shown', numerator: 180 });
});

it('without data says so in every edition', () => {
  const missing: Value = {
    ...QUARTER,
    numerator: null,
    denominator: null,
    value: null,
    status: 'no data',
  };
  expect(discloseReturnQuarter([missing], {}, 5)[0]?.status).toBe('no data');
  expect(discloseReturnQuarter([missing], {}, 0)[0]?.status).toBe('no data');
});

// A supplier's own headings and labels: the same word may be another column, or mean another thing, from another supplier.
import { describe, expect, it } from 'vitest';
import { findLabel } from '../../pipeline/contracts/codes.js';
import { locateColumns } from '../../pipeline/contracts/headings.js';
import {
  applySupplierHeadings,
  applySupplierLabels,
} from '../../pipeline/contracts/apply-supplier.js';
import { formatLabelLine, type Supplier } from '../../pipeline/contracts/supplier.js';
import { HEADING, PLACES, VISITS } from './sample.js';

const ONE: Supplier = {
  name: 'one',
  title: { en: 'One', cy: 'Un' },
  confirmed: false,
  source: 'made up for this test',
  headings: {
    every: { note: ['Where'] },
    visits: {
      place: [
        'Venue',
        { heading: 'Site', from: '2022-10-01' },
        { heading: 'Visit ref', until: '2022-09-30' },
      ],
    },
  },
};
const SHOWN = HEADING.filter((name) => !['visit_id', 'place', 'note'].includes(name));

function placed(supplier: Supplier | undefined, headings: readonly string[], day = '2022-10-01') {
  const contract = applySupplierHeadings(VISITS, supplier, day);
  const { places, problems } = locateColumns(contract, [...headings, ...SHOWN], 'visits.csv', 1);
  const found = places.map(({ column, heading }) => [heading, column.name]);
  return {
    columns: Object.fromEntries(found) as Record<string, string>,
    problems: problems.map(({ code, column }) => [code, column]),
  };
}

describe('a supplier’s headings', () => {
  it('take a heading away from the column that has it elsewhere', () => {
    const { columns } = placed(ONE, ['visit_id', 'Venue', 'Where']);
    expect(columns).toMatchObject({ Venue: 'place', Where: 'note' });
    expect(placed(undefined, ['visit_id', 'Where', 'note']).columns['Where']).toBe('place');
  });

  it('apply on the declared days', () => {
    const late = ['Visit No.', 'Site', 'note'];
    expect(placed(ONE, late).columns['Site']).toBe('place');
    expect(placed(ONE, late, '2022-09-30').problems).toContainEqual(['missing-column', 'place']);
    const early = ['Visit No.', 'Visit ref', 'note'];
    expect(placed(ONE, early, '2022-09-30').columns['Visit ref']).toBe('place');
    expect(placed(ONE, early).problems).toContainEqual(['duplicate-heading', 'Visit ref']);
  });

  it('are reported if nobody has confirmed them', () => {
    const { problems } = placed(ONE, ['visit_id', 'Venue', 'note']);
    expect(problems).toEqual([['unconfirmed-heading', 'Venue']]);
    const { problems: none } = placed({ ...ONE, confirmed: true }, ['visit_id', 'Venue', 'note']);
    expect(none).toEqual([]);
  });
});

describe('a supplier’s labels', () => {
  const line = { list: 'place', note: '', valid_from: '', valid_to: '' };
  const labels = [
    { ...line, supplier: 'one', label: 'Base', means: 'School' },
    { ...line, supplier: '', label: 'Base', means: 'Home' },
    { ...line, supplier: 'one', label: 'Home', means: 'School', valid_from: '2022-10-01' },
  ];
  const read = (supplier: string, day: string, label: string): string | null =>
    findLabel(applySupplierLabels(PLACES, labels, supplier, day), label);

  it('override the general labels, which apply to every supplier', () => {
    expect(read('one', '2022-09-30', 'base')).toBe('School');
    expect(read('two', '2022-09-30', 'base')).toBe('Home');
  });

  it('apply on their declared days', () => {
    expect(read('one', '2022-09-30', 'Home')).toBe('Home');
    expect(read('one', '2022-10-01', 'Home')).toBe('School');
    expect(read('two', '2022-10-01', 'Home')).toBe('Home');
  });

  it('are written so that a comma in them splits no cell', () => {
    expect(formatLabelLine('', 'place', 'School, old', 'School')).toBe(
      ',place,"School, old",School,,,',
    );
  });
});

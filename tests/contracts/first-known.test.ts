// Two headings of one column, a day in place of yes, and fields that are known and not used: as a supplier declares them.
import { describe, expect, it } from 'vitest';
import { ExtractCheck } from '../../pipeline/contracts/check.js';
import { NO_DATE_LIST, YES_NO_LIST } from '../../pipeline/contracts/cells.js';
import { locateColumns } from '../../pipeline/contracts/headings.js';
import { applySupplierHeadings } from '../../pipeline/contracts/apply-supplier.js';
import type { Supplier } from '../../pipeline/contracts/supplier.js';
import { CONTEXT, HEADING, keptOf, PLACES, VISITS, visit } from './sample.js';

const FEED: Supplier = {
  name: 'feed',
  title: { en: 'Feed', cy: 'Porthiant' },
  confirmed: true,
  source: 'made up for this test',
  headings: { visits: { place: ['cmsPlace', 'placeCode'], kept: ['keptOn'] } },
  first_known: { visits: ['place'] },
  unused: new Set(['plea']),
};
const NAMES = HEADING.map((name) => (name === 'place' ? 'placeCode' : name));

function check(supplier: Supplier, heading: readonly string[]): ExtractCheck {
  const contract = applySupplierHeadings(VISITS, supplier, '2023-04-01');
  const codes = new Map([
    ['place', PLACES],
    [NO_DATE_LIST, { name: NO_DATE_LIST, labels: new Map([['1900-01-01', '1900-01-01']]) }],
    [YES_NO_LIST, { name: YES_NO_LIST, labels: new Map([['unsuitable', 'no']]) }],
  ]);
  const made = new ExtractCheck(contract, { ...CONTEXT, codes });
  made.readHeading(heading, 'visits.csv', 1);
  return made;
}

/** The place that is kept of a row with these two cells, and the notes on it; null if the row is set aside. */
function read(cms: string, code: string): { place: unknown; codes: string[] } {
  const made = check(FEED, [...NAMES, 'cmsPlace']);
  const kept = keptOf(made, [...visit({ place: code }), cms], 2);
  return { place: kept?.['place'] ?? null, codes: made.listProblems().map((each) => each.code) };
}

describe('a column of which a supplier sends two', () => {
  it('is read by the first in the supplier’s order, wherever it stands in the file', () => {
    expect(read('Home', 'School')).toEqual({ place: 'Home', codes: [] });
  });

  it('is read by the second where the first is blank', () => {
    expect(read(' ', 'School')).toEqual({ place: 'School', codes: [] });
    expect(read('NULL', 'School')).toEqual({ place: 'School', codes: [] });
  });

  it('is read by the second where the first is unknown, and a note counts the row', () => {
    expect(read('Shed', 'School')).toEqual({ place: 'School', codes: ['passed-over'] });
  });

  it('sets the row aside where neither is known', () => {
    expect(read('Shed', 'OTHER')).toEqual({ place: null, codes: ['unknown-code'] });
    expect(read('', 'OTHER')).toEqual({ place: null, codes: ['unknown-code'] });
    expect(read('NULL', 'OTHER').codes).toEqual(['unknown-code']);
  });

  it('is refused where one heading stands twice, and where the supplier declares no order', () => {
    const twice = check(FEED, [...NAMES, 'Place Code']).listProblems();
    expect(twice.map(({ code }) => code)).toEqual(['duplicate-heading']);
    const { first_known: order, ...plain } = FEED;
    const undeclared = check(plain, [...NAMES, 'cmsPlace']).listProblems();
    expect([order, undeclared.map(({ code }) => code)]).toEqual([
      { visits: ['place'] },
      ['duplicate-heading'],
    ]);
  });
});

describe('yes or no', () => {
  function keep(kept: string, supplier: Supplier): unknown {
    return keptOf(check(supplier, NAMES), visit({ kept, place: 'Home' }), 2)?.['kept'];
  }
  const DAYS: Supplier = { ...FEED, day_means_yes: { visits: ['kept'] } };

  it.each([
    ['03/02/2023', 'true'],
    ['2023-02-03', 'true'],
    ['1900-01-01', 'false'],
    ['01/01/1900', 'false'],
    ['', null],
    ['yes', undefined],
    ['31/02/2023', undefined],
    ['21/04/2023', undefined],
  ])('is a day where the supplier has one: %j is %j', (written, expected) => {
    expect(keep(written, DAYS)).toBe(expected);
  });

  it('is a word of the supplier’s list', () => {
    expect(keep('UNSUITABLE', FEED)).toBe('false');
    expect(keep('SUITABLISH', FEED)).toBeUndefined();
  });
});

it('names a field that is known and not used as such', () => {
  const contract = applySupplierHeadings(VISITS, FEED, '2023-04-01');
  const { problems } = locateColumns(contract, [...NAMES, 'plea', 'Shoe size'], 'visits.csv', 1);
  expect(problems.map(({ code, variant, column }) => [code, variant, column])).toEqual([
    ['extra-column', 'unused', 'plea'],
    ['extra-column', 'headed', 'Shoe size'],
  ]);
});

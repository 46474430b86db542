// Hostile cells: what each column type makes of them, and what it refuses to guess.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import { CellError, unwrapCell } from '../../pipeline/contracts/parsed-cell.js';
import type { ContractColumn } from '../../pipeline/contracts/contract.js';
import { createPseudonymiser } from '../../pipeline/identity/pseudonym.js';
import { addDays } from '../../pipeline/domain/period.js';
import { CONTEXT, TODAY, VISITS } from './sample.js';

function read(name: string, text: string): { value: string | null } | { fault: string } {
  const column = VISITS.columns.find((each) => each.name === name) as ContractColumn;
  const cell = unwrapCell(createCellReader(column, CONTEXT)(text));
  return cell instanceof CellError ? { fault: cell.code } : { value: cell };
}

/** A file of the hostile set: small synthetic extracts, described beside them. */
function hostile(file: string): Record<string, string>[] {
  const path = join(import.meta.dirname, '..', 'extracts', 'hostile', file);
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true }).data;
}

describe('dates', () => {
  it('accept the forms that extracts use, day first, and no other', () => {
    const found = hostile('date_forms.csv')
      .filter(({ dob }) => dob)
      .map(({ child_id, dob }) => [child_id, Object.values(read('seen_on', dob ?? ''))[0]]);
    expect(Object.fromEntries(found)).toEqual({
      C1: '2010-02-01',
      C2: '2010-02-01',
      C3: 'bad-date',
      C4: 'bad-date',
      C5: 'bad-date',
      C6: '2010-02-01',
      C7: 'bad-date',
      C8: 'bad-date',
      C9: 'date-out-of-range',
      C10: 'date-out-of-range',
    });
  });

  it.each([
    ['31/12/2022', '2022-12-31'],
    ['1/2/2023', '2023-02-01'],
    ['2023-02-01 00:00:00', '2023-02-01'],
    ['01/02/2023 00:00', '2023-02-01'],
    ['29/02/2020', '2020-02-29'],
    ['\u00a001/02/2023 ', '2023-02-01'],
  ])('accept %j', (text, value) => {
    expect(read('seen_on', text)).toEqual({ value });
  });

  it.each(['29/02/2023', '31/04/2022', '00/01/2023', '01/02/23', '2023-2-1'])(
    'refuse %s',
    (text) => {
      expect(read('seen_on', text)).toEqual({ fault: 'bad-date' });
    },
  );

  it('refuse a time whose offset puts it on another day in the United Kingdom, which would be a guess', () => {
    expect(read('seen_on', '2023-02-01T23:30:00Z')).toEqual({ value: '2023-02-01' });
    expect(read('seen_on', '2022-07-01T23:30:00Z')).toEqual({ fault: 'time-zone' });
  });

  it('end today, unless the column allows future dates', () => {
    expect(read('seen_on', TODAY)).toEqual({ value: TODAY });
    expect(read('seen_on', addDays(TODAY, 1))).toEqual({ fault: 'date-out-of-range' });
    expect(read('planned_for', addDays(TODAY, 400))).toEqual({ value: addDays(TODAY, 400) });
    expect(read('seen_on', '2005-01-01')).toEqual({ value: '2005-01-01' });
    expect(read('seen_on', '2004-12-31')).toEqual({ fault: 'date-out-of-range' });
  });

  it('return every day, in either form', () => {
    const day = fc.integer({ min: 0, max: 6_683 }).map((count) => addDays('2005-01-01', count));
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split('-');
        expect(read('seen_on', iso)).toEqual({ value: iso });
        expect(read('seen_on', `${date}/${month}/${year}`)).toEqual({ value: iso });
      }),
    );
  });
});

describe('blanks', () => {
  it.each(['', '   ', '\u00a0', '\t'])(
    '%j is not recorded, or a fault where it must be',
    (text) => {
      expect(read('note', text)).toEqual({ value: null });
      expect(read('kept', text)).toEqual({ value: null });
      expect(read('seen_on', text)).toEqual({ fault: 'blank' });
      expect(read('child_id', text)).toEqual({ fault: 'blank' });
    },
  );

  it('accept what databases write for one, and no other word: only a code list can define one', () => {
    const words = hostile('nulls.csv').map(({ ethnicity }) => ethnicity ?? '');
    expect(words.filter((word) => word.trim() !== '')).toEqual(['NULL', 'N/A', '-', 'Not known']);
    for (const word of ['NULL', 'N/A']) {
      expect(read('place', word)).toEqual({ value: null });
      expect(read('seen_on', word)).toEqual({ fault: 'blank' });
      expect(read('kept', word)).toEqual({ value: null });
    }
    expect(read('kept', 'Not known')).toEqual({ value: null });
    expect(read('kept', '-')).toEqual({ fault: 'bad-yes-no' });
    for (const word of ['-', 'Not known']) {
      expect(read('place', word)).toEqual({ fault: 'unknown-code' });
      expect(read('seen_on', word)).toEqual({ fault: 'bad-date' });
    }
  });
});

describe('identifiers', () => {
  it('keep leading zeros and all their digits', () => {
    const [padded] = hostile('leading_zero_ids.csv');
    const [long] = hostile('long_digits.csv');
    expect(read('child_id', padded?.['child_id'] ?? '')).toEqual({ value: '~000123' });
    expect(read('visit_id', padded?.['upn'] ?? '')).toEqual({ value: '0012345678901' });
    expect(read('child_id', long?.['child_id'] ?? '')).toEqual({ value: '~12345678901234567890' });
  });

  it.each(['1.23457E+12', '1E+12', '9.9E15', '#'.repeat(101)])('refuse %s', (text) => {
    expect(read('visit_id', text)).toEqual({ fault: 'bad-id' });
  });

  it.each(['__proto__', 'constructor', "O'Brien", 'E12', 'Ŵ-1', '2023/001'])('keep %s', (text) => {
    expect(read('visit_id', text)).toEqual({ value: text });
  });
});

describe('numbers, yes and no', () => {
  it.each([
    ['minutes', '007', { value: '7' }],
    ['minutes', '0', { fault: 'number-out-of-range' }],
    ['minutes', '601', { fault: 'number-out-of-range' }],
    ['minutes', '4.5', { fault: 'bad-number' }],
    ['minutes', '-4', { fault: 'bad-number' }],
    ['minutes', '1,000', { fault: 'number-out-of-range' }],
    ['minutes', '４', { fault: 'bad-number' }],
    ['distance', '-0.25', { value: '-0.25' }],
    ['distance', '1e5', { fault: 'bad-number' }],
    ['distance', 'NaN', { value: null }],
    ['distance', '9'.repeat(400), { fault: 'number-out-of-range' }],
    ['kept', 'YES', { value: 'true' }],
    ['kept', 'No', { value: 'false' }],
    ['kept', 'Y', { value: 'true' }],
    ['kept', 'n', { value: 'false' }],
    ['kept', 'constructor', { fault: 'bad-yes-no' }],
    ['kept', 'toString', { fault: 'bad-yes-no' }],
    ['kept', 'oes', { value: 'true' }],
  ])('%s %s', (column, text, cell) => {
    expect(read(column, text)).toEqual(cell);
  });
});

describe('partner numbers of people', () => {
  const person = (source: 'police' | 'health', text: string) =>
    createCellReader(
      { name: 'person_id', type: 'person', source, required: true, headings: [], optional: false },
      { ...CONTEXT, pseudonymise: createPseudonymiser('a key that is long enough for this test') },
    )(text);

  it('are kept only as a pseudonym, another in each source and never that of a child', () => {
    const child = createPseudonymiser('a key that is long enough for this test')('4711');
    const all = [person('police', '4711'), person('health', '4711'), child];
    expect(new Set(all).size).toBe(3);
    for (const each of all) expect(each).toMatch(/^[0-9a-f]{32}$/);
    expect(person('police', ' 4711 ')).toBe(person('police', '4711'));
  });

  it('are refused if a spreadsheet has changed them', () => {
    expect(person('police', '1.23E+12')).toEqual(new CellError('bad-id'));
  });
});

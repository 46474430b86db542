// The forms in which systems write a value: what each means, which are reported, and which nobody may guess.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import type { ContractColumn } from '../../pipeline/contracts/contract.js';
import { CellError, NotedCell } from '../../pipeline/contracts/parsed-cell.js';
import { addDays } from '../../pipeline/domain/period.js';
import { checking, CONTEXT, contractFrom, visit, VISITS } from './sample.js';
import { readProblem } from '../problems/words.js';

/** A value, then its form if it is reported; or an error's code. */
function read(column: ContractColumn, text: string): (string | null)[] {
  const cell = createCellReader(column, CONTEXT)(text);
  if (cell instanceof CellError) return [cell.code];
  return cell instanceof NotedCell ? [cell.value, cell.form] : [cell];
}

function column(name: string): ContractColumn {
  const found = VISITS.columns.find((each) => each.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

describe('an empty cell', () => {
  it.each(['NULL', 'null', 'N/A', 'n/a', '#N/A', '(null)', 'NaN', '\\N', '#NULL!'])(
    'may be written %s',
    (text) => {
      expect(read(column('kept'), text)).toEqual([null, 'not-recorded']);
      expect(read(column('place'), text)).toEqual([null, 'not-recorded']);
      expect(read(column('planned_for'), text)).toEqual([null, 'not-recorded']);
      expect(read(column('note'), text)).toEqual([null, 'not-recorded']);
      expect(read(column('seen_on'), text)).toEqual(['blank']);
      expect(read(column('child_id'), text)).toEqual(['blank']);
    },
  );

  it.each(['NA', 'None', '-', 'Unknown', '#VALUE!', '#REF!'])('is not written %s', (text) => {
    expect(read(column('planned_for'), text)).toEqual(['bad-date']);
    expect(read(column('note'), text)).toEqual([text]);
  });

  it('is no name of a person, of whom some are called Null and Nan', () => {
    const { columns } = contractFrom('people', {
      key: 'id',
      columns: {
        id: { type: 'child', required: true },
        surname: { type: 'personal', identity: 'surname' },
      },
    });
    const surname = columns[1] as ContractColumn;
    expect(['Null', 'Nan', 'null'].map((text) => read(surname, text))).toEqual([
      ['Null'],
      ['Nan'],
      ['null'],
    ]);
    expect(['NULL', '#N/A'].map((text) => read(surname, text))).toEqual([
      [null, 'not-recorded'],
      [null, 'not-recorded'],
    ]);
  });

  it('has the meaning that a code list gives it', () => {
    const list = { name: 'place', labels: new Map([['n/a', 'Nowhere']]) };
    const cell = createCellReader(column('place'), {
      ...CONTEXT,
      codes: new Map([['place', list]]),
    });
    expect(cell('N/A')).toBe('Nowhere');
  });
});

describe('a date', () => {
  it.each([
    ['01/04/2022 14:32', 'time-dropped'],
    ['1/4/2022 2:32 PM', 'time-dropped'],
    ['01/04/2022 14:32:05', 'time-dropped'],
    ['2022-04-01T14:32:05', 'time-dropped'],
    ['2022-04-01 14:32:05.1234567', 'time-dropped'],
    ['2022-04-01T14:32:05Z', 'time-dropped'],
    ['2022-04-01T14:32:05+01:00', 'time-dropped'],
    ['2022-04-01 00:00:01', 'time-dropped'],
    ['01-Apr-2022', 'date-form'],
    ['01-APR-2022 14:32:05', 'time-dropped'],
    ['1 April 2022', 'date-form'],
    ['1st April 2022', 'date-form'],
    ['April 1, 2022', 'date-form'],
    ['1 Ebrill 2022', 'date-form'],
    ['1af Ebrill 2022', 'date-form'],
    ['01-Ebr-2022', 'date-form'],
    ['01-04-2022', 'date-form'],
    ['01.04.2022', 'date-form'],
    ['20220401', 'date-form'],
    ['2022/04/01', 'date-form'],
  ])('written %s is read, and reported as %s', (text, form) => {
    expect(read(column('seen_on'), text)).toEqual(['2022-04-01', form]);
  });

  it.each([
    '2022-04-01T00:00:00',
    '2022-04-01T00:00:00.000',
    '2022-04-01 00:00',
    '01/04/2022 00:00:00',
  ])('written %s is read as always, and is no news', (text) => {
    expect(read(column('seen_on'), text)).toEqual(['2022-04-01']);
  });

  it.each([
    ['04-13-2022', 'american-date'],
    ['04/13/2022 14:32', 'american-date'],
    ['04.13.2022', 'american-date'],
    ['2022-06-30T23:30:00Z', 'time-zone'],
    ['2022-01-01T00:30:00+01:00', 'time-zone'],
    ['2022-04-01T23:30:00-05:00', 'time-zone'],
    ['01-Apr-22', 'bad-date'],
    ['1 Foo 2022', 'bad-date'],
    ['31-Apr-2022', 'bad-date'],
    ['01042022', 'bad-date'],
    ['44652', 'bad-date'],
    ['01/04/2022 25:00', 'bad-date'],
    ['01/04/2022 12:60', 'bad-date'],
    ['01/04/2022 14:00 PM', 'bad-date'],
    ['01-04/2022', 'bad-date'],
    ['April 2022', 'bad-date'],
  ])('written %s is refused as %s', (text, code) => {
    expect(read(column('seen_on'), text)).toEqual([code]);
  });

  it('is the same day with the name of any month, in either language', () => {
    const day = fc.integer({ min: 0, max: 6_683 }).map((count) => addDays('2005-01-01', count));
    const language = fc.constantFrom('en-GB', 'cy');
    const length = fc.constantFrom<'long' | 'short'>('long', 'short');
    fc.assert(
      fc.property(day, language, length, (iso, locale, month) => {
        const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
        const [year, , date] = iso.split('-');
        const text = `${Number(date)} ${name.format(Date.parse(iso))} ${year}`;
        expect(read(column('seen_on'), text)[0]).toBe(iso);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['minutes', '2.0', ['2', 'number-form']],
    ['minutes', '2.00', ['2', 'number-form']],
    ['minutes', '2.000', ['bad-number']],
    ['minutes', '2.5', ['bad-number']],
    ['minutes', '2,0', ['bad-number']],
    ['minutes', '1,049', ['number-out-of-range']],
    ['distance', '14,049', ['14049', 'number-form']],
    ['distance', '£14,049.50', ['14049.50', 'number-form']],
    ['distance', '14,49', ['bad-number']],
    ['visit_id', '10234.0', ['10234', 'id-form']],
    ['child_id', '10234.0', ['~10234', 'id-form']],
    ['visit_id', '10234.1', ['10234.1']],
    ['visit_id', 'V2.0', ['V2.0']],
  ])('of %s written %s', (name, text, cell) => {
    expect(read(column(name), text)).toEqual(cell);
  });
});

describe('yes and no', () => {
  it.each([
    ...['1', 'TRUE', 'true', 'Ie', 'Oes', 'Ydy', 'a) Yes', '1 - Yes', '(a) yes'].map(
      (text) => [text, 'true'] as const,
    ),
    ...['0', 'FALSE', 'Nage', 'Nac oes', 'nac ydy', 'b) No', 'N - No'].map(
      (text) => [text, 'false'] as const,
    ),
    ...['Not recorded', 'not known', 'Anhysbys'].map((text) => [text, null] as const),
  ])('written %s', (text, value) => {
    expect(read(column('kept'), text)).toEqual([value, 'yes-no-form']);
  });

  it.each(['2', '-1', 'na', 'NA', 'maybe', 'x', 'a) Perhaps', 'yes and no'])(
    'are not written %s',
    (text) => {
      expect(read(column('kept'), text)).toEqual(['bad-yes-no']);
    },
  );
});

describe('a report', () => {
  it('is one for each form, with its columns and count, and no cell', () => {
    const check = checking();
    for (let line = 2; line < 52; line += 1)
      check.checkRow(
        visit({ visit_id: `V${line}`, seen_on: '01-Apr-2022 09:15', kept: '1', minutes: '2.0' }),
        line,
      );
    check.checkRow(visit({ visit_id: 'V52', kept: 'NULL', place: 'N/A', note: 'NULL' }), 52);
    expect(
      check
        .listProblems()
        .map((each) => [each.code, each.line, each.column, readProblem(each).what]),
    ).toEqual([
      ['time-dropped', 2, 'seen_on', expect.stringMatching(/^50 cells /)],
      ['yes-no-form', 2, 'kept', expect.stringMatching(/^50 cells /)],
      ['number-form', 2, 'minutes', expect.stringMatching(/^50 cells /)],
      ['not-recorded', 52, 'kept, place, note', expect.stringMatching(/^3 cells /)],
    ]);
    expect(JSON.stringify(check.listProblems())).not.toMatch(/09:15|"V\d/);
  });
});

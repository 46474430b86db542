// Cells that say who somebody is: read by their columns' rules, under a mark, and on no line that is kept.
import { describe, expect, it } from 'vitest';
import { ExtractCheck } from '../../pipeline/contracts/check.js';
import { contractFrom, CONTEXT } from './sample.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    forename: { type: 'personal', identity: 'forename' },
    nickname: { type: 'personal' },
    date_of_birth: {
      type: 'personal',
      identity: 'date_of_birth',
      required: true,
      earliest: '1985-01-01',
    },
    sex: { type: 'code', codes: 'place', identity: 'sex' },
  },
});
const STOPS = contractFrom('stops', {
  key: 'stop_id',
  columns: {
    stop_id: { type: 'id', required: true },
    person_id: { type: 'person', source: 'police' },
    forename: { type: 'personal', identity: 'forename' },
    surname: { type: 'personal', identity: 'surname' },
  },
});
const HEADING = ['child_id', 'forename', 'nickname', 'date_of_birth', 'sex'];

function checking(contract = CHILDREN, heading = HEADING): ExtractCheck {
  const check = new ExtractCheck(contract, CONTEXT);
  check.readHeading(heading, 'children.csv', 1);
  return check;
}

function line({ encodedLine: kept }: ExtractCheck): string {
  return kept.bytes.toString('utf8', 0, kept.length);
}

describe('the identity of a row', () => {
  it('is stored under a mark, and only the mark stays on the line', () => {
    const check = checking();
    expect(check.checkRow(['C1', ' Aled ', 'Al', '1/2/2009', 'home'], 2)).toBe(true);
    const said = ['service', '~C1', 'Aled', null, '2009-02-01', null, 'Home'];
    const mark = CONTEXT.mark(said);
    expect([...check.identities.values()]).toEqual([
      {
        source: 'service',
        person: '~C1',
        mark,
        forename: 'Aled',
        surname: null,
        date_of_birth: '2009-02-01',
        postcode: null,
        sex: 'Home',
      },
    ]);
    expect(line(check)).toBe(`~C1\tHome\t${mark}\t2\n`);
    expect(CHILDREN.storedColumns.map(({ name }) => name)).toEqual([
      'child_id',
      'sex',
      'identity_mark',
    ]);
  });

  it.each([
    ['31/02/2009', 'bad-date'],
    ['', 'blank'],
    ['31/12/1984', 'date-out-of-range'],
    ['21/04/2023', 'date-out-of-range'],
  ])(
    'is not stored if its date of birth is invalid, and the row is set aside: %j',
    (born, code) => {
      const check = checking();
      expect(check.checkRow(['C1', 'Aled', '', born, ''], 2)).toBe(false);
      expect([check.accepted, check.setAside, check.identities.size]).toEqual([0, 1, 0]);
      expect(check.listProblems()).toMatchObject([{ code, line: 2, column: 'date_of_birth' }]);
      expect(JSON.stringify(check.listProblems())).not.toContain('Aled');
    },
  );

  it('has the error of a stored identity code reported once', () => {
    const check = checking();
    expect(check.checkRow(['C1', 'Aled', '', '01/02/2009', 'nowhere'], 2)).toBe(false);
    expect(check.listProblems()).toMatchObject([{ code: 'unknown-code' }]);
  });

  it('requires the column of a required date of birth, and no other', () => {
    expect(checking(CHILDREN, ['child_id', 'sex']).listProblems()).toMatchObject([
      { code: 'missing-column', column: 'date_of_birth' },
    ]);
  });

  it('is a person of the partner, or null if the row identifies nobody', () => {
    const check = checking(STOPS, ['stop_id', 'person_id', 'surname']);
    for (const row of [
      ['1', 'P1', 'Ŵyn'],
      ['2', 'P1', 'Ŵyn'],
      ['3', 'P1', ''],
      ['4', '', 'Ŵyn'],
    ])
      expect(check.checkRow(row, 2)).toBe(true);
    expect([...check.identities.values()]).toMatchObject([
      { source: 'police', person: '~police:P1', surname: 'Ŵyn', forename: null },
    ]);
    expect(line(check)).toBe('4\t\t\t2\n');
  });
});

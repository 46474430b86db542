// A day that systems write where there is no date: read as blank, counted, and said once.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCellReader, NO_DATE_LIST } from '../../pipeline/contracts/cells.js';
import { CellError, NotedCell } from '../../pipeline/contracts/parsed-cell.js';
import { readCodeLists } from '../../pipeline/contracts/codes.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { theProject } from '../project.js';
import { CONTEXT, checking, contractFrom, keptOf, PLACES, visit } from './sample.js';
import { readProblem } from '../problems/words.js';

const lists = readCodeLists(join(projectFolder(), 'queries', 'codes'));
const noDate = lists.get(NO_DATE_LIST);
if (!noDate) throw new Error(`no list ${NO_DATE_LIST}`);
const codes = new Map([
  [NO_DATE_LIST, noDate],
  ['place', PLACES],
]);

const LOOSE = contractFrom('loose', {
  key: 'loose_id',
  columns: {
    loose_id: { type: 'id', required: true },
    ended_on: { type: 'date' },
    seen_on: { type: 'date', required: true },
    born_on: { type: 'personal', identity: 'date_of_birth' },
  },
});

function read(column: string, text: string): string | null {
  const declared = LOOSE.columns.find(({ name }) => name === column);
  if (!declared) throw new Error(column);
  const cell = createCellReader(declared, { ...CONTEXT, codes })(text);
  if (cell instanceof NotedCell) return cell.value ?? cell.form;
  return cell instanceof CellError ? cell.code : cell;
}

describe('a day that stands for no date', () => {
  it.each([
    ...['01/01/1900', '1/1/1900', '1900-01-01', '1900-01-01 00:00:00', '1900-01-01T00:00:00Z'],
    ...['01/01/1900 00:00', '00/01/1900', '0', '30/12/1899', '1753-01-01', '0001-01-01'],
    ...['01/01/1970', '31/12/9999', ' 01/01/1900 ', '01-01-1900', '1 January 1900'],
  ])(
    '%j is a notice in a column that may be blank, and a blank in one that must not be',
    (text) => {
      expect([read('ended_on', text), read('seen_on', text)]).toEqual(['no-date', 'blank']);
    },
  );

  it.each([
    ['02/01/1900', '1900-01-02'],
    ['31/12/1969', '1969-12-31'],
    ['01/01/2000', '2000-01-01'],
  ])('%s beside it is a day like any other', (text, day) => {
    expect(read('ended_on', text)).toBe(day);
  });

  it.each(['1900', '00/01/1901', '01-1-00', '00'])('%s is no date at all', (text) => {
    expect(read('ended_on', text)).toBe('bad-date');
  });

  it('leaves a birthday to the rules on birthdays', () => {
    expect(read('born_on', '01/01/1900')).toBe('1900-01-01');
  });

  it('is accepted, stored as blank, counted in every row and said once', () => {
    const check = checking({ codes });
    for (let line = 2; line < 54; line += 1) {
      const cells = visit({ visit_id: `V${line}`, planned_for: '01/01/1900' });
      expect(keptOf(check, cells, line)?.['planned_for']).toBeNull();
    }
    expect([check.accepted, check.setAside]).toEqual([52, 0]);
    const problems = check.listProblems();
    expect(problems).toMatchObject([{ code: 'no-date', kind: 'note', line: 2 }]);
    expect(readProblem(problems[0])?.what).toMatch(/^52 cells/);
  });

  it('does not save a row that is wrong elsewhere', () => {
    const check = checking({ codes });
    check.checkRow(visit({ planned_for: '01/01/1900', kept: 'perhaps' }), 2);
    expect([check.accepted, check.setAside]).toEqual([0, 1]);
    expect(check.listProblems().map(({ code }) => code)).toEqual(['bad-yes-no', 'no-date']);
  });

  it('is older or later than any date that a contract of ours can hold', () => {
    const days = new Set(noDate.labels.values());
    const dates = theProject().contracts.flatMap(({ extract, columns }) =>
      columns.flatMap((each) => (each.type === 'date' ? [{ extract, ...each }] : [])),
    );
    expect(dates.length).toBeGreaterThan(60);
    const earliest = dates.filter(({ earliest: from }) => from !== '1900-01-01');
    for (const { earliest: from } of earliest)
      expect([...days].filter((day) => day >= from)).toEqual(['9999-12-31']);
  });
});

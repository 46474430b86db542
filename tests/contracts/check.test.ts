// Rows against a contract: each is accepted or set aside, and no problem ever quotes one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checking, HEADING, keptOf, lastKept, visit } from './sample.js';
import { readProblem } from '../problems/words.js';

describe('a row', () => {
  it('stores canonical values, and nothing that identifies a child', () => {
    const cells = visit({ place: ' SCHOOL ', kept: 'No', minutes: '030', note: '' });
    expect(keptOf(checking(), cells, 2)).toEqual({
      visit_id: 'V1',
      child_id: '~C1',
      seen_on: '2023-02-01',
      planned_for: null,
      kept: 'false',
      minutes: '30',
      distance: '2.5',
      place: 'School',
      note: null,
    });
  });

  it('is set aside once, with a problem for each of its errors', () => {
    const check = checking();
    expect(check.checkRow(visit({ seen_on: 'soon', kept: 'perhaps', child_id: '' }), 7)).toBe(
      false,
    );
    expect([check.accepted, check.setAside]).toEqual([0, 1]);
    expect(check.listProblems().map(({ code, line, column }) => [code, line, column])).toEqual([
      ['blank', 7, 'child_id'],
      ['bad-date', 7, 'seen_on'],
      ['bad-yes-no', 7, 'kept'],
    ]);
  });

  it('keeps its readable cells when set aside, so that references to it can be resolved', () => {
    const check = checking();
    check.checkRow(visit(), 2);
    check.checkRow(visit({ child_id: 'C9', seen_on: 'soon' }), 3);
    expect(lastKept(check)).toMatchObject({ visit_id: 'V1', child_id: '~C9', seen_on: null });
  });

  it('does not inherit a cell from the previous row', () => {
    const check = checking();
    check.checkRow(visit(), 2);
    const next = visit({ visit_id: 'V2', note: '', minutes: '', place: '' });
    expect(keptOf(check, next, 3)).toMatchObject({
      visit_id: 'V2',
      note: null,
      minutes: null,
      place: null,
    });
  });
});

describe('many problems of one kind', () => {
  it('are reported twenty times and then counted, by column', () => {
    const check = checking();
    for (let line = 2; line < 52; line += 1)
      check.checkRow(visit({ seen_on: 'soon', ...(line < 5 ? { kept: 'perhaps' } : {}) }), line);
    const problems = check.listProblems();
    const dates = problems.filter(({ code }) => code === 'bad-date');
    expect(dates).toHaveLength(21);
    expect(dates.map(({ line }) => line)).toEqual([...Array(21).keys()].map((at) => at + 2));
    expect(dates[20]?.more).toBe(29);
    expect(problems.filter(({ code }) => code === 'bad-yes-no')).toHaveLength(3);
    expect(check.setAside).toBe(50);
  });

  it('are reported one by one up to twenty-one', () => {
    const check = checking();
    for (let line = 2; line < 23; line += 1) check.checkRow(visit({ seen_on: 'soon' }), line);
    expect(check.listProblems()).toHaveLength(21);
  });
});

describe('for any cell contents', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', 'V1', 'C1', 'yes', 'Home', '01/02/2023', '2023-02-01', '12', '\u0000'),
  );
  const row = fc.array(garbage, { minLength: HEADING.length, maxLength: HEADING.length });

  it('every row received is accepted or set aside, and one that is set aside has a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.constant(visit())), { maxLength: 30 }), (rows) => {
        const check = checking();
        const given = rows.filter((cells, at) => check.checkRow(cells, at + 2)).length;
        expect(check.accepted).toBe(given);
        expect(check.accepted + check.setAside).toBe(rows.length);
        expect(check.listProblems().length > 0).toBe(check.setAside > 0);
      }),
    );
  });

  it('no problem quotes a cell', () => {
    const canary = 'xqz7canary';
    const hidden = fc
      .tuple(fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 5 }))
      .map(([before, after]) => `${before}${canary}${after}`);
    const cell = fc.oneof(hidden, fc.constantFrom(...visit()));
    const told = fc.array(cell, { minLength: HEADING.length, maxLength: HEADING.length });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 30 }), (rows) => {
        const check = checking();
        rows.forEach((cells, at) => check.checkRow(cells, at + 2));
        expect(JSON.stringify(check.listProblems())).not.toContain(canary);
      }),
    );
  });

  it('a problem names its file, line and heading, and what to do', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const check = checking();
        check.checkRow(cells, 41);
        for (const problem of check.listProblems()) {
          expect(problem).toMatchObject({ kind: 'data', file: 'visits.csv', line: 41 });
          expect(HEADING).toContain(problem.column);
          expect(readProblem(problem).what).not.toBe('');
          expect(readProblem(problem).fix).toMatch(/\.$/);
        }
      }),
    );
  });

  it('a row dated after today is refused today', () => {
    expect(checking().checkRow(visit({ seen_on: '21/04/2023' }), 2)).toBe(false);
    expect(checking({ today: '2023-04-21' }).checkRow(visit({ seen_on: '21/04/2023' }), 2)).toBe(
      true,
    );
  });
});

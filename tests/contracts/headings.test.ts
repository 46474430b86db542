// Heading rows: found by any spelling, in any order; a doubt is a problem, never a guess.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExtractCheck } from '../../pipeline/contracts/check.js';
import { isHeading, locateColumns } from '../../pipeline/contracts/headings.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { checking, CONTEXT, contractFrom, HEADING, keptOf, visit, VISITS } from './sample.js';
import { readProblem } from '../problems/words.js';

function problemsOf(cells: readonly string[]): [string, string | undefined][] {
  const { problems } = locateColumns(VISITS, cells, 'visits.csv', 3);
  return problems.map(({ code, column }) => [code, column]);
}

function without(name: string): string[] {
  return HEADING.filter((each) => each !== name);
}

function renamed(name: string, heading: string): string[] {
  return HEADING.map((each) => (each === name ? heading : each));
}

describe('headings', () => {
  it.each([
    'visit_id',
    'VISIT ID',
    'Visit-Id',
    ' visit\u00a0id ',
    'Visit ref',
    'visit no',
    'Visit.No.',
  ])('match visit_id from %j', (heading) => {
    expect(problemsOf(renamed('visit_id', heading))).toEqual([]);
  });

  it.each(['visitid', 'visit_id_2', 'visit', 'visits_id'])(
    'do not match visit_id from %j',
    (heading) => {
      expect(problemsOf(renamed('visit_id', heading))).toEqual([
        ['missing-column', 'visit_id'],
        ['extra-column', heading],
      ]);
    },
  );

  it('may be in any order, with others between them', () => {
    const places = [...HEADING.keys(), 100, 101];
    const order = fc.shuffledSubarray(places, { minLength: places.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        const cells = visit();
        const check = checking(
          {},
          shuffled.map((at) => HEADING[at] ?? `unknown ${at}`),
        );
        const shown = shuffled.map((at) => cells[at] ?? 'rubbish');
        expect(keptOf(check, shown, 2)).toEqual(keptOf(checking(), visit(), 2));
      }),
      { numRuns: 50 },
    );
  });

  it('report a missing column with its possible headings, even if its cells may be blank', () => {
    const [problem] = locateColumns(VISITS, without('kept'), 'visits.csv', 3).problems;
    expect(problem).toMatchObject<Partial<Problem>>({
      kind: 'data',
      code: 'missing-column',
      file: 'visits.csv',
      line: 3,
      column: 'kept',
    });
    expect(readProblem(problem)?.fix).toContain('Attended?');
  });

  it('do not require a column that is skipped', () => {
    expect(problemsOf(without('surname'))).toEqual([]);
  });

  it('do not require an optional column, and store null instead', () => {
    const stops = contractFrom('stops', {
      key: 'stop_id',
      columns: {
        stop_id: { type: 'id', required: true },
        yjs_id: { type: 'child', optional: true },
        found: { type: 'yes_no' },
      },
    });
    const { problems } = locateColumns(stops, ['stop_id', 'found'], 'stops.csv', 1);
    expect(problems).toEqual([]);
    const check = new ExtractCheck(stops, CONTEXT);
    check.readHeading(['stop_id', 'found'], 'stops.csv', 1);
    expect(check.checkRow(['S1', 'yes'], 2)).toBe(true);
    expect(check.encodedLine.bytes.toString('utf8', 0, check.encodedLine.length)).toBe(
      'S1\t\ttrue\t2\n',
    );
  });

  it('use neither of two headings for one column', () => {
    const cells = [...HEADING, 'Visit ref'];
    expect(problemsOf(cells)).toEqual([['duplicate-heading', 'Visit ref']]);
    expect(
      locateColumns(VISITS, cells, 'visits.csv', 1).places.map(({ column }) => column.name),
    ).toEqual(without('visit_id'));
  });

  it('report an unknown column, and one without a heading, as notes', () => {
    const { problems } = locateColumns(VISITS, [...HEADING, 'Shoe size', ''], 'visits.csv', 1);
    expect(problems.map(({ kind, code, column }) => [kind, code, column])).toEqual([
      ['note', 'extra-column', 'Shoe size'],
      ['note', 'extra-column', ''],
    ]);
  });

  it('are distinguished from a title or a row of cells', () => {
    expect(isHeading(VISITS, HEADING)).toBe(true);
    expect(isHeading(VISITS, ['YP ID', 'x', 'WHERE'])).toBe(true);
    expect(isHeading(VISITS, ['Visits for the quarter', '', ''])).toBe(false);
    expect(isHeading(VISITS, visit())).toBe(false);
  });
});

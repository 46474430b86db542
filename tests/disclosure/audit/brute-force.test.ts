// Small systems → the audit finds exactly what trying all whole numbers finds.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem, type AuditQuestion } from '../../../pipeline/disclosure/audit/audit.js';
import { loadSolver, type OpenModel } from '../../../pipeline/disclosure/audit/solver.js';
import {
  evaluateForm,
  satisfies,
  type Assignment,
  type Constraint,
  type LinearForm,
} from '../../../pipeline/disclosure/audit/system.js';
import { Contradiction } from '../../../pipeline/disclosure/audit/tighten.js';
import { compositions } from '../audit.js';

const STANDARD = { reaches: 5, possibleValues: 3 };

let openModel: OpenModel;
beforeAll(async () => {
  openModel = await loadSolver();
});

function sumUp(counts: Readonly<Record<string, number>>): LinearForm {
  return Object.entries(counts)
    .filter(([, times]) => times !== 0)
    .map(([unknown, times]) => ({ unknown, times }));
}

/** What the audit must say of each sum to protect, given every assignment that is possible. */
function judgeAll(
  { protect, standard }: AuditQuestion,
  possible: readonly Assignment[],
): Record<string, [number, number]> {
  return Object.fromEntries(
    protect.flatMap(({ name, form }) => {
      const values = new Set(possible.map((counts) => evaluateForm(form, counts)));
      const ends: [number, number] = [Math.min(...values), Math.max(...values)];
      const isSafe = values.size >= standard.possibleValues && ends[1] >= standard.reaches;
      return isSafe ? [] : [[name, ends] as const];
    }),
  );
}

function audit(question: AuditQuestion): Record<string, [number, number]> {
  const { exposures } = auditSystem(question, openModel);
  return Object.fromEntries(exposures.map(({ name, least, most }) => [name, [least, most]]));
}

describe('every table of three groups and a total of up to eight, with every choice of hidden cells', () => {
  const groups = ['a', 'b', 'c'];
  const hidings = Array.from({ length: 16 }, (_, bits) =>
    [...groups, 'total'].filter((_cell, at) => (bits >> at) % 2 === 1),
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a total of %i', (total) => {
    for (const counts of compositions(total, 3))
      for (const hidden of hidings) {
        const cells = new Map([
          ...groups.map((id, at) => [id, counts[at] ?? 0] as const),
          ['total', total],
        ]);
        const seen = [...cells].filter(([id]) => !hidden.includes(id));
        const constraints: Constraint[] = [
          {
            form: sumUp({ a: 1, b: 1, c: 1, total: -1 }),
            least: 0,
            most: 0,
            reason: 'groups add up',
          },
          ...seen.map(([id, count]) => {
            return { form: sumUp({ [id]: 1 }), least: count, most: count, reason: 'shown' };
          }),
        ];
        const protect = hidden.map((name) => ({ name, form: sumUp({ [name]: 1 }) }));
        const question = { constraints, protect, standard: STANDARD, truth: cells };
        // Where the total is hidden a group can be anything up to it: more than these need not be tried.
        const tried = hidden.includes('total')
          ? Array.from({ length: 20 }, (_, sum) => sum)
          : [total];
        const possible = tried
          .flatMap((sum) =>
            compositions(sum, 3).map(
              ([a = 0, b = 0, c = 0]) => new Map(Object.entries({ a, b, c, total: sum })),
            ),
          )
          .filter((each) => constraints.every((constraint) => satisfies(each, constraint)));
        const exposed = Object.keys(judgeAll(question, possible));
        expect(Object.keys(audit(question)).sort()).toEqual(exposed.sort());
      }
  });
});

describe('any small system', () => {
  const names = ['a', 'b', 'c', 'd'];
  const times = fc.integer({ min: -2, max: 3 });
  const form = fc
    .tuple(times, times, times, times)
    .map((each) => sumUp(Object.fromEntries(names.map((name, at) => [name, each[at] ?? 0]))));
  const constraint = fc
    .tuple(form, fc.integer({ min: -4, max: 8 }), fc.nat({ max: 5 }))
    .map(([sum, least, width]): Constraint => ({
      form: sum,
      least,
      most: least + width,
      reason: 'drawn',
    }));
  const LARGEST = 5;
  const ends = names.map((name): Constraint => {
    return { form: sumUp({ [name]: 1 }), least: 0, most: LARGEST, reason: 'end' };
  });
  const all = names.reduce<Record<string, number>[]>(
    (before, name) =>
      before.flatMap((each) =>
        Array.from({ length: LARGEST + 1 }, (_, count) => ({ ...each, [name]: count })),
      ),
    [{}],
  );
  const assignments = all.map((each): Assignment => new Map(Object.entries(each)));

  it('has the intervals and as many values as trying all numbers finds', () => {
    let solved = 0;
    fc.assert(
      fc.property(fc.array(constraint, { minLength: 1, maxLength: 3 }), form, (drawn, sum) => {
        const constraints = [...ends, ...drawn];
        const protect = [
          ...names.map((name) => ({ name, form: sumUp({ [name]: 1 }) })),
          { name: 'sum', form: sum },
        ];
        const question = { constraints, protect, standard: STANDARD };
        const possible = assignments.filter((each) => drawn.every((own) => satisfies(each, own)));
        if (possible.length === 0) return;
        solved += 1;
        expect(audit(question)).toEqual(judgeAll(question, possible));
      }),
      { numRuns: 400 },
    );
    expect(solved).toBeGreaterThan(150);
  });

  it('throws where no number is left', () => {
    const constraints: Constraint[] = [
      { form: sumUp({ a: 1, b: 1 }), least: 3, most: 3, reason: 'three' },
      { form: sumUp({ a: 1, b: 1 }), least: 5, most: 9, reason: 'five' },
      { form: sumUp({ a: 1 }), least: 3, most: 9, reason: 'three of one' },
    ];
    const protect = [{ name: 'a', form: sumUp({ a: 1 }) }];
    expect(() => audit({ constraints, protect, standard: STANDARD })).toThrow(Contradiction);
  });
});

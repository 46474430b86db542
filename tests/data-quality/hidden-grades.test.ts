// What a grade of confidence says of how few records lack an answer, in an edition that hides how few.
import { expect, test } from 'vitest';
import { gradeMeasures } from '../../pipeline/results/measure-grades.js';
import type { RecordFacts } from '../../pipeline/results/record-facts.js';
import { theProject } from '../project.js';

const project = theProject();
const CHECKED = 60;

/** The grades of all measures where so many of sixty children have no ethnicity recorded. */
function grade(lacking: number, hideBelow: number): string {
  const fault = project.faults.find(({ id }) => id === 'ethnicity_not_known');
  if (!fault) throw new RangeError('no such fault');
  const records = Array.from({ length: lacking }, (_, at) => `C${String(at)}`);
  const facts: RecordFacts = {
    ...{ known: new Map(), freshness: [], linked: [], noArea: [] },
    faults: [{ fault, records, checked: CHECKED }],
  };
  const grades = gradeMeasures(project, facts, [], [hideBelow]).get(hideBelow);
  return JSON.stringify(
    [...(grades ?? [])].map(([id, { grade: given, because }]) => [id, given, because]),
  );
}

test('N: no reason beside a hidden share tells that exactly one of sixty has no ethnicity', () => {
  // Yesterday one of sixty was under the limit of 2%, and two to four were over it.
  expect(grade(1, 0)).not.toBe(grade(2, 0));
  const hidden = [1, 2, 3, 4].map((lacking) => grade(lacking, 5));
  expect(new Set(hidden).size).toBe(1);
  expect(hidden[0]).toBe(grade(4, 0));
  expect(grade(0, 5)).toBe(grade(0, 0));
  expect(grade(5, 5)).toBe(grade(5, 0));
});

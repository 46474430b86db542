// Which extracts a query counts from, through marts and views.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLineage } from '../../pipeline/warehouse/lineage.js';
import { QUERIES } from '../measures/case-runner.js';

function sqlOf(measure: string): string {
  return readFileSync(join(QUERIES, 'measures', measure, 'measure.sql'), 'utf8');
}

test.each([
  ['children_worked_with', ['children', 'interventions']],
  ['remands', ['children', 'custody']],
  ['needs_profile', ['assessments', 'children', 'needs']],
])('%s counts from %j', (measure, extracts) => {
  const behind = readLineage(QUERIES)(sqlOf(measure));
  expect([...behind]).toEqual(expect.arrayContaining(extracts));
  expect(behind.has('offences')).toBe(false);
});

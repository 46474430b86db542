// A label that nobody has mapped: where figures are only broken down by it, it stops nothing, moves nobody in or out, and is shown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, it } from 'vitest';
import { buildCase, listCodes, removeCases } from '../first-contact/build-case.js';
import { theProject } from '../project.js';

afterAll(removeCases);

const BASE = join(import.meta.dirname, '..', 'first-contact', 'cases', 'base');
const MEASURES = theProject().measures.map(({ declaration: { id } }) => id);

function replaceCells(extract: string, columns: readonly string[]): Record<string, string> {
  const { data } = Papa.parse<Record<string, string>>(
    readFileSync(join(BASE, `${extract}.csv`), 'utf8'),
    { header: true, skipEmptyLines: true },
  );
  const cells = Object.fromEntries(columns.map((column) => [column, 'A label of nobody’s']));
  return { [`${extract}.csv`]: Papa.unparse(data.map((row) => ({ ...row, ...cells }))) };
}

/** The columns that the contract of an extract declares to break figures down and no more. */
function listBreakingDown(extract: string): string[] {
  const contract = theProject().contracts.find((each) => each.extract === extract);
  return (contract?.columns ?? []).flatMap((column) =>
    column.type === 'code' && column.only_breaks_down ? [column.name] : [],
  );
}

const ASK =
  'select breakdown, group_code, count(*)::integer from marts.characteristics group by all order by all';

it('leaves every headline of every measure as it was, and puts the children into a group of its own', async () => {
  const columns = listBreakingDown('children');
  expect(columns).toEqual(['sex', 'ethnicity', 'preferred_language']);
  const asked = { measures: MEASURES, ask: ASK };
  const before = await buildCase(asked);
  const after = await buildCase({ ...asked, files: replaceCells('children', columns) });
  expect(Object.keys(before.figures).length).toBeGreaterThan(100);
  expect(after.figures).toEqual(before.figures);
  expect(listCodes(after)).toContain('not-yet-mapped');
  expect(after.rows).toEqual([
    ['ethnicity', 'Not yet mapped', 12],
    ['language', 'Not yet mapped', 12],
    ['looked_after', 'no', 12],
    ['sex', 'Not yet mapped', 12],
    ['total', 'all', 12],
    ['traveller', 'Not yet mapped', 12],
  ]);
  expect(JSON.stringify(before.rows)).not.toContain('Not yet mapped');
}, 120_000);

it('is a group only while somebody is in it', async () => {
  const ask =
    "select breakdown from marts.groups where group_code = 'Not yet mapped' order by sort";
  expect((await buildCase({ ask })).rows).toEqual([]);
  const files = replaceCells('children', ['ethnicity']);
  expect((await buildCase({ ask, files })).rows.flat()).toEqual([
    ...['ethnicity', 'traveller', 'ethnicity_girls', 'ethnicity_boys', 'recorded_ethnicity'],
  ]);
}, 60_000);

it('stops the extract where the column decides who counts', async () => {
  const built = await buildCase({ files: replaceCells('outcomes', ['outcome_type']) });
  expect(listCodes(built)).toContain('unknown-code');
});

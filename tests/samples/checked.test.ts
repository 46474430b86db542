// The sample extracts through the project's own contracts: the sound sets raise nothing, each faulty one its one problem.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from 'js-yaml';
import { isBlocking } from '../../pipeline/domain/problem.js';
import { checkAllExtracts } from '../../pipeline/ingest/dry-run.js';
import { findExtracts } from '../../pipeline/extracts/find.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { readSources } from '../../pipeline/ingest/source-systems.js';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { theProject } from '../project.js';
import { groupBy, iso, readRows } from './extracts.js';

const root = join(import.meta.dirname, '../..');
const samples = join(root, 'data-samples');
const { contracts, codes } = theProject();
const settings = readSettings(join(root, 'reports/service.yaml'));

/** Later than any date in the samples, planned ends included. */
const AFTER_EVERY_PLAN = '2028-01-01';

/** Takes in a folder. Every extract a pack cannot do without is there; of the others, `all` or some. */
async function receipts(
  kind: 'case' | 'reference',
  all: boolean,
  ...path: string[]
): Promise<readonly Receipt[]> {
  const wanted = contracts.filter((contract) => contract.kind === kind);
  const names = wanted.map(({ extract }) => extract);
  const { files, problems } = findExtracts(join(samples, ...path), names);
  expect(problems).toEqual([]);
  const came = new Set(files.map(({ extract }) => extract));
  const needed = wanted.filter(({ required }) => all || required);
  expect(needed.filter(({ extract }) => !came.has(extract))).toEqual([]);
  const context = {
    codes,
    today: AFTER_EVERY_PLAN,
    tolerance: {},
    progress: () => undefined,
    sources: readSources(theProject(), settings, AFTER_EVERY_PLAN),
  };
  const { receipts } = await checkAllExtracts(wanted, files, context);
  return receipts.filter(({ contract }) => came.has(contract.extract));
}

describe.each([
  ['demonstration', true],
  ['english-service', false],
] as const)('%s', (service, all) => {
  test('every row of every extract is accepted, and nothing is said of any', async () => {
    const came = [
      ...(await receipts('case', all, service)),
      ...(await receipts('reference', all, service, 'reference')),
    ];
    expect(came.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { received, accepted } of came)
      expect([accepted, received > 0]).toEqual([received, true]);
  });
});

test('there is a folder for each of the five faults', () => {
  const folders = readdirSync(join(samples, 'faults'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([
    'bad-date',
    'duplicate-id',
    'missing-column',
    'orphan-reference',
    'unknown-code',
  ]);
});

describe.each(['bad-date', 'duplicate-id', 'missing-column', 'orphan-reference', 'unknown-code'])(
  'faults/%s',
  (fault) => {
    test('raises the expected problem, and no other', async () => {
      const expected: unknown = load(
        readFileSync(join(samples, 'faults', fault, 'expected.yaml'), 'utf8'),
      );
      const raised = (await receipts('case', false, 'faults', fault))
        .flatMap(({ problems }) => problems)
        .filter(isBlocking);
      expect(raised.map(({ code, file, line, column }) => ({ code, file, line, column }))).toEqual(
        expected,
      );
    });
  },
);

describe('the English service', () => {
  const folder = join(samples, 'english-service');
  const children = readRows(folder, 'children_2024-25-q1');

  test('has another supplier: its headings are not the canonical ones, its dates are ISO', () => {
    const [first] = children;
    expect(Object.keys(first ?? {}).slice(0, 4)).toEqual([
      'YP ID',
      'Last name',
      'First name',
      'DOB',
    ]);
    expect(children.every((row) => /^\d{4}-\d\d-\d\d$/.test(row['DOB'] ?? ''))).toBe(true);
  });

  test('speaks no Welsh, and often does not say whether a child is looked after', () => {
    expect(groupBy(children, 'First language').has('Welsh')).toBe(false);
    const blank = children.filter((row) => row['CLA'] === '').length / children.length;
    expect(blank).toBeGreaterThan(0.25);
    expect(blank).toBeLessThan(0.45);
  });

  test('has no work that starts after the extract was taken', () => {
    const work = readRows(folder, 'interventions_2024-25-q1');
    expect(work.filter((row) => iso(row['Date started']) > '2024-06-30')).toEqual([]);
  });
});

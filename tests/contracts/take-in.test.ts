// Whole files against linked contracts: what comes of each, and of those that refer to it.
import { describe, expect, it } from 'vitest';
import { checkAllExtracts } from '../../pipeline/ingest/dry-run.js';
import { findExtracts } from '../../pipeline/extracts/find.js';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { emptyFolder, written } from '../deliveries/folder.js';
import { contractFrom, PLACES, TODAY } from './sample.js';
import { readProblem } from '../problems/words.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    home: { type: 'code', codes: 'place' },
    seen_on: { type: 'date' },
  },
});
const VISITS = contractFrom('visits', {
  key: ['visit_id', 'child_id'],
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
  },
});

async function receiptsOf(
  files: Readonly<Record<string, readonly string[]>>,
  tolerance: Readonly<Record<string, number>> = {},
): Promise<Record<string, Receipt>> {
  const folder = written(emptyFolder(), files);
  const found = findExtracts(folder, ['children', 'visits']);
  const { receipts } = await checkAllExtracts([CHILDREN, VISITS], found.files, {
    codes: new Map([['place', PLACES]]),
    today: TODAY,
    tolerance,
    progress: () => undefined,
  });
  for (const { received, accepted, setAside } of receipts)
    expect(accepted + setAside).toBe(received);
  return Object.fromEntries(receipts.map((receipt) => [receipt.contract.extract, receipt]));
}

function codesOf(receipt: Receipt | undefined): (string | number | undefined)[][] {
  return (receipt?.problems ?? []).map(({ kind, code, line }) => [kind, code, line]);
}

const children = ['child_id,home,seen_on', 'C1,Home,01/02/2023', 'C2,School,'];
const visits = ['visit_id,child_id', 'V1,C1', 'V2,C2', 'V2,C1'];

describe('ingested extracts', () => {
  it('are accepted completely if nothing is wrong', async () => {
    const receipts = await receiptsOf({ 'children.csv': children, 'visits.csv': visits });
    expect(receipts['children']).toMatchObject({ received: 2, accepted: 2, blocked: false });
    expect(receipts['visits']).toMatchObject({ received: 3, accepted: 3, blocked: false });
  });

  it('set aside a row that references a missing record', async () => {
    const receipts = await receiptsOf({
      'children.csv': children,
      'visits.csv': [...visits, 'V9,C9'],
    });
    expect(receipts['visits']).toMatchObject({ accepted: 3, setAside: 1, blocked: true });
    expect(codesOf(receipts['visits'])).toEqual([['data', 'orphan-reference', 5]]);
  });

  it('report all errors of a row, in column order', async () => {
    const receipts = await receiptsOf({
      'children.csv': children,
      'visits.csv': [...visits, ',C9', 'V1,C9', '1E+12,C1'],
    });
    expect(receipts['visits']).toMatchObject({ accepted: 3, setAside: 3 });
    expect(codesOf(receipts['visits'])).toEqual([
      ['data', 'blank', 5],
      ['data', 'orphan-reference', 5],
      ['data', 'orphan-reference', 6],
      ['data', 'bad-id', 7],
    ]);
  });

  it('leave the identifier of a row set aside free for another row', async () => {
    const { children: receipt } = await receiptsOf({
      'children.csv': ['child_id,home,seen_on', 'C1,Home,soon', 'C1,Home,', 'C1,Home,'],
    });
    expect(codesOf(receipt)).toEqual([
      ['data', 'bad-date', 2],
      ['data', 'duplicate-id', 4],
    ]);
    expect(readProblem(receipt?.problems[1])?.what).toBe(
      'A row has the same identifier as line 3.',
    );
  });

  it('report the first line of a record that occurs many times', async () => {
    const { children: receipt } = await receiptsOf({
      'children.csv': ['child_id,home,seen_on', ...Array<string>(30).fill('C1,Home,')],
      'visits.csv': visits.slice(0, 1),
    });
    expect(receipt).toMatchObject({ received: 30, accepted: 1, setAside: 29 });
    expect(codesOf(receipt)).toEqual(
      [...Array(21).keys()].map((at) => ['data', 'duplicate-id', at + 3]),
    );
    expect(readProblem(receipt?.problems[0])?.what).toBe(
      'A row has the same identifier as line 2.',
    );
    expect(receipt?.problems[20]?.more).toBe(8);
  });

  it('set aside a row that references a row set aside', async () => {
    const receipts = await receiptsOf(
      { 'children.csv': [...children, 'C3,Home,soon'], 'visits.csv': [...visits, 'V3,C3'] },
      { children: 1 },
    );
    expect(receipts['children']).toMatchObject({ setAside: 1, blocked: false });
    expect(codesOf(receipts['children'])).toEqual([['note', 'bad-date', 4]]);
    expect(codesOf(receipts['visits'])).toEqual([['data', 'orphan-reference', 5]]);
  });

  it.each([
    ['a column missing', ['child_id,home', 'C1,Home'], 'missing-column'],
    ['a code unknown, in one row of many', [...children, 'C3,Moon,'], 'unknown-code'],
    ['a row set aside past the tolerance', [...children, 'C3,Home,soon'], 'bad-date'],
    ['a file cut short', [...children.slice(0, 2), 'C2,"School'], 'unclosed-quote'],
  ])('do not check references to a rejected extract: %s', async (_, lines, code) => {
    const receipts = await receiptsOf({
      'children.csv': lines,
      'visits.csv': [...visits, 'V9,C9'],
    });
    expect(receipts['children']?.blocked).toBe(true);
    expect(receipts['children']?.problems.map((problem) => problem.code)).toContain(code);
    expect(codesOf(receipts['visits'])).toEqual([]);
  });

  it('accept no row of a rejected file', async () => {
    const receipts = await receiptsOf({
      'children.csv': [...children, 'C3,"Home,'],
      'visits.csv': visits,
    });
    expect(receipts['children']).toMatchObject({ accepted: 0, blocked: true });
  });

  it('report a missing file, and still check the others', async () => {
    const receipts = await receiptsOf({ 'visits.csv': [...visits, 'V1,C1'] });
    expect(codesOf(receipts['children'])).toEqual([['data', 'missing-extract', undefined]]);
    expect(codesOf(receipts['visits'])).toEqual([['data', 'duplicate-id', 5]]);
  });

  it('may come in several files, without shared identifiers', async () => {
    const receipts = await receiptsOf({
      'children_a.csv': children,
      'children_b.csv': ['seen_on,child_id,home', ',C3,Home', ',C1,Home'],
    });
    expect(receipts['children']).toMatchObject({ received: 4, accepted: 3, setAside: 1 });
    expect(receipts['children']?.problems).toMatchObject([
      { code: 'duplicate-id', file: 'children_b.csv', line: 3 },
    ]);
    expect(readProblem(receipts['children']?.problems[0])?.what).toContain(
      'line 2 of this file or of one before',
    );
  });
});

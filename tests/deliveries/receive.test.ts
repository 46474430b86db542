// A service's files into its store: committed together, once, or not at all.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appendLedger, readLedgerEvents, readLedger } from '../../pipeline/deliveries/ledger.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import type { ReceiveResult } from '../../pipeline/ingest/receive.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { quoteText } from '../../pipeline/warehouse/sql.js';
import { listing } from './folder.js';
import { smallService } from './service.js';

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

const children = [
  'child_id,surname,home,known_since',
  'C1,Enghraifft,Home,02/01/2020',
  'C2,Prawf,School,03/01/2020',
];
const visits = ['visit_id,child_id', 'V1,C1', 'V2,C2'];

function deliveriesOf({ known }: ReceiveResult): Record<string, number> {
  return Object.fromEntries([...known].map(([extract, entries]) => [extract, entries.length]));
}

describe('receiving extracts', () => {
  it('writes only Parquet files named by content and one ledger line', async () => {
    const { settings, send } = smallService();
    const { known, receipts } = await send({ 'children.csv': children, 'visits.csv': visits });
    const entries = [...known.values()].flat();
    const names = entries.map(({ delivery }) => `${delivery}.parquet`);
    expect(listing(settings.deliveries)).toEqual([...names, 'ledger.jsonl', 'service.json'].sort());
    for (const name of names) {
      const bytes = readFileSync(join(settings.deliveries, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name.replace('.parquet', ''));
    }
    expect(entries).toEqual(readLedger(settings.deliveries));
    expect(receipts.map(({ accepted }) => accepted)).toEqual([2, 2]);
  });

  it('records the headings of their columns', async () => {
    const { send } = smallService();
    const [, ...rows] = visits;
    const { known } = await send({
      'children.csv': children,
      'visits.csv': ['Visit-ID,CHILD ID', ...rows],
    });
    expect(known.get('visits')?.map(({ headings }) => headings)).toEqual([
      { visit_id: 'Visit-ID', child_id: 'CHILD ID' },
    ]);
  });

  it('stores no name and no number of a child', async () => {
    const { settings, send } = smallService();
    const { known } = await send({ 'children.csv': children, 'visits.csv': visits });
    const database = await openForBuilding(':memory:');
    const stored = await Promise.all(
      [...known.values()]
        .flat()
        .map(({ delivery }) =>
          database.query(
            `select columns(*)::varchar from read_parquet(${quoteText(join(settings.deliveries, `${delivery}.parquet`))})`,
          ),
        ),
    );
    database.close();
    const [kept = [], seen = []] = stored;
    expect(JSON.stringify(stored)).not.toMatch(/Enghraifft|Prawf|"C[12]"/);
    expect(kept.map(([, home]) => home)).toEqual(['Home', 'School']);
    expect(seen.map(([, child]) => child)).toEqual(kept.map(([child]) => child));
  });

  it('adds no file for a repeated delivery, and a ledger line that records it', async () => {
    const { settings, send } = smallService();
    await send({ 'children.csv': children, 'visits.csv': visits });
    const before = listing(settings.deliveries);
    const ledger = readLedger(settings.deliveries);
    const again = await send({ 'children.csv': children, 'visits.csv': visits });
    expect(deliveriesOf(again)).toEqual({ children: 1, visits: 1 });
    expect(listing(settings.deliveries)).toEqual(before);
    expect(readLedger(settings.deliveries)).toEqual(ledger);
    expect(readLedgerEvents(settings.deliveries).at(-1)).toMatchObject({
      deliveries: [],
      again: [{ extract: 'children' }, { extract: 'visits' }],
    });
  });

  it('treats the same rows in other bytes as the same delivery', async () => {
    const { send } = smallService();
    const first = await send({ 'children.csv': children });
    const spaced = children.map((line) => line.replaceAll(',', ' , '));
    const second = await send({ 'children.csv': spaced });
    expect(second.known.get('children')).toEqual(first.known.get('children'));
  });

  it('replaces with a full delivery and adds with a partial one, without changing earlier days', async () => {
    const { send } = smallService();
    const first = await send({ 'children.csv': children, 'visits.csv': visits }, '2023-03-31');
    const later = await send(
      {
        'children.csv': [...children, 'C3,Newydd,Home,04/01/2020'],
        'visits.csv': ['visit_id,child_id', 'V3,C3'],
      },
      '2023-06-30',
    );
    expect(deliveriesOf(later)).toEqual({ children: 1, visits: 2 });
    expect(later.known.get('children')).not.toEqual(first.known.get('children'));
    const asThen = await send({}, '2023-06-30', { asAt: '2023-03-31' });
    expect(asThen).toEqual({ known: first.known, receipts: [], diffs: [], problems: [] });
  });
});

describe('a pack as at a day before the first delivery', () => {
  it('uses the first delivery, and notes it', async () => {
    const { send } = smallService();
    const files = { 'children.csv': children, 'visits.csv': visits };
    const first = await send(files, '2023-06-30', { asAt: '2023-03-31' });
    expect(deliveriesOf(first)).toEqual({ children: 1, visits: 1 });
    expect(first.problems).toMatchObject([{ kind: 'note', code: 'before-first-delivery' }]);
    await send({ 'children.csv': [...children, 'C3,Newydd,Home,04/01/2020'] }, '2023-07-31');
    const before = await send({}, '2023-07-31', { asAt: '2022-12-31' });
    expect(before.known).toEqual(first.known);
    expect(before.problems).toMatchObject([{ kind: 'note', code: 'before-first-delivery' }]);
  });

  it('is not changed by a delivery declared for an even earlier day', async () => {
    const { settings, send } = smallService();
    await send({ 'children.csv': children }, '2023-06-30', { asAt: '2023-01-31' });
    const made = { quarter: '2022-23 Q3', as_at: '2023-01-31', editions: ['board'] };
    appendLedger(settings.deliveries, { what: 'packed', on: '2023-06-30', ...made });
    const more = { 'children.csv': [...children, 'C3,Newydd,Home,04/01/2020'] };
    const received = { settings: { received_on: '2023-03-31' } };
    await expect(send(more, '2023-06-30', received)).rejects.toMatchObject({
      problems: [{ code: 'changes-the-past' }],
    });
  });
});

describe('refusing extracts', () => {
  it.each([
    ['a bad row', { 'children.csv': [...children, 'C1,Eto,Home,04/01/2020'] }, 'duplicate-id'],
    [
      'a bad row of another',
      { 'children.csv': children, 'visits.csv': [...visits, 'V9,C9'] },
      'orphan-reference',
    ],
    ['a missing extract', { 'visits.csv': visits }, 'missing-extract'],
    [
      'a file that is not read',
      { 'children.csv': children, 'visits.xls': [''] },
      'unreadable-file',
    ],
    ['a cut file', { 'children.csv': [...children, 'C3,"'] }, 'unclosed-quote'],
  ])('leaves the store unchanged: %s', async (_, files, code) => {
    const { settings, send } = smallService();
    await send({ 'children.csv': children });
    const before = listing(settings.deliveries);
    const ledger = readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8');
    const refused = await send(files).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemError);
    expect((refused as ProblemError).problems.map((problem) => problem.code)).toContain(code);
    expect(listing(settings.deliveries)).toEqual(before);
    expect(readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8')).toBe(ledger);
  });

  it('refuses a key other than the store’s', async () => {
    const { settings, send } = smallService();
    await send({ 'children.csv': children });
    writeFileSync(settings.key_file, 'z'.repeat(64));
    await expect(send({ 'children.csv': children })).rejects.toMatchObject({
      problems: [{ code: 'other-key' }],
    });
  });
});

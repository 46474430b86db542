// A service's files into its store: committed together, once, or not at all.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { Stopped } from '../../pipeline/domain/problem.js';
import { findExtracts } from '../../pipeline/extracts/find.js';
import type { Project } from '../../pipeline/project.js';
import { receiveExtracts, type Received } from '../../pipeline/receive.js';
import { readSettings, type Settings } from '../../pipeline/settings.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { literal } from '../../pipeline/warehouse/sql.js';
import { contractFrom, PLACES } from '../contracts/sample.js';
import { emptyFolder, listing, written } from './folder.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    surname: { type: 'personal' },
    home: { type: 'code', codes: 'place' },
  },
});
const VISITS = contractFrom('visits', {
  arrives: 'partial',
  required: false,
  key: 'visit_id',
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
  },
});
const PROJECT: Project = {
  folder: '',
  version: '0',
  contracts: [CHILDREN, VISITS],
  codes: new Map([['place', PLACES]]),
  measures: [],
  editions: [],
};

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

const children = ['child_id,surname,home', 'C1,Enghraifft,Home', 'C2,Prawf,School'];
const visits = ['visit_id,child_id', 'V1,C1', 'V2,C2'];

interface Service {
  readonly settings: Settings;
  readonly send: (
    files: Readonly<Record<string, readonly string[]>>,
    asAt?: string,
  ) => Promise<Received>;
}

function service(): Service {
  const folder = emptyFolder();
  const file = join(folder, 'service.yaml');
  writeFileSync(
    file,
    `service: {en: Test, cy: Prawf}\nnation: Wales\nareas: [W06000005]\nlanguages: [en]\nextracts: in\nreference: in\ndeliveries: store\nkey_file: key\n`,
  );
  const settings = readSettings(file);
  return {
    settings,
    send: (files, asAt = '2023-03-31') => {
      const found = findExtracts(written(emptyFolder(), files), ['children', 'visits']);
      const days = { asAt, today: '2023-04-20' };
      return receiveExtracts(PROJECT, settings, found, days, () => undefined);
    },
  };
}

function deliveriesOf({ known }: Received): Record<string, number> {
  return Object.fromEntries([...known].map(([extract, entries]) => [extract, entries.length]));
}

describe('extracts received', () => {
  it('become Parquet named by its content, a line each, and nothing else', async () => {
    const { settings, send } = service();
    const { known, receipts } = await send({ 'children.csv': children, 'visits.csv': visits });
    const entries = [...known.values()].flat();
    const names = entries.map(({ delivery }) => `${delivery}.parquet`);
    expect(listing(settings.deliveries)).toEqual([...names, 'ledger.jsonl'].sort());
    for (const name of names) {
      const bytes = readFileSync(join(settings.deliveries, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name.replace('.parquet', ''));
    }
    expect(entries).toEqual(readLedger(settings.deliveries));
    expect(receipts.map(({ accepted }) => accepted)).toEqual([2, 2]);
  });

  it('hold no name and no number of a child', async () => {
    const { settings, send } = service();
    const { known } = await send({ 'children.csv': children, 'visits.csv': visits });
    const database = await openForBuilding(':memory:');
    const stored = await Promise.all(
      [...known.values()]
        .flat()
        .map(({ delivery }) =>
          database.ask(
            `select * from read_parquet(${literal(join(settings.deliveries, `${delivery}.parquet`))})`,
          ),
        ),
    );
    database.close();
    const [kept = [], seen = []] = stored;
    expect(JSON.stringify(stored)).not.toMatch(/Enghraifft|Prawf|"C[12]"/);
    expect(kept.map(([, home]) => home)).toEqual(['Home', 'School']);
    expect(seen.map(([, child]) => child)).toEqual(kept.map(([child]) => child));
  });

  it('twice the same add no line and no file', async () => {
    const { settings, send } = service();
    await send({ 'children.csv': children, 'visits.csv': visits });
    const before = listing(settings.deliveries);
    const ledger = readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8');
    const again = await send({ 'children.csv': children, 'visits.csv': visits });
    expect(deliveriesOf(again)).toEqual({ children: 1, visits: 1 });
    expect(listing(settings.deliveries)).toEqual(before);
    expect(readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8')).toBe(ledger);
  });

  it('with other bytes and the same rows are the same delivery', async () => {
    const { send } = service();
    const first = await send({ 'children.csv': children });
    const spaced = children.map((line) => line.replaceAll(',', ' , '));
    const second = await send({ 'children.csv': spaced });
    expect(second.known.get('children')).toEqual(first.known.get('children'));
  });

  it('corrected replace when full and add when partial; the day before stands as it was', async () => {
    const { send } = service();
    const first = await send({ 'children.csv': children, 'visits.csv': visits }, '2023-03-31');
    const later = await send(
      {
        'children.csv': [...children, 'C3,Newydd,Home'],
        'visits.csv': ['visit_id,child_id', 'V3,C3'],
      },
      '2023-06-30',
    );
    expect(deliveriesOf(later)).toEqual({ children: 1, visits: 2 });
    expect(later.known.get('children')).not.toEqual(first.known.get('children'));
    const asThen = await send({ 'children.csv': children, 'visits.csv': visits }, '2023-03-31');
    expect(asThen.known).toEqual(first.known);
  });
});

describe('extracts refused', () => {
  it.each([
    ['a bad row', { 'children.csv': [...children, 'C1,Eto,Home'] }, 'duplicate-id'],
    [
      'a bad row of another',
      { 'children.csv': children, 'visits.csv': [...visits, 'V9,C9'] },
      'orphan-reference',
    ],
    ['a missing extract', { 'visits.csv': visits }, 'missing-extract'],
    ['a cut file', { 'children.csv': [...children, 'C3,"'] }, 'unclosed-quote'],
  ])('leave the store as it was: %s', async (_, files, code) => {
    const { settings, send } = service();
    await send({ 'children.csv': children });
    const before = listing(settings.deliveries);
    const ledger = readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8');
    const refused = await send(files).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Stopped);
    expect((refused as Stopped).problems.map((problem) => problem.code)).toContain(code);
    expect(listing(settings.deliveries)).toEqual(before);
    expect(readFileSync(join(settings.deliveries, 'ledger.jsonl'), 'utf8')).toBe(ledger);
  });

  it('when the store was made with another key', async () => {
    const { settings, send } = service();
    await send({ 'children.csv': children });
    writeFileSync(settings.key_file, 'z'.repeat(64));
    await expect(send({ 'children.csv': children })).rejects.toMatchObject({
      problems: [{ code: 'other-key' }],
    });
  });
});

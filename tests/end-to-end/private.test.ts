// Whole runs, one that goes wrong, a draft, and a pack in both editions and languages → no name, birthday, postcode or
// number of a child in anything they say or leave, the store and the warehouse among it.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readLedgerEvents } from '../../pipeline/deliveries/ledger.js';
import { openForBuilding, openForReading } from '../../pipeline/warehouse/connection.js';
import { FEW, fewChildren } from '../deliveries/scenarios/processes.js';
import { PROJECT, boardpack, removeServices, serviceLike, type Ran } from './service.js';
import { ownPack } from './shared.js';
import { open, textsOf } from '../publish/printed.js';

const SAMPLE = join(PROJECT, 'data-samples', 'demonstration');
const QUARTER = ['--quarter', '2022-23 Q4', '--as-at', '2023-05-15'];
/** A draft is made of all that a pack is. */
const ONE_DRAFT = ['--language', 'cy', '--edition', 'board', '--draft'];
/** What tells of a child in each extract that says who somebody is. */
const TELLING = [
  'child_id',
  'person_id',
  'yjs_id',
  'forename',
  'surname',
  'date_of_birth',
  'postcode',
];

/** Everything said or left, by where. */
const said = new Map<string, string>();
let temporary: string;
let wasMade: readonly string[];

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'boardpack-private-'));
  vi.stubEnv('TMPDIR', temporary);
  const service = serviceLike('reports/service.yaml');
  const faulty = join(temporary, 'faulty');
  mkdirSync(faulty);
  for (const file of readdirSync(SAMPLE).filter((name) => name.endsWith('.csv')))
    copyFileSync(join(SAMPLE, file), join(faulty, file));
  spoil(join(faulty, 'children.csv'));
  const settings = ['--settings', service.settings];
  hear(
    'a run that goes wrong',
    await boardpack('pack', ...QUARTER, ...settings, '--extracts', faulty),
  );
  await collect(service.out, 'left by it');
  rmSync(faulty, { recursive: true });
  const few = fewChildren();
  const draft = ['--settings', few.settings, ...ONE_DRAFT];
  hear('a draft', await boardpack('pack', ...QUARTER, ...draft));
  wasMade = readLedgerEvents(join(few.folder, 'deliveries')).map(({ what }) => what);
  const whole = await ownPack('demonstration');
  hear('a run that goes well', whole.ran);
  await listLinks(['--settings', whole.settings]);
  await collect(temporary, 'temporary');
});

/** The list of links without names, and a decision on the first of them. */
async function listLinks(settings: readonly string[]): Promise<void> {
  const list = await boardpack('links', ...settings);
  hear('links', list);
  const [pair = ''] = /^[0-9a-f]{8}/m.exec(list.stdout) ?? [];
  const decided = await boardpack(
    'links',
    'decide',
    pair,
    'different',
    '--by',
    'Officer',
    ...settings,
  );
  hear('a decision', decided);
  hear('links after it', await boardpack('links', ...settings));
}

afterAll(() => {
  vi.unstubAllEnvs();
  removeServices();
  rmSync(temporary, { recursive: true, force: true });
});

/** A birthday nobody has, a number twice, and a number of nobody: problems that could quote what they found. */
function spoil(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const [heading = '', first = '', second = '', ...rest] = lines;
  const bad = second.replace(/\d\d\/\d\d\/\d{4}/, '31/02/2001');
  writeFileSync(path, [heading, first, first, bad, ...rest.slice(1)].join('\n'));
}

function hear(where: string, { stdout, stderr }: Ran): void {
  said.set(where, `${stdout}\n${stderr}`);
}

/** Reads every file below a folder, but for the browser's own: its bytes as text, and what a reader of its kind reads. */
async function collect(folder: string, where: string): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => !each.startsWith('boardpack-chromium'))) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) await collect(path, where);
    else {
      said.set(`${where}: ${path}`, readFileSync(path, 'utf8'));
      said.set(`${where}, as it is read: ${path}`, (await rowsIn(path)) + (await wordsIn(path)));
    }
  }
}

/**
 * Every cell of a delivery or a warehouse, but for the quarters that children were born in: their last days are the same
 * whoever was born in them.
 */
async function rowsIn(path: string): Promise<string> {
  const isWarehouse = path.endsWith('.duckdb');
  if (!isWarehouse && !path.endsWith('.parquet')) return '';
  const database = isWarehouse ? await openForReading(path) : await openForBuilding(':memory:');
  const tables = isWarehouse ? await database.query(TABLES) : [[`read_parquet('${path}')`]];
  const cells: unknown[] = [];
  for (const [table] of tables)
    cells.push(
      await database.query(`select columns(c -> c <> 'born_by')::varchar from ${String(table)}`),
    );
  database.close();
  return JSON.stringify(cells);
}

/** What the library's reader of zip files gives, which it has no types for. */
interface Unzip {
  readonly read: (
    zip: Buffer,
    options: { readonly type: 'buffer' },
  ) => { readonly FileIndex: readonly { readonly content?: Uint8Array }[] };
}

function partsIn(path: string): string[] {
  const { FileIndex: parts } = (CFB as Unzip).read(readFileSync(path), { type: 'buffer' });
  return parts.map(({ content }) => Buffer.from(content ?? []).toString());
}

/** The text of a PDF, or of every part of a workbook, its properties among them. */
async function wordsIn(path: string): Promise<string> {
  if (path.endsWith('.xlsx')) return partsIn(path).join('\n');
  if (!path.endsWith('.pdf')) return '';
  return textsOf(await open(readFileSync(path)))
    .flat()
    .join('\n');
}

const TABLES =
  "select format('{}.{}', table_schema, table_name) from information_schema.tables where table_schema <> 'codes'";

/** A forename in the sample that is also Welsh for when, as the pack has it. */
const WORD = 'Pryd';

/** Each thing that tells of a child, a birthday in every way it might be written. */
function secrets(): Set<string> {
  const found = new Set<string>();
  const files = [SAMPLE, FEW].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  for (const file of files.filter((path) => path.endsWith('.csv'))) {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
      header: true,
    });
    for (const row of data)
      for (const column of TELLING) for (const form of formsOf(row[column] ?? '')) found.add(form);
  }
  return found;
}

function formsOf(text: string): string[] {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return [text, `${year}-${month ?? ''}-${day ?? ''}`];
  return text.length < 4 || text === WORD ? [] : [text];
}

test('there is much to look for, and much to look in', () => {
  expect(secrets().size).toBeGreaterThan(3000);
  expect(said.get('a run that goes wrong')).toContain('children.csv');
  const workbooks = [...said].filter(([where]) => /as it is read.*\.xlsx$/.test(where));
  expect(workbooks.length).toBeGreaterThanOrEqual(5);
  for (const [, text] of workbooks) expect(text).toContain('children_worked_with');
  const store = [...said].filter(([where]) => where.includes('deliveries'));
  expect(store.filter(([where]) => where.endsWith('.parquet')).length).toBeGreaterThan(30);
  expect(store.find(([where]) => where.endsWith('warehouse.duckdb'))?.[1]).toContain('W06000005');
  expect(store.some(([where]) => where.endsWith('identities.sealed'))).toBe(true);
  expect([...said.keys()].filter((where) => /^[^,]*: .*\.html$/.test(where)).length).toBe(10);
  expect([...said.values()].join('').length).toBeGreaterThan(1_000_000);
});

/** Postcodes, days and words: looked up in one set, for thousands of secrets in megabytes would else take minutes. */
const WRITTEN = /[A-Z]{1,2}\d{1,2} \d[A-Z]{2}|[\p{L}\p{N}'’/-]+/gu;

test('a draft is left where drafts are, and counts as no pack', () => {
  expect([...said.keys()].join()).toMatch(/drafts\/2022-23-q4\/board\/draft-pack\.cy\.html/);
  expect([...said.keys()].join()).toMatch(/board\/draft-annex\.cy\.html/);
  expect(wasMade).toEqual(['received']);
});

/** Bytes that are pressed together or sealed come to a few letters of a name by chance; what they hold is read besides. */
const LONG = 6;
const isPacked = (where: string): boolean => /^[^,]*: .*\.(?:pdf|parquet|sealed)$/.test(where);

test('what a pack prints is read as a reader would', () => {
  const printed = [...said].filter(([where]) => /as it is read: .*\.pdf$/.test(where));
  expect(printed).toHaveLength(10);
  for (const [where, text] of printed)
    expect(text).toMatch(where.includes('annex.') ? /Glossary|Geirfa/ : /Contents|Cynnwys/);
});

test('none of it is found', () => {
  const hidden = secrets();
  const told = [...said].flatMap(([where, text]) =>
    [...new Set(text.match(WRITTEN))]
      .filter((written) => hidden.has(written) && !(isPacked(where) && written.length < LONG))
      .map((secret) => ({ secret, where })),
  );
  expect(told).toEqual([]);
});

test('links are listed without names, and a decision is kept as a line', () => {
  const count = (where: string): number =>
    Number(/(\d+) proposed/.exec(said.get(where) ?? '')?.[1]);
  expect(count('links')).toBeGreaterThan(20);
  expect(count('links after it')).toBe(count('links') - 1);
  const decisions = [...said].find(([where]) => where.endsWith('decisions.csv'))?.[1] ?? '';
  expect(decisions.trim().split('\n')).toHaveLength(2);
});

test('a secret in a text would be found', () => {
  const [secret = ''] = secrets();
  expect(`a line (${secret}), "${secret}".`.match(WRITTEN)).toContain(secret);
});

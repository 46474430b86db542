// A service that changed its case system has the records, and so the figures, of one that never did.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findCaseSystemExtracts, type Contract } from '../../pipeline/contracts/contract.js';
import { joinLines, newestJoins } from '../../pipeline/commands/join-lines.js';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { findPseudonymPrefixes } from '../../pipeline/domain/system.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { readKey } from '../../pipeline/identity/key.js';
import { createPseudonymiser } from '../../pipeline/identity/pseudonym.js';
import { listParquetFiles, planLoad } from '../../pipeline/load/load-plan.js';
import { codesFolder, selectNation } from '../../pipeline/config/project.js';
import { receiveExtracts, type ReceiveResult } from '../../pipeline/ingest/receive.js';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { fillRecords } from '../../pipeline/warehouse/build.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { findIdentities } from '../../pipeline/warehouse/identified.js';
import { emptyFolder } from '../deliveries/folder.js';
import { CHANGED, keptFiles, movedFiles, newNumber, oldNumber, type Files } from './moved.js';
import { thinnedRows } from './thinned.js';
import { theProject } from '../project.js';

const AS_AT = '2023-05-15';
const everything = theProject();
const SERVICE = readSettings(join(everything.folder, 'reports/service.yaml'));
const project = selectNation(everything, SERVICE.nation);
const cases = project.contracts.filter(({ kind }) => kind === 'case');
const rows = thinnedRows(cases);
const SYSTEMS: Settings['systems'] = [
  {
    id: 'childview',
    name: { en: 'ChildView', cy: 'ChildView' },
    supplier: 'childview',
    until: '2022-09-30',
  },
  { id: 'core', name: { en: 'Core+', cy: 'Core+' }, supplier: 'core_plus', from: CHANGED },
];

function sentTo(files: Files, systems: Settings['systems'] = SYSTEMS): Settings {
  const folder = emptyFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'SYNTHETIC.txt'), 'SYNTHETIC\n');
  return { ...SERVICE, extracts: folder, deliveries: join(folder, 'store'), systems };
}

async function receive(
  settings: Settings,
  confirmed: readonly string[] = [],
): Promise<ReceiveResult> {
  const days = { asOf: { asAt: AS_AT, today: AS_AT }, confirmed };
  const found = findAllFiles(project.contracts, settings, null);
  return receiveExtracts(project, settings, found, days, () => undefined);
}

/**
 * What a warehouse is filled from: every row under the old system's numbers, by extract, and who its people are. All
 * figures are made of these.
 */
async function recordsOf(
  settings: Settings,
  { known }: ReceiveResult,
): Promise<Map<string, readonly string[]>> {
  const parts = listParquetFiles([...known.values()].flat(), settings.deliveries);
  const database = await openForBuilding(':memory:');
  const { contracts } = project;
  const plan = planLoad(parts, settings.systems);
  await fillRecords(database, { contracts, codes: codesFolder(project), ...plan });
  const found = new Map<string, readonly string[]>();
  for (const contract of contracts) found.set(contract.extract, await rowsOf(database, contract));
  const { persons } = await findIdentities(database, contracts);
  database.close();
  const whose = persons.map((each) => [...Object.values({ ...each, child: oldChild(each.child) })]);
  return found.set('who', whose.map((each) => JSON.stringify(each)).sort());
}

/** The children's pseudonyms in the new system, beside those that the old one gave, or would have given, them. */
const pseudonyms = new Map<string, string>();
beforeAll(() => {
  const make = createPseudonymiser(readKey(SERVICE.key_file, process.env['BOARDPACK_KEY']));
  const { own } = findPseudonymPrefixes(SYSTEMS, 'core');
  for (const { child_id: number = '' } of rows['children'] ?? [])
    pseudonyms.set(make(own + newNumber(number)), make(number));
});

function oldChild(child: unknown): unknown {
  return typeof child === 'string' ? (pseudonyms.get(child) ?? child) : child;
}

async function rowsOf(
  database: Connection,
  { extract, storedColumns: kept }: Contract,
): Promise<string[]> {
  // Which child a partner means is told by its persons, whatever number it writes; a mark is made of numbers.
  const isOwn = findCaseSystemExtracts(project.contracts).has(extract);
  const told = kept.filter((column) =>
    column.type === 'child' ? isOwn && !column.former : !isOwn || column.type !== 'mark',
  );
  const columns = told.map(({ name }) => `"${name}"::varchar`).join(', ');
  const rows = await database.query(`select ${columns} from raw."${extract}"`);
  const inOld = { id: oldNumber, child: oldChild } as Partial<Record<string, typeof oldChild>>;
  const cells = (row: readonly unknown[]): unknown[] =>
    row.map((cell, at) => inOld[told[at]?.type ?? '']?.(cell) ?? cell);
  return rows.map((row) => JSON.stringify(cells(row))).sort();
}

/** What the store says of the join for one extract of the newer system. */
function joinOf({ deliveries }: Settings, extract: string): object | undefined {
  const entry = readLedger(deliveries).find(
    (each) => each.system === 'core' && each.extract === extract,
  );
  return entry?.joins?.['core'];
}

it('a service that moved systems has every record and person once, as one that never moved', async () => {
  const kept = sentTo(keptFiles(cases, rows), []);
  const never = await recordsOf(kept, await receive(kept));
  const moved = sentTo(movedFiles(cases, rows, { until: '2022-11-15', given: 'all history' }));
  const records = await recordsOf(moved, await receive(moved));
  expect(never.get('outcomes')?.length).toBeGreaterThan(50);
  for (const [extract, own] of never)
    expect([extract, records.get(extract)]).toEqual([extract, own]);
  expect(joinOf(moved, 'outcomes')).toMatchObject({ not_linked: 0 });
  const lines = newestJoins(readLedger(moved.deliveries));
  expect(lines.flatMap((join) => joinLines(join, SYSTEMS))).toContainEqual(
    expect.stringMatching(/^outcomes +[1-9]\d* in both, counted once/),
  );
});

it('a move in which many children lost their old number is blocked until a person confirms it, and the ledger records that', async () => {
  const forgets = (at: number): boolean => at % 9 !== 0;
  const required = cases.filter((contract) => contract.required);
  const lost = { until: '2022-11-15', given: 'what goes on', forgets } as const;
  const settings = sentTo(movedFiles(required, rows, lost));
  await expect(receive(settings)).rejects.toThrow(/children-not-linked/);
  const { problems } = await receive(settings, ['children']);
  expect(problems).toContainEqual(
    expect.objectContaining({ kind: 'note', code: 'children-not-linked' }),
  );
  const [children] = readLedger(settings.deliveries).filter(
    ({ system, extract }) => system === 'core' && extract === 'children',
  );
  expect(children?.confirmed).toContain('children-not-linked');
  expect(children?.joins?.['core']?.not_linked).toBeGreaterThan(3);
});

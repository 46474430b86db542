// Scenarios of files and rows, played on the small service.
import { join } from 'node:path';
import { expect } from 'vitest';
import { readLedgerEvents, readLedger } from '../../../pipeline/deliveries/ledger.js';
import { parquetPath } from '../../../pipeline/deliveries/store.js';
import { ProblemError } from '../../../pipeline/domain/problem.js';
import type { ReceiveResult } from '../../../pipeline/ingest/receive.js';
import { openForBuilding } from '../../../pipeline/warehouse/connection.js';
import { createRawTable, fillRawTable } from '../../../pipeline/warehouse/raw.js';
import { hashes } from '../../end-to-end/service.js';
import { CHILDREN, smallService, type Changed, type Files, type Service } from '../service.js';

const HEADING = 'child_id,surname,home,known_since';
const [APRIL, MAY] = ['2023-04-20', '2023-05-20'] as const;

/** Children numbered from 1, each known since a day of its own. */
export function children(count: number): string[] {
  const rows = Array.from({ length: count }, (_, at) => {
    const [month, day] = [1 + Math.floor(at / 28), 1 + (at % 28)].map((part) =>
      String(part).padStart(2, '0'),
    );
    return `C${at + 1},Enghraifft,${at % 2 ? 'Home' : 'School'},${day ?? ''}/${month ?? ''}/2022`;
  });
  return [HEADING, ...rows];
}

export const A = children(40);
export const sent = (lines: readonly string[]): Files => ({ 'children.csv': lines });

/** The ledger's lines and the deliveries by hash. */
function stored({ settings }: Service): Record<string, string> {
  return hashes(settings.deliveries);
}

/** Every row of children that a pack would stand on. */
export async function rows({ settings }: Service, { known }: ReceiveResult): Promise<unknown[][]> {
  const database = await openForBuilding(':memory:');
  try {
    await database.execute('create schema raw');
    await createRawTable(database, CHILDREN);
    const own = known.get('children') ?? [];
    const parquets = own.map(({ delivery }) => parquetPath(settings.deliveries, delivery));
    await fillRawTable(database, CHILDREN, parquets);
    return await database.query('select columns(*)::varchar from raw.children order by all');
  } finally {
    database.close();
  }
}

/** The codes of the problems that stop it; nothing may have changed in the store. */
async function refused(
  service: Service,
  files: Files,
  day: string,
  changed: Changed = {},
): Promise<string[]> {
  const before = stored(service);
  const error: unknown = await service.send(files, day, changed).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect(stored(service)).toEqual(before);
  const { problems } = error as ProblemError;
  expect(JSON.stringify(problems)).not.toMatch(/Enghraifft|"C\d/);
  return problems.filter(({ kind }) => kind !== 'note').map(({ code }) => code);
}

export async function sameFileTwice(): Promise<void> {
  const service = smallService();
  const first = await service.send(sent(A), APRIL);
  const second = await service.send(sent(A), MAY);
  expect(second.known).toEqual(first.known);
  expect(second.diffs).toMatchObject([{ added: 0, corrected: 0, withdrawn: 0 }]);
  const [line] = readLedgerEvents(service.settings.deliveries).slice(-1);
  const [delivery] = readLedger(service.settings.deliveries);
  expect(line).toMatchObject({ deliveries: [], again: [{ delivery: delivery?.delivery }] });
}

export async function sameRowsOtherBytes(): Promise<void> {
  const service = smallService();
  const first = await service.send(sent(A), APRIL);
  const [heading = '', ...body] = A;
  const other = [`\ufeff${heading}`, ...body.reverse()].map((line) => `${line}\r`);
  const second = await service.send(sent(other), MAY);
  expect(second.known).toEqual(first.known);
  expect(readLedger(service.settings.deliveries)).toHaveLength(1);
  const [line] = readLedgerEvents(service.settings.deliveries).slice(-1);
  if (line?.what !== 'received') throw new Error('not received');
  const [again] = line.again;
  expect(again?.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(again?.files[0]?.sha256).not.toBe(first.known.get('children')?.[0]?.files[0]?.sha256);
}

export async function correctedRecord(): Promise<void> {
  const service = smallService();
  const first = await service.send(sent(A), APRIL);
  const before = await rows(service, first);
  const corrected = A.map((line) => line.replace('05/01/2022', '06/01/2022'));
  const second = await service.send(sent(corrected), MAY);
  expect(second.diffs).toMatchObject([{ added: 0, corrected: 1, withdrawn: 0 }]);
  expect(readLedger(service.settings.deliveries)).toHaveLength(2);
  expect(await rows(service, second)).not.toEqual(before);
  const asThen = await service.send({}, MAY, { asAt: APRIL });
  expect(await rows(service, asThen)).toEqual(before);
}

export async function withdrawnRecord(): Promise<void> {
  const full = smallService();
  await full.send(sent(A), APRIL);
  const without = A.filter((line) => !line.startsWith('C7,'));
  const second = await full.send(sent(without), MAY);
  expect(second.diffs).toMatchObject([{ withdrawn: 1, corrected: 0, added: 0 }]);
  expect(await rows(full, second)).toHaveLength(39);
  const partial = smallService();
  const contracts = [{ ...CHILDREN, arrives: 'partial' as const }];
  await partial.send(sent(A), APRIL, { contracts });
  const corrected = without.map((line) => line.replace('05/01/2022', '06/01/2022'));
  const third = await partial.send(sent(corrected), MAY, { contracts });
  expect(third.diffs).toMatchObject([{ withdrawn: 0, corrected: 1, added: 0 }]);
  const now = await rows(partial, third);
  expect(now).toHaveLength(40);
  expect(now.filter(([, , since]) => since === '2022-01-05')).toEqual([]);
}

export async function emptyExtract(): Promise<void> {
  const service = smallService();
  await service.send(sent(A), APRIL);
  expect(await refused(service, sent([HEADING]), MAY)).toContain('rows-lost');
  const forced = await service.send(sent([HEADING]), MAY, { confirmed: ['children'] });
  expect(await rows(service, forced)).toEqual([]);
  expect(readLedger(service.settings.deliveries).at(-1)?.confirmed).toContain('rows-lost');
}

export async function halfExtract(): Promise<void> {
  const service = smallService();
  await service.send(sent(A), APRIL);
  expect(await refused(service, sent(A.slice(0, 21)), MAY)).toContain('rows-lost');
  expect(await refused(service, sent(A.slice(0, 21)), MAY, { confirmed: ['visits'] })).toContain(
    'rows-lost',
  );
  const settings = { may_lose: { children: 0.6 } };
  const [later = ''] = A.slice(-1);
  const allowed = await service.send(sent([...A.slice(0, 21), later]), MAY, { settings });
  expect(allowed.diffs).toMatchObject([{ withdrawn: 19 }]);
}

export async function wrongFile(): Promise<void> {
  const service = smallService();
  await service.send(sent(A), APRIL);
  const visits = ['visit_id,child_id,seen', 'V1,C1,01/02/2023'];
  const codes = await refused(service, { 'children.csv': visits }, MAY);
  expect(codes).toContain('no-heading');
}

export async function olderAfterNewer(): Promise<void> {
  const service = smallService();
  await service.send(sent(children(43)), MAY);
  expect(await refused(service, sent(A), MAY)).toEqual(['older-extract']);
  // A person who says when it was received has it recorded as what was known then.
  const recorded = await service.send(sent(A), MAY, { settings: { received_on: APRIL } });
  expect(await rows(service, recorded)).toHaveLength(43);
  const asThen = await service.send({}, MAY, { asAt: APRIL });
  expect(await rows(service, asThen)).toHaveLength(40);
  // The very rows that newer ones have replaced are known again.
  const back = smallService();
  await back.send(sent(A), APRIL);
  await back.send(sent(A.map((line) => line.replace('Home', 'School'))), MAY);
  expect(await refused(back, sent(A), MAY)).toEqual(['older-extract']);
}

export async function clockBack(): Promise<void> {
  const service = smallService();
  await service.send(sent(A), MAY);
  const dayBefore = '2023-05-19';
  const second = await service.send(sent(children(41)), dayBefore);
  expect(second.problems).toMatchObject([{ code: 'clock-behind' }]);
  expect(await rows(service, second)).toHaveLength(41);
  expect(readLedger(service.settings.deliveries).map(({ known_from }) => known_from)).toEqual([
    MAY,
    MAY,
  ]);
  expect(readLedgerEvents(service.settings.deliveries).map(({ seq }) => seq)).toEqual([1, 2]);
  const later = await service.send(sent(children(42)), '2023-05-21');
  expect(await rows(service, later)).toHaveLength(42);
}

export async function oneBadRow(): Promise<void> {
  const service = smallService();
  const bad = [...children(300), 'C999,Enghraifft,Home,30/02/2022'];
  expect(await refused(service, sent(bad), APRIL)).toContain('bad-date');
  const settings = { tolerance: { children: 1 } };
  const taken = await service.send(sent(bad), APRIL, { settings });
  expect(taken.receipts[0]).toMatchObject({ received: 301, accepted: 300, setAside: 1 });
  expect(readLedger(service.settings.deliveries)).toMatchObject([
    { received: 301, accepted: 300, set_aside: 1 },
  ]);
}

/** What the database does with an error between two statements is what makes a batch be built beside the store. */
export async function caughtErrorThenCommit(): Promise<void> {
  const database = await openForBuilding(join(smallServiceFolder(), 'beside.duckdb'));
  try {
    await database.execute('create table kept (n integer)');
    await database.execute('begin');
    await database.execute('insert into kept values (1)');
    await expect(database.execute('insert into nowhere values (1)')).rejects.toThrow();
    await database.execute('rollback');
    expect(await database.query('select n from kept')).toEqual([]);
  } finally {
    database.close();
  }
  const service = smallService();
  await service.send(sent(A), APRIL);
  // The second extract of the batch fails after the first was written: neither is in the store.
  const files = {
    'children.csv': children(41),
    'visits.csv': ['visit_id,child_id', 'V1,C1', 'V1,C2'],
  };
  expect(await refused(service, files, MAY)).toContain('duplicate-id');
}

function smallServiceFolder(): string {
  return join(smallService().settings.deliveries, '..');
}

// A store of which a file was changed, or is gone: nothing is counted from it, and the same file received again mends it.
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { findDamagedDeliveries } from '../../pipeline/deliveries/verify.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { flipBit } from './bit-flips.js';
import { listing } from './folder.js';
import { smallService, type Service } from './service.js';

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

const FILES = {
  'children.csv': ['child_id,surname,home,known_since', 'C1,Enghraifft,Home,02/01/2020'],
  'visits.csv': ['visit_id,child_id', 'V1,C1'],
};
const MORE = {
  'visits.csv': ['visit_id,child_id', 'V2,C1'],
  'children.csv': FILES['children.csv'],
};

function pathOf({ settings }: Service, extract: string): string {
  const entry = readLedger(settings.deliveries).find((each) => each.extract === extract);
  return join(settings.deliveries, `${entry?.delivery ?? ''}.parquet`);
}

async function refusal(act: Promise<unknown>): Promise<string[]> {
  try {
    await act;
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, file }) => `${code} ${file ?? ''}`);
  }
}

describe('a store with a damaged file', () => {
  it('is whole before, and names the extract after any one bit is flipped, or the file is gone', async () => {
    const service = smallService();
    await service.send(FILES);
    const { deliveries } = service.settings;
    const entries = readLedger(deliveries);
    expect(await findDamagedDeliveries(deliveries, entries)).toEqual([]);
    const path = pathOf(service, 'children');
    const whole = readFileSync(path);
    for (let bit = 0; bit < whole.length * 8; bit += 97) {
      writeFileSync(path, flipBit(whole, bit));
      const found = await findDamagedDeliveries(deliveries, entries);
      expect(found.map(({ entry }) => entry.extract)).toEqual(['children']);
    }
    rmSync(path);
    const [gone] = await findDamagedDeliveries(deliveries, entries);
    expect([gone?.entry.extract, gone?.isMissing]).toEqual(['children', true]);
  });

  it('takes nothing in, and stays as it is, where nothing may mend it', async () => {
    const service = smallService();
    await service.send(FILES);
    const path = pathOf(service, 'children');
    writeFileSync(path, flipBit(readFileSync(path), 1000));
    const before = listing(service.settings.deliveries);
    expect(await refusal(service.send(MORE, '2023-05-20'))).toEqual(['damaged-delivery children']);
    expect(listing(service.settings.deliveries)).toEqual(before);
  });

  it('is mended by the same extract, and says so; another does not mend it', async () => {
    const service = smallService();
    await service.send(FILES);
    const path = pathOf(service, 'children');
    const whole = readFileSync(path);
    writeFileSync(path, flipBit(whole, 1000));
    const others = { ...FILES, 'children.csv': [...FILES['children.csv'], 'C2,Prawf,Home,'] };
    expect(await refusal(service.send(others, '2023-05-20', { mends: true }))).toEqual([
      'damaged-delivery children',
    ]);
    const { problems } = await service.send(FILES, '2023-05-20', { mends: true });
    expect(problems.map(({ kind, code, file }) => `${kind} ${code} ${file ?? ''}`)).toContain(
      'note delivery-mended children',
    );
    expect(readFileSync(path).equals(whole)).toBe(true);
    expect(await service.send(MORE, '2023-05-21')).toBeTruthy();
  });

  it('is mended where the file is gone', async () => {
    const service = smallService();
    await service.send(FILES);
    rmSync(pathOf(service, 'visits'));
    await service.send(FILES, '2023-05-20', { mends: true });
    const { deliveries } = service.settings;
    expect(await findDamagedDeliveries(deliveries, readLedger(deliveries))).toEqual([]);
  });
});

describe('a ledger whose last line was cut off', () => {
  it('is reported once, by its line, and what it was to record is received again', async () => {
    const service = smallService();
    await service.send(FILES);
    const { deliveries } = service.settings;
    const ledger = join(deliveries, 'ledger.jsonl');
    const whole = readFileSync(ledger, 'utf8');
    await service.send(MORE, '2023-05-20');
    const after = readFileSync(ledger, 'utf8');
    writeFileSync(ledger, after.slice(0, -20));
    const { problems } = await service.send(MORE, '2023-05-20');
    expect(problems.map(({ code, line }) => `${code} ${line ?? ''}`)).toContain('cut-ledger 2');
    expect(readFileSync(ledger, 'utf8')).toBe(after);
    expect(after.startsWith(whole)).toBe(true);
    const again = await service.send(MORE, '2023-05-21');
    expect(again.problems.filter(({ code }) => code === 'cut-ledger')).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the files of a store', () => {
  it('are for their owner alone, whatever the process lets others read', async () => {
    const before = process.umask(0);
    try {
      const service = smallService();
      await service.send(FILES);
      const { deliveries } = service.settings;
      expect(statSync(deliveries).mode & 0o777).toBe(0o700);
      for (const name of listing(deliveries)) {
        const found = statSync(join(deliveries, name));
        expect([name, found.mode & 0o077]).toEqual([name, 0]);
      }
    } finally {
      process.umask(before);
    }
  });

  it('that are mended are too', async () => {
    const service = smallService();
    await service.send(FILES);
    const path = pathOf(service, 'visits');
    chmodSync(path, 0o644);
    writeFileSync(path, 'nothing');
    await service.send(FILES, '2023-05-20', { mends: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

// The copy of the key: proved by a command, and asked for by the doctor when that was long ago.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { key } from '../../pipeline/commands/key.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { emptyFolder } from '../deliveries/folder.js';
import { clinic, KEY, received, TODAY, type Clinic } from './clinic.js';
import { readProblem } from '../problems/words.js';

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

/** A service that has received something, and of whose key no copy was proved. */
function unproved(day = TODAY): Clinic {
  const service = clinic();
  received(service.at('store'), day, KEY);
  rmSync(service.at('store', 'key-copy.json'));
  return service;
}

async function check({ at }: Clinic, copy: string): Promise<string> {
  const lines: string[] = [];
  const out = (line: string): void => {
    lines.push(line);
  };
  const argv = ['key', 'check', copy, '--settings', at('service.yaml')];
  try {
    await key(readArguments(argv), { out, err: out, progress: () => undefined });
    return lines.join('\n');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map((each) => `${each.code}: ${readProblem(each).what}`).join('\n');
  }
}

describe('the copy of the key', () => {
  it('is asked for until it is proved, and again after half a year', async () => {
    const service = unproved();
    const codes = async (): Promise<string[]> =>
      (await service.problems()).map(({ kind, code }) => `${kind} ${code}`);
    expect(await codes()).toEqual(['note key-copy-unchecked']);
    const copy = join(emptyFolder(), 'copy.key');
    copyFileSync(service.at('key', 'boardpack.key'), copy);
    expect(await check(service, copy)).toContain('The copy opens the store');
    const record = service.at('store', 'key-copy.json');
    expect(readFileSync(record, 'utf8')).not.toContain(KEY);
    const at = (day: string): void => {
      const written = JSON.parse(readFileSync(record, 'utf8')) as object;
      writeFileSync(record, JSON.stringify({ ...written, checked_on: day }));
    };
    at('2025-09-29');
    expect(await codes()).toEqual([]);
    at('2025-09-28');
    expect(await codes()).toEqual(['note key-copy-unchecked']);
  });

  it('is not another key, the key itself, a file among the data, or no file', async () => {
    const service = unproved();
    const other = join(emptyFolder(), 'other.key');
    writeFileSync(other, 'f'.repeat(40));
    expect(await check(service, other)).toContain('is not the one that the store was made with');
    expect(await check(service, service.at('key', 'boardpack.key'))).toContain('the key itself');
    copyFileSync(service.at('key', 'boardpack.key'), service.at('in', 'copy.key'));
    expect(await check(service, service.at('in', 'copy.key'))).toContain('among the data');
    expect(await check(service, service.at('nothing'))).toContain('There is no file');
  });
});

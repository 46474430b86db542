// The identity file: encrypted, written whole or not at all, and readable as known on any day.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import {
  addIdentities,
  eraseIdentities,
  identityFile,
  readIdentities,
  type Identity,
} from '../../pipeline/identity/identity-file.js';
import { emptyFolder } from '../deliveries/folder.js';

const KEY = 'a'.repeat(32);
const ALED: Identity = {
  source: 'police',
  person: 'person-1',
  mark: 'm1',
  known_from: '2024-01-01',
  forename: 'Aledwyn',
  surname: 'Gittinson',
  date_of_birth: '2009-10-10',
  postcode: 'CH5 1AA',
  sex: 'Male',
};

function written(...identities: Identity[]): string {
  const file = identityFile(emptyFolder());
  addIdentities(file, KEY, identities);
  return file;
}

function codesOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('the identity file', () => {
  it('returns what was written, and nothing if there is no file', () => {
    expect(readIdentities(written(ALED), KEY)).toEqual([ALED]);
    expect(readIdentities(join(emptyFolder(), 'none'), KEY)).toEqual([]);
  });

  it('contains no readable identity, is readable by its owner only, and leaves no temporary file', () => {
    const file = written(ALED);
    const bytes = readFileSync(file).toString('latin1');
    for (const hidden of ['Aledwyn', 'Gittinson', '2009', 'CH5', 'police', 'person-1'])
      expect(bytes).not.toContain(hidden);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(file))).toEqual(['identities.sealed']);
  });

  it('has different bytes each time it is written', () => {
    expect(readFileSync(written(ALED)).equals(readFileSync(written(ALED)))).toBe(false);
  });

  it('refuses another key without naming anybody', () => {
    const file = written(ALED);
    expect(codesOf(() => readIdentities(file, 'b'.repeat(32)))).toEqual(['identity-unreadable']);
  });

  it('refuses every flipped bit and every truncation', () => {
    const file = written(ALED);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(file, flipped);
      expect([at, codesOf(() => readIdentities(file, KEY))]).toEqual([at, ['identity-unreadable']]);
      writeFileSync(file, bytes.subarray(0, at));
      expect([at, codesOf(() => readIdentities(file, KEY))]).toEqual([at, ['identity-unreadable']]);
    }
  });

  it('keeps earlier identities when new ones are added, and equal ones once', () => {
    const file = written(ALED, ALED);
    const moved = { ...ALED, mark: 'm2', postcode: 'LL1 1AA', known_from: '2024-04-01' };
    addIdentities(file, KEY, [{ ...ALED, known_from: '2024-02-01' }, moved, ALED]);
    expect(readIdentities(file, KEY)).toEqual([ALED, moved]);
  });

  it('deletes temporary files of a process that died while writing', () => {
    const file = written(ALED);
    writeFileSync(`${file}.abcdef.new`, 'half');
    addIdentities(file, KEY, [{ ...ALED, mark: 'm2' }]);
    expect(readdirSync(dirname(file))).toEqual(['identities.sealed']);
  });

  it('deletes only the child who is erased', () => {
    const other = { ...ALED, person: 'p2', mark: 'm2' };
    const file = written(ALED, other);
    eraseIdentities(file, KEY, (source, person) => source === 'police' && person === 'person-1');
    expect(readIdentities(file, KEY)).toEqual([other]);
  });
});

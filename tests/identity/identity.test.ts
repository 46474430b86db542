// Pseudonyms: the same under one key, different under another, and no key that is not secret.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { readKey } from '../../pipeline/identity/key.js';
import { computeKeyMark, createPseudonymiser } from '../../pipeline/identity/pseudonym.js';
import { emptyFolder } from '../deliveries/folder.js';

const KEY = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

describe('a pseudonym', () => {
  it('is stable from run to run', () => {
    // By another program: printf child:C1 | openssl dgst -sha256 -hmac aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    expect(createPseudonymiser(KEY)('C1')).toBe('01572ab8691ed3b837a4a864c0d09e47');
  });

  it('is 128 bits in hexadecimal, and does not reveal the number', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (child) => {
        const made = createPseudonymiser(KEY)(child);
        expect(made).toMatch(/^[0-9a-f]{32}$/);
        expect(createPseudonymiser(KEY)(child)).toBe(made);
        expect(createPseudonymiser(OTHER)(child)).not.toBe(made);
      }),
    );
  });

  it('differs for numbers that differ by one character', () => {
    const children = ['1', '01', '001', '1 ', 'c1', 'C1', 'Ŵ', 'W\u0302'];
    const pseudonymise = createPseudonymiser(KEY);
    expect(new Set(children.map(pseudonymise)).size).toBe(children.length);
  });

  it('is not the mark of the key, which distinguishes keys without revealing them', () => {
    expect(computeKeyMark(KEY)).toMatch(/^[0-9a-f]{12}$/);
    expect(computeKeyMark(KEY)).not.toBe(computeKeyMark(OTHER));
    expect(KEY).not.toContain(computeKeyMark(KEY));
  });
});

describe('the key', () => {
  const problemsOf = (read: () => string): unknown => {
    try {
      return read();
    } catch (error) {
      return error instanceof ProblemError ? error.problems : error;
    }
  };

  it('is created on first use, readable by its owner only, and read again afterwards', () => {
    const file = join(emptyFolder(), 'key');
    const made = readKey(file, undefined);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readKey(file, undefined)).toBe(made);
    expect(readKey(join(emptyFolder(), 'key'), undefined)).not.toBe(made);
  });

  it('is taken from the environment before any file, and then no file is created', () => {
    const file = join(emptyFolder(), 'key');
    expect(readKey(file, `${OTHER}\n`)).toBe(OTHER);
    expect(() => readFileSync(file)).toThrow();
  });

  it.each(['', '   ', 'a'.repeat(31), ` ${'a'.repeat(31)} `])(
    'refuses %j as too short',
    (short) => {
      const file = join(emptyFolder(), 'key');
      writeFileSync(file, short);
      expect(problemsOf(() => readKey(file, undefined))).toMatchObject([
        { kind: 'data', code: 'short-key' },
      ]);
      expect(problemsOf(() => readKey(file, short))).toMatchObject([{ code: 'short-key' }]);
      expect(readFileSync(file, 'utf8')).toBe(short);
    },
  );

  it('never appears in a problem', () => {
    const short = 'hush-hush-hush';
    expect(JSON.stringify(problemsOf(() => readKey('/no/such/file', short)))).not.toContain(short);
  });

  it('reports a problem of this computer if its file cannot be created', () => {
    const file = join(emptyFolder(), 'no-folder', 'key');
    expect(problemsOf(() => readKey(file, undefined))).toMatchObject([
      { kind: 'computer', code: 'no-key' },
    ]);
  });
});

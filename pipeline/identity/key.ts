// The service's secret key: read from where it is kept, or created on first use.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ProblemError, type Facts } from '../domain/problem.js';

/** A key must be at least 32 characters: 16 random bytes in hexadecimal. */
const MIN_KEY_LENGTH = 32;

/**
 * Reads the key from the environment (`BOARDPACK_KEY`), else from its file, else creates the file, readable by its
 * owner only. Refuses a key that is too short to be secret (kind `data`) and a file that cannot be read or written
 * (`computer`).
 */
export function readKey(file: string, fromEnvironment: string | undefined): string {
  const keySource = fromEnvironment === undefined ? file : 'BOARDPACK_KEY';
  const key = (fromEnvironment ?? readOrCreateKey(file)).trim();
  if (key.length < MIN_KEY_LENGTH)
    throw createKeyError('data', 'short-key', keySource, { least: String(MIN_KEY_LENGTH) });
  return key;
}

function readOrCreateKey(file: string): string {
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const key = randomBytes(32).toString('hex');
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch {
    throw createKeyError('computer', 'no-key', file);
  }
}

function createKeyError(
  kind: 'data' | 'computer',
  code: string,
  file: string,
  facts: Facts = {},
): ProblemError {
  return new ProblemError([{ kind, code, file, facts }]);
}

// Text that must not be readable on disk ↔ one encrypted file: AES-256-GCM under a key derived from the service's own.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../domain/problem.js';

/** Header of every encrypted file: the format and its version, which are authenticated with the content. */
const FORMAT = Buffer.from('BPID\u0001', 'latin1');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Encrypts the text into a temporary file, readable by its owner only, and renames it over the old file: a reader gets
 * the old or the new file whole, and no plain text touches the disk. If writing fails, the file is unchanged. Each
 * write uses a fresh nonce (NIST SP 800-38D, 8.2.2).
 */
export function writeEncrypted(file: string, key: string, text: string): void {
  const nonce = randomBytes(NONCE_LENGTH);
  const header = Buffer.concat([FORMAT, nonce]);
  const cipher = createCipheriv(CIPHER, deriveKey(key), nonce, {
    authTagLength: TAG_LENGTH,
  }).setAAD(header);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    removeLeftovers(file);
    const open = openSync(temporary, 'wx', 0o600);
    try {
      const bytes = Buffer.concat([header, body, cipher.getAuthTag()]);
      for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Deletes temporary files of a process that died while writing. Only the holder of the store's lock writes. */
function removeLeftovers(file: string): void {
  const folder = dirname(file);
  const leftovers = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.new'),
  );
  for (const name of leftovers) rmSync(join(folder, name), { force: true });
}

/** Decrypts a file; null if it does not exist. Refuses another format, another key and any changed byte. */
export function readEncrypted(file: string, key: string): string | null {
  if (!existsSync(file)) return null;
  const bytes = readBytes(file);
  const end = FORMAT.length + NONCE_LENGTH;
  if (bytes.length < end + TAG_LENGTH || !bytes.subarray(0, FORMAT.length).equals(FORMAT))
    throw createUnreadableError(file, 'version');
  const decipher = createDecipheriv(CIPHER, deriveKey(key), bytes.subarray(FORMAT.length, end), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(bytes.subarray(0, end)).setAuthTag(bytes.subarray(-TAG_LENGTH));
  try {
    const body = bytes.subarray(end, -TAG_LENGTH);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw createUnreadableError(file, 'key');
  }
}

/**
 * Derives a key for this purpose only (HKDF, RFC 5869), so that the key that encrypts names is not the one that makes
 * pseudonyms.
 */
function deriveKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'boardpack identity file', 32));
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ProblemError([{ kind: 'computer', code: 'identity-not-read', file }]);
  }
}

function createUnreadableError(file: string, variant: 'version' | 'key'): ProblemError {
  return new ProblemError([{ kind: 'data', code: 'identity-unreadable', variant, file }]);
}

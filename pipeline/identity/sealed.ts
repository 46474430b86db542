// Text that must not be read on the disk ↔ one sealed file: AES-256-GCM under a key derived from the service's own.
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
import { Stopped } from '../domain/problem.js';

/** What every sealed file begins with: the form and its version, which are authenticated with the rest. */
const FORM = Buffer.from('BPID\u0001', 'latin1');
const NONCE = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Writes the text sealed, for its owner alone, beside the file and renamed over it: whoever reads meanwhile has the old
 * or the new one whole, and no plain text touches the disk. Where it cannot be written the file is as it was. The nonce is fresh at each writing (NIST SP 800-38D, 8.2.2).
 */
export function writeSealed(file: string, key: string, text: string): void {
  const nonce = randomBytes(NONCE);
  const header = Buffer.concat([FORM, nonce]);
  const cipher = createCipheriv(CIPHER, derived(key), nonce, { authTagLength: TAG }).setAAD(header);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const beside = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    sweepBeside(file);
    const open = openSync(beside, 'wx', 0o600);
    try {
      const bytes = Buffer.concat([header, body, cipher.getAuthTag()]);
      for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** What a process that died while it wrote has left. Only one writes at a time: the holder of the store's lock. */
function sweepBeside(file: string): void {
  const folder = dirname(file);
  const left = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.new'),
  );
  for (const name of left) rmSync(join(folder, name), { force: true });
}

/** The text of a sealed file, or null where there is none. Refuses another form, another key and any changed byte. */
export function readSealed(file: string, key: string): string | null {
  if (!existsSync(file)) return null;
  const bytes = bytesOf(file);
  const end = FORM.length + NONCE;
  if (bytes.length < end + TAG || !bytes.subarray(0, FORM.length).equals(FORM))
    throw unreadable(file, 'is no identity file of a version that is known');
  const decipher = createDecipheriv(CIPHER, derived(key), bytes.subarray(FORM.length, end), {
    authTagLength: TAG,
  });
  decipher.setAAD(bytes.subarray(0, end)).setAuthTag(bytes.subarray(-TAG));
  try {
    const body = bytes.subarray(end, -TAG);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw unreadable(file, 'was sealed with another key, or has been damaged');
  }
}

/** A key for this use alone (HKDF, RFC 5869), so that what seals names is not what makes pseudonyms. */
function derived(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'boardpack identity file', 32));
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw stopped(
      'computer',
      'identity-not-read',
      file,
      'cannot be read',
      'Give the right to read the file, and run again.',
    );
  }
}

function unreadable(file: string, what: string): Stopped {
  const fix =
    'Give the key that the file was written with, or put back the last good copy of the file.';
  return stopped('data', 'identity-unreadable', file, what, fix);
}

function stopped(
  kind: 'data' | 'computer',
  code: string,
  file: string,
  what: string,
  fix: string,
): Stopped {
  return new Stopped([{ kind, code, file, what, fix }]);
}

// A workbook's bytes → proof that unpacking them is safe, or a refusal, before any of it is parsed.
import { inflateRawSync } from 'node:zlib';
import { refuse } from './refusal.js';

const MAX_UNPACKED = 300_000_000;
const MAX_RATIO = 200;
const MAX_ENTRIES = 10_000;
const END_RECORD_BYTES = 22;

/** One packed file, as the zip's central directory describes it; sizes in bytes. */
interface ZipEntry {
  readonly offset: number;
  readonly stored: boolean;
  readonly packed: number;
  readonly unpacked: number;
}

/**
 * Reads a zip's central directory, unpacking nothing. Refuses as `unsafe-workbook` more than 10,000 entries, more than
 * 300 MB unpacked or more than 200 times its packed size; as `unreadable-file` what is not a zip, a zip of more than
 * 4 GB, and a workbook with a password or in the older form.
 */
export function readZipEntries(file: string, bytes: Buffer): ZipEntry[] {
  if (bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') refuseProtected(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + END_RECORD_BYTES > bytes.length) refuseDamaged(file);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) refuseUnsafe(file, 'parts');
  const entries = readDirectory(file, bytes, bytes.readUInt32LE(end + 16), count);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MAX_UNPACKED) refuseUnsafe(file, 'unpacked');
  if (unpacked > MAX_RATIO * packed) refuseUnsafe(file, 'ratio');
  return entries;
}

/**
 * Unpacks every entry, keeping nothing, and refuses as `unreadable-file` one that is not what the directory says: a
 * directory that understates its sizes would pass the limits above.
 */
export function verifyZipEntries(file: string, bytes: Buffer, entries: readonly ZipEntry[]): void {
  if (!entries.every((entry) => isConsistent(bytes, entry))) refuseDamaged(file);
}

function readDirectory(file: string, bytes: Buffer, start: number, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < count;) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) refuseDamaged(file);
    const method = bytes.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) refuseDamaged(file);
    entries.push({
      stored: method === 0,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    const names = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    at += names.reduce((sum, length) => sum + length, 46);
  }
  return entries;
}

function isConsistent(bytes: Buffer, entry: ZipEntry): boolean {
  const at = entry.offset;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return false;
  if (!isHeaderConsistent(bytes, entry)) return false;
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.stored) return packed.length === entry.unpacked;
  try {
    const most = Math.max(entry.unpacked, 1);
    return inflateRawSync(packed, { maxOutputLength: most }).length === entry.unpacked;
  } catch {
    return false;
  }
}

/** Whether the header before the packed bytes says the same as the directory; its sizes may follow them (bit 3). */
function isHeaderConsistent(bytes: Buffer, entry: ZipEntry): boolean {
  const at = entry.offset;
  const method = bytes.readUInt16LE(at + 8) === (entry.stored ? 0 : 8);
  const later = (bytes.readUInt16LE(at + 6) & 8) !== 0 && bytes.readUInt32LE(at + 22) === 0;
  const packed = bytes.readUInt32LE(at + 18) === entry.packed;
  return method && (later || (packed && bytes.readUInt32LE(at + 22) === entry.unpacked));
}

function refuseProtected(file: string): never {
  refuse('unreadable-file', file, { variant: 'protected' });
}

/** Refuses a workbook that is no workbook, or a broken one. */
export function refuseDamaged(file: string): never {
  refuse('unreadable-file', file, { variant: 'damaged' });
}

function refuseUnsafe(file: string, variant: 'parts' | 'unpacked' | 'ratio'): never {
  refuse('unsafe-workbook', file, { variant });
}

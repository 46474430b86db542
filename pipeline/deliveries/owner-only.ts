// A file or folder of the store → for its owner alone.
import { chmodSync } from 'node:fs';

/** Errors of disks that hold no permissions, such as a memory stick: anyone who has the disk has the files. */
const NO_PERMISSIONS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP']);

/** Takes the right to read or write a file from everybody but its owner. Does nothing on a disk without permissions. */
export function restrictToOwner(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!NO_PERMISSIONS.has(code)) throw error;
  }
}

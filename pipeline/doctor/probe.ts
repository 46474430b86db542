// A path on this computer → what may be done there, found by trying it and leaving nothing behind.
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What checks ask of the disk. */
export interface Probe {
  readonly readKind: (path: string) => 'folder' | 'file' | null;
  /** The folder itself, or the nearest one above it that is there: where it would be made. */
  readonly nearest: (path: string) => string;
  /** Null when it may, else the system's code for why not (`EACCES` …). */
  readonly read: (path: string) => string | null;
  /** Whether a file may be added to, or something be made in a folder. */
  readonly write: (path: string) => string | null;
  /** Permissions as POSIX has them; null where there is nothing, or the system has none (Windows). */
  readonly mode: (path: string) => number | null;
  /** Which disk a folder is on. */
  readonly disk: (folder: string) => number;
  /** Bytes that a user may still fill on the disk of a folder. */
  readonly free: (folder: string) => number;
  /** Bytes of the files that lie in a folder; none where it cannot be read. */
  readonly size: (folder: string) => number;
}

/** The disk of this computer. Only trying shows whether something may be done: a share has rules of its own. */
export const PROBE: Probe = {
  readKind,
  nearest: findNearest,
  read: (path) =>
    catchErrorCode(() => {
      if (readKind(path) === 'folder') readdirSync(path);
      else closeSync(openSync(path, 'r'));
    }),
  write: (path) =>
    catchErrorCode(() => {
      if (readKind(path) === 'folder') rmdirSync(mkdtempSync(join(path, '.doctor-')));
      else closeSync(openSync(path, 'r+'));
    }),
  mode: (path) =>
    process.platform === 'win32' ? null : (statSync(path, { throwIfNoEntry: false })?.mode ?? null),
  disk: (folder) => statSync(findNearest(folder)).dev,
  free(folder) {
    const { bavail, bsize } = statfsSync(findNearest(folder));
    return bavail * bsize;
  },
  size: (folder) =>
    catchErrorCode(() => readdirSync(folder)) === null
      ? readdirSync(folder).reduce((sum, name) => sum + readFileSize(join(folder, name)), 0)
      : 0,
};

function readKind(path: string): 'folder' | 'file' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

function findNearest(path: string): string {
  const above = dirname(path);
  return readKind(path) !== null || above === path ? path : findNearest(above);
}

function readFileSize(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

function catchErrorCode(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

// A path on this computer → what can be done there, found by trying it and leaving nothing behind.
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

/** What checks need to know about the disk. */
export interface Probe {
  readonly readKind: (path: string) => 'folder' | 'file' | null;
  /** The folder itself, or its nearest existing parent, where it would be created. */
  readonly nearest: (path: string) => string;
  /** Null if it can be read, else the system's error code (`EACCES` …). */
  readonly read: (path: string) => string | null;
  /** Null if a file can be appended to, or a file created in a folder; else the system's error code. */
  readonly write: (path: string) => string | null;
  /** POSIX permissions; null if the path does not exist or the system has none (Windows). */
  readonly mode: (path: string) => number | null;
  /** Identifies the disk of a folder. */
  readonly disk: (folder: string) => number;
  /** Free bytes for a user on the disk of a folder. */
  readonly free: (folder: string) => number;
  /** Total bytes of the files directly in a folder; 0 if it cannot be read. */
  readonly size: (folder: string) => number;
}

/** The disk of this computer. Only trying shows what can be done: a network share has rules of its own. */
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
